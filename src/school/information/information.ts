// Information: what anyone asks before and while learning here. How it works, by which terms, for whom it is hard.
export { routes } from './routes.tsx'
export { messages } from './messages.ts'
