// Authoring: courses as their authors hold them in their hands. Folders of Markdown and YAML come in as drafts, are looked at by staff before
// anybody else sees them, and go out again in the same format.
export { bringIn } from './bring-in.ts'
export { shelf } from './course-kept.ts'
export { takeOut } from './take-out.ts'
export { cliCommands } from './cli-commands.ts'
export { messages } from './messages.ts'
export { routes } from './routes.tsx'
