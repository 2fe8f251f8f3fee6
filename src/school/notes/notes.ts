// Notes: what somebody writes beside a lesson, for themselves. Nobody else has a page, a query or a command that leads to them.
export { keepNote } from './keep-note.ts'
export { noteAt, type Note } from './find-notes.ts'
export { NoteField, NoteLink } from './note-field.tsx'
export { routes } from './routes.tsx'
export { messages } from './messages.ts'
