import { z } from 'zod'
import { form, type Form, type Input } from '#platform/ui/ui.ts'
import { Asked } from './ask.ts'
import type { Ground } from './controls.ts'
import { messages } from './messages.ts'

const { person, scope, secret_until, secret_by } = Asked.shape
const line = z.string().trim().min(1).max(300)
const written = (name: keyof typeof messages): Input => ({ autocomplete: 'off', hint: name })

/** What is always asked. The recipients and the fields to choose from are known only where it is drawn. */
const about = { person, scope }
const drawn = { person: written('person-hint'), scope: { type: 'checkboxes' } } satisfies Record<string, Input>

const toRecipient = form(z.strictObject({ ...about, recipient: z.string().max(60) }), { ...drawn, recipient: { type: 'select' } }, messages)

/** Each ground asks for what it rests on, and for nothing else. */
export const askForms: Record<Ground, Form<z.ZodObject>> = {
  consent: toRecipient as Form<z.ZodObject>,
  service: toRecipient as Form<z.ZodObject>,
  law: form(z.strictObject({ ...about, body: line, demand: line, article: line, secret_until, secret_by }), {
    ...drawn, body: written('body-hint'), demand: written('demand-hint'), article: written('article-hint'), secret_until: { type: 'date', hint: 'secret_until-hint' }, secret_by: written('secret_by-hint'),
  }, messages) as Form<z.ZodObject>,
  protection: form(z.strictObject({ ...about, body: line, reason: z.string().trim().min(1).max(2000) }), { ...drawn, body: written('body-hint'), reason: { type: 'textarea', rows: 3, hint: 'reason-hint' } }, messages) as Form<z.ZodObject>,
}

/** The fields of a ground in the order in which one reads them; the scope is drawn by itself. */
export const fieldsAsked: Record<Ground, string[]> = {
  consent: ['person', 'recipient'], service: ['person', 'recipient'], law: ['person', 'body', 'demand', 'article', 'secret_until', 'secret_by'], protection: ['person', 'body', 'reason'],
}
