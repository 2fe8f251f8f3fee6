// Interaction: which pages are opened, on what and for how long, exactly as far as a school has said. Tied to a member, or counted and tied to nobody.
import { job } from '#platform/jobs/jobs.ts'
import { anonymiseVisits, discloseViews, recordVisits, retainCounts } from './controls.ts'
import { passOn } from './pass-on.ts'

export { hand } from './given.ts'
export { notePage, visitCookies, watchOf } from './note.ts'
export { handService } from './outside.ts'
export { passOn } from './pass-on.ts'
export { writeVisits } from './queue.ts'
export { routes } from './routes.tsx'
export { timesOpened } from './show-visits.ts'
export { messages } from './messages.ts'
export const controls = [recordVisits, anonymiseVisits, retainCounts, discloseViews]
export const jobs = [job('interaction.pass-on', { every: 'PT10M' }, passOn)]
