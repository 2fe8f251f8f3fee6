import { z } from 'zod'
import type { Text } from '#platform/locale.ts'
import { form, type Failed } from '#platform/ui/ui.ts'
import { NoteWords } from './desk/note-on-work.ts'
import { messages } from './messages.ts'
import { Why } from './nameless/look-at-learner.ts'
import { Chosen } from './snippets/find-snippets.ts'
import { ReplyWords } from './work/reply.ts'
import { Described, Words } from './work/submit-work.ts'

/** What stands around the file of a work. The file itself never goes through a form: it streams. */
export const fileWorkForm = form(z.strictObject({ words: Words.default(''), described: Described.default(''), keep: z.boolean() }),
  { words: { type: 'textarea', rows: 4 }, described: { hint: 'described-hint' }, keep: { type: 'checkbox' } }, messages)

const written = (label: 'words-text' | 'words-code') =>
  form(z.strictObject({ words: Words.min(1) }), { words: { type: 'textarea', rows: 16 } }, { words: messages[label] })
export const textWorkForm = written('words-text')
export const codeWorkForm = written('words-code')

export const replyForm = form(z.strictObject({ words: ReplyWords }), { words: { type: 'textarea', rows: 3 } }, { words: messages.answer })

const percent = z.number().min(0).max(100)
const line = z.int().min(1).max(100_000)
const noteInputs = { note: { type: 'hidden' }, words: { type: 'textarea', rows: 3 }, snippet: { type: 'hidden' } } as const
const noteFields = { note: z.uuid().optional(), words: NoteWords, snippet: Chosen.optional() }
const saysSomething = ({ words, snippet }: { words: string; snippet?: string | undefined }) => Boolean(words || snippet)
const silent = { path: ['words'], message: 'note-empty' }
const noteMessages = { ...messages, words: messages['note-words'] }
/** A note at a point of a photo, new or changed. */
export const pinForm = form(z.strictObject({ ...noteFields, x: percent, y: percent }).refine(saysSomething, silent), { ...noteInputs, x: { type: 'number' }, y: { type: 'number' } }, noteMessages)
/** A note on one line of a text, or on several. */
export const lineForm = form(z.strictObject({ ...noteFields, from: line, to: line.optional() }).refine(({ from, to = from }) => to >= from, { path: ['to'], message: 'lines-backwards' }).refine(saysSomething, silent), { from: { type: 'number' }, to: { type: 'number', optional: true, hint: 'to-hint' }, ...noteInputs }, noteMessages)
export const removeForm = form(z.strictObject({ note: z.uuid() }), { note: { type: 'hidden' } }, messages)
export const lookForm = form(z.strictObject({ why: Why }), { why: { type: 'textarea', rows: 2, hint: 'why-hint' } }, messages)
export const namingForm = form(z.strictObject({ anonymous: z.enum(['yes', 'no']) }), { anonymous: { type: 'hidden' } }, messages)
export const holdForm = form(z.strictObject({ over: z.enum(['yes']).optional() }), { over: { type: 'hidden' } }, messages)
export const dueForm = form(z.strictObject({ run: z.string().max(120), due: z.iso.date().optional() }), { run: { type: 'hidden' }, due: { type: 'date', optional: true } }, { ...messages, due: messages['due-form'] })

type ReviewSent = { outcome: string; words: string; seen?: string; over?: boolean; levels: Record<string, number>; comments: Record<string, string>; snippet?: string; snippets: Record<string, string> }

/** Its fields depend on the criteria of the work, so it reads them by their names: level-<criterion>, comment-<criterion>, snippet-<criterion>. */
export const reviewForm = {
  read(sent: URLSearchParams): { ok: true; input: ReviewSent } {
    const named = (prefix: string) => [...sent].filter(([name]) => name.startsWith(prefix)).map(([name, value]) => [name.slice(prefix.length), value] as const)
    return {
      ok: true,
      input: {
        outcome: sent.get('outcome') ?? '', words: sent.get('words') ?? '', ...sent.get('seen') && { seen: sent.get('seen')! }, ...sent.has('over') && { over: true },
        levels: Object.fromEntries(named('level-').map(([name, value]) => [name, Number(value)])), comments: Object.fromEntries(named('comment-')),
        ...sent.get('snippet') && { snippet: sent.get('snippet')! }, snippets: Object.fromEntries(named('snippet-').filter(([, chosen]) => chosen)),
      },
    }
  },
  refuse: (sent: URLSearchParams, refused: Text): Failed => ({ form: 'review', values: Object.fromEntries(sent), problems: {}, refused }),
}
