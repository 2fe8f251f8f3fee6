// Days of the school, without hours: a week begins on Monday, and a day at midnight in the school's zone.

/** ISO 8601: Monday is 1, Sunday is 7. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

export const dayIn = (now: Date, zone: string): Temporal.PlainDate => Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()

export const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 })

/** Reminders come in the evening of a planned day, and never in the night. */
export const evening = { from: 18, until: 21 } as const

export function isEvening(now: Date, zone: string): boolean {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  return hour >= evening.from && hour < evening.until
}
