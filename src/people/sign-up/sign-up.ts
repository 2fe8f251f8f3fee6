// Sign-up: from the question of age to an account in use. It asks what the school's manifest lists, and nothing else.
export { register, confirmAddress } from './register.ts'
export { dropUnconfirmed } from './drop-unconfirmed.ts'
export { twinOf, walker } from './walker.ts'
export { letters } from './letters.ts'
export { jobs } from './jobs.ts'
export { routes } from './routes.tsx'
export { controls } from './controls.ts'
export { messages } from './messages.ts'
