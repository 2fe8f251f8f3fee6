// Rules for me: which policies apply to the account of whoever looks, and why; to read, to be sent, or to ask about.
export { controls, tellsRules } from './controls.ts'
export { messages } from './messages.ts'
export { routes } from './routes.tsx'
