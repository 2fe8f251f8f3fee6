// Interaction: which pages are opened, on what and for how long, exactly as far as a school has said. Tied to a member, or counted and tied to nobody.
import { anonymiseVisits, recordVisits, retainCounts } from './controls.ts'

export { hand } from './given.ts'
export { notePage, visitCookies, watchOf } from './note.ts'
export { writeVisits } from './queue.ts'
export { routes } from './routes.tsx'
export { messages } from './messages.ts'
export const controls = [recordVisits, anonymiseVisits, retainCounts]
