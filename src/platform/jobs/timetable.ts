/** `every` is an ISO duration. `at` is a time of day in the school's zone, for whole days. */
export type Timetable = { every: `P${string}`; at?: `${number}:${number}` }

/** The first moment after `now`; with `at`, the clock on the wall there, also when it is put forward or back. */
export function nextMoment({ every, at }: Timetable, now: Date, zone: string): Date {
  const length = Temporal.Duration.from(every)
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  if (!at) return new Date(here.add(length).epochMilliseconds)
  const today = here.withPlainTime(Temporal.PlainTime.from(at))
  const next = Temporal.ZonedDateTime.compare(today, here) > 0 ? today : today.add({ days: 1 })
  // Every second day, every week: counted from a fixed day, so that no start shifts it.
  const days = Math.max(1, length.total({ unit: 'days', relativeTo: next }))
  const counted = Temporal.PlainDate.from('2026-01-05').until(next.toPlainDate()).days % days
  return new Date(next.add({ days: counted ? days - counted : 0 }).epochMilliseconds)
}
