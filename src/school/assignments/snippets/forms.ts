import { z } from 'zod'
import { form } from '#platform/ui/ui.ts'
import { messages } from '../messages.ts'
import { SnippetText } from './keep-snippet.ts'

const words = { type: 'textarea', rows: 3 } as const
const Texts = { ru: SnippetText.default(''), kk: SnippetText.default(''), en: SnippetText.default('') }

/** A snippet, new or changed: words in at least one language. */
export const snippetForm = form(z.strictObject({ id: z.uuid().optional(), ...Texts }).refine(({ ru, kk, en }) => ru || kk || en, { path: ['ru'], message: 'snippet-empty' }),
  { id: { type: 'hidden' }, ru: words, kk: words, en: words }, { ...messages, ru: messages['snippet-ru'], kk: messages['snippet-kk'], en: messages['snippet-en'] })
export const removeSnippetForm = form(z.strictObject({ id: z.uuid() }), { id: { type: 'hidden' } }, messages)
