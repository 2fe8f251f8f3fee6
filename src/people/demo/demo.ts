// Demo: the invented people of a demonstration, a door that asks for no password, and the end of it. None of it exists in a school at work.
export { demoAnnounced, demoPassword, demoSince, enterAs, guardianPage, inventedIn, seedPeople, seenBy, type DemoPerson } from './people.ts'
export { demoEnded, endDemo } from './end-demo.ts'
export { demoRoutes } from './routes.tsx'
export { messages } from './messages.ts'
