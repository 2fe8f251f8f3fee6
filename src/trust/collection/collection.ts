// Collection: what the database can hold about people, against what the school has said it holds.
import { collectData, collectSources, refuseData, refuseUndeclared } from './controls.ts'

export { cliCommands } from './cli.ts'
export { hand, type Asked } from './given.ts'
export { coverage, rowsOfKinds, type Coverage, type Place } from './coverage.ts'
export { messages } from './messages.ts'
export const controls = [collectData, collectSources, refuseData, refuseUndeclared]
