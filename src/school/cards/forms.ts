import { z } from 'zod'
import { form } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'

/** The four answers are four buttons; the card is whichever is shown now. */
export const cardForm = form(z.strictObject({ question: z.uuid(), rating: z.coerce.number().int().min(1).max(4) }), { question: { type: 'hidden', current: true } }, messages)
