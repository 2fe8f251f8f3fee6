import { z } from 'zod'
import { form } from '#platform/ui/ui.ts'
import { Proposed } from './announce.ts'
import { messages } from './messages.ts'

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }))

export const proposeForm = form(Proposed, { date: { type: 'date' }, hour: { type: 'select', options: () => hours } }, messages)
/** Which saving was read. */
export const approveForm = form(z.strictObject({ saving: z.coerce.number().int() }), { saving: { type: 'hidden', current: true } }, messages)
