// Office: what the people who run a school look at first, and where each figure leads to its rows.
export { routes } from './routes.tsx'
export { hand } from './given.ts'
export { letters } from './test-letter.ts'
export { messages } from './messages.ts'
