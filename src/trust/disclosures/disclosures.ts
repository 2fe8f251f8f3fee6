// Disclosures: the one way by which people who work here hand somebody's data to somebody outside. On a ground the school has named, within a scope, once.
import { tellDuty } from './tell.ts'

export { approve, decline } from './approve.ts'
export { askDisclosure } from './ask.ts'
export { handOver } from './hand-over.ts'
export { hand } from './given.ts'
export { fieldsOf } from './scope.ts'
export { showDisclosure, showDisclosures } from './show.ts'
export { controls } from './controls.ts'
export { routes } from './routes.tsx'
export { messages } from './messages.ts'

export const duties = [tellDuty]
