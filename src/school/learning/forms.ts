import { z } from 'zod'
import { locales } from '#platform/locale.ts'
import { form } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'

/** The fields are drawn by the question itself; this reads and refuses what is sent. */
export const checkForm = form(z.strictObject({ question: z.uuid(), answer: z.array(z.string().max(200)).max(30).default([]) }), { question: { type: 'hidden' }, answer: { type: 'checkboxes' } }, messages)

export const placeForm = form(z.strictObject({ place: z.coerce.number().int().min(0).max(10_000) }), { place: { type: 'hidden' } }, messages)

const names = { ru: 'Русский', kk: 'Қазақша', en: 'English' }
export const languageForm = form(z.strictObject({ language: z.enum(locales), lesson: z.string().regex(/^[a-z0-9-]{1,120}$/).optional() }), { lesson: { type: 'hidden' }, language: { type: 'select', options: () => locales.map(value => ({ value, label: names[value] })) } }, messages)
