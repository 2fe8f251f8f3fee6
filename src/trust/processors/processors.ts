// Processors: whoever outside the school gets data from it. There is one gate, and it lets out what the manifest declares, to whom it declares it.
export { decide, leaveFiles, passOut, throughGate, type Leaving } from './gate.ts'
export { transfersOf, type Transfer } from './transfers.ts'
export { fieldsInWords } from './field-names.ts'
export { tellRecipients } from './tell-recipients.ts'
export { controls } from './controls.ts'
export { cliCommands } from './cli.ts'
export { routes } from './routes.tsx'
export { messages } from './messages.ts'
