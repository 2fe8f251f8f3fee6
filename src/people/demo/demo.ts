// Demo: the invented people of a demonstration, and a door that asks for no password. None of it exists in a school at work.
export { demoSince, enterAs, seedPeople, type DemoPerson } from './people.ts'
export { demoRoutes } from './routes.tsx'
export { messages } from './messages.ts'
