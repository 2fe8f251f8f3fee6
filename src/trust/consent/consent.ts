// Consent: what a visitor or a member has allowed, asked before it happens and as easy to refuse as to give.
export { allows, askedIn, mustAsk, readChoice, type Category, type Choice } from './choice.ts'
export { cookieQuestion } from './question.ts'
export { controls } from './controls.ts'
export { routes } from './routes.tsx'
export { messages } from './messages.ts'
