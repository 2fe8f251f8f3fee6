// The policy desk: where a privacy officer drafts a new version, sees what it changes and for whom, and announces it together with a second person.
export { approveDraft, discardDraft, holdBack, proposeDraft } from './announce.ts'
export { saveDraft } from './draft.ts'
export { retryLetters, showDelivery } from './delivery.ts'
export { effectOf, type Effect } from './effect.ts'
export { showDesk } from './show.ts'
export { messages } from './messages.ts'
export { routes } from './routes.tsx'
