// Rhythm: the days of the week that somebody has chosen to learn on. Every week begins anew; nothing is counted across weeks.
export { noteLearnt } from './note-learnt.ts'
export { dropPlan, planWeek } from './plan-week.ts'
export { wantsLetter, weekOf, type Week } from './find-week.ts'
export { WeekCard } from './week-card.tsx'
export { jobs } from './jobs.ts'
export { routes } from './routes.tsx'
export { messages } from './messages.ts'
