// Staff: who works at the school, in which role, and what they may look at.
export { addByTerminal, inviteStaff } from './invite.ts'
export { letters } from './letters.ts'
export { findPerson, keepLook, lookAt, listPeople, openedUntil, showPerson } from './people-office.ts'
export { changeRole, handOverReset, restorePerson, suspendPerson } from './standing.ts'
export { cliCommands } from './cli-commands.ts'
export { routes } from './routes.tsx'
export { controls } from './controls.ts'
export { messages } from './messages.ts'
