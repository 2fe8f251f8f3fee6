/** The date of a moment where a zone's clocks are, such as 2026-12-16. */
export const dateIn = (moment: Date, timeZone: string): string => moment.toLocaleDateString('sv-SE', { timeZone })

/** A moment of a date by which the date alone is shown: it is the same one in every zone of Kazakhstan. */
export const dayOf = (date: string): Date => new Date(`${date}T07:00:00Z`)

/** The first moment of a date there, or of so many days after it. @throws RangeError for a date that does not exist */
export const midnightOf = (date: string, timeZone: string, days = 0): Date =>
  new Date(Temporal.PlainDate.from(date).add({ days }).toZonedDateTime({ timeZone }).epochMilliseconds)
