import { z } from 'zod'
import { form } from '#platform/ui/ui.ts'
import { NoteWords } from './keep-note.ts'
import { messages } from './messages.ts'

/** `join` is the button that puts one's own words under those that another window has kept. */
export const noteForm = form(z.strictObject({ saving: z.uuid().optional(), words: NoteWords.shape.words, join: z.literal('on').optional() }),
  { saving: { type: 'hidden', current: true }, words: { type: 'textarea', rows: 6, hint: 'who-sees' } }, messages)
