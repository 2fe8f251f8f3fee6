// Contact: a word to the school from somebody without an account, kept under a key of its own and erased on its day.
import { offerContactForm, retainMessages } from './controls.ts'

export { termOf } from './controls.ts'
export { arrived } from './send-message.ts'
export { jobs } from './erase-old.ts'
export { messagesWaiting } from './show-messages.ts'
export { messages } from './messages.ts'
export { routes } from './routes.tsx'
export { VisitorForm } from './visitor-form.tsx'
export const controls = [offerContactForm, retainMessages]
