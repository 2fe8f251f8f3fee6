// Law: what the state asks of a school, as data (folder law/), and the calendar by which days are counted.
export { daysBetween, deadline, holidayOn, isWorkingDay, localDate, workingDaysLeft, type CountedDay } from './calendar.ts'
export { duties, lawNames, lawProfile, termOf, type Ground, type LawProfile, type LegalRight } from './profile.ts'
export { addDuration, Duration, durationInDays, durationText, stricter, Within, withinText } from './terms.ts'
