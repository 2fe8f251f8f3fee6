// Child reports: anyone says that a child gave data without consent; the account is closed at once, looked into, and erased or opened again.
export { controls, takesReports } from './controls.ts'
export { letters } from './letters.ts'
export { messages } from './messages.ts'
export { reportedByLetter, reportInLetter } from './by-letter.ts'
export { routes } from './routes.tsx'
