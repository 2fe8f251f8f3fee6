import { z } from 'zod'
import { form } from '#platform/ui/ui.ts'
import { Consented } from './consent.ts'
import { messages } from './messages.ts'

export const consentForm = form(Consented, { consent: { type: 'checkbox' }, signed: { type: 'text', optional: true, hint: 'signed-hint', autocomplete: 'off' } }, messages)
export const placeForm = form(z.strictObject({ place: z.enum(['yes', 'no']) }), { place: { type: 'hidden' } }, messages)
