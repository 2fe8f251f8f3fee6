// Recovery: ways back into an account, and the change of the address or login that opens it.
export { acknowledgeCodes, codesOf, makeCodes, renewCodes } from './codes.ts'
export { askForReset, recoverByCode, resetByHands, resetPassword } from './reset.ts'
export { beginHandover, handoverOf, vouchFor } from './hands.ts'
export { askChange, cancelChange, confirmChange, changeByLink, openChange } from './change-address.ts'
export { letters } from './letters.ts'
export { jobs } from './jobs.ts'
export { routes } from './routes.tsx'
export { messages } from './messages.ts'
