// Files: what people hand in. A module gives a ticket in its command, the bytes come by a form or by a resumable upload
// into quarantine, `finish` looks at them, and the module keeps what passed. The store never holds a readable byte.
//   const ticket = await startUpload(ctx, …)                                  a command of the module, with makeTicket inside
//   const { fields, files } = await receiveForm(c, ctx, ticket)                or finishUpload(ctx, fields.get('upload'))
//   await handIn(ctx, { …, file: files[0].id })                                a command of the module, with keepFiles inside
//   const work = await showWork(ctx, id); return serveFile(ctx, work.file, { part: 'view', range })
export { briefly, type AskToLeave, type Files, type FilesContext } from './context.ts'
export { fileStore } from './file-store.ts'
export { finish, finishUpload, type Finished } from './finish.ts'
export { healthOf, type FilesHealth } from './health.ts'
export { jobs } from './jobs.ts'
export { fileFacts, keepFiles, releaseFiles } from './keep-files.ts'
export { putMade } from './made-files.ts'
export { messages } from './messages.ts'
export { openFiles } from './open-files.ts'
export { readRange } from './range.ts'
export { readUpload, receiveForm, type Received } from './receive-form.ts'
export { readPart, serveFile, type PartName, type Readable } from './serve-file.ts'
export { routes } from './routes.ts'
export { NoSuchObject, type Store } from './store.ts'
export { keptObjects, storedFor, wayBack, type Fingerprint } from './stored-files.ts'
export { sweepFiles, type Sweep } from './sweep.ts'
export { findTicket, makeTicket, type Ticket, type Wish } from './tickets.ts'
export { isPicture, kinds, mediaTypes, pictures, type Camera, type Keep, type Kind } from '#platform/inspection/inspection.ts'
