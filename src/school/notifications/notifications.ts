// Notifications: what somebody is told about, in the school and by letter. A notice holds ids; what it is about is shown where it lives.
export { kinds, type Kind } from './kinds.ts'
export { tell } from './tell.ts'
export { myNotices, unreadCount } from './find-notices.ts'
export { readAll, readNotice } from './read-notice.ts'
export { announceFeedback, type GivenReview } from './announce-feedback.ts'
export { letters } from './letters.ts'
export { messages } from './messages.ts'
export { routes } from './routes.tsx'
