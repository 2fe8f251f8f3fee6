// Backups: encrypted copies of both databases, each apart; the proof that they open, count and come back; and the closing of
// the window after which copies of the vault open for nobody any more.
export { cliCommands } from './cli.ts'
export { controls } from './controls.ts'
export { jobs, lastNight, makeDueCopies, turnKeys } from './jobs.ts'
export { copiesIn, drill, makeCopy, newestOf } from './keep-copies.ts'
export { loadCopy } from './load-copy.ts'
export { messages } from './messages.ts'
export { verifyCopy } from './read-copy.ts'
export { reconcile, recordRestore, repairs, restoreCopy, type Reconciled } from './restore-copy.ts'
export { givenRoom, handRoom, type Room } from './room.ts'
