// A teacher's own words for comments, each in as many languages as they wrote it in.
import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { isLocale, type Locale } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import { open, type Revealed } from '#platform/sealing/sealing.ts'
import { query, type Context } from '#trust/audit/audit.ts'

/** Those of one teacher, in the order they were written. */
export const snippetsOf = (db: Database, teacher: string | null) =>
  db.selectFrom('assignments.snippets').select(['id', 'ru', 'kk', 'en']).where('teacher', '=', teacher).orderBy('made_at').orderBy('id').execute()
export type Snippet = Revealed<Awaited<ReturnType<typeof snippetsOf>>>[number]

/** The page of one's own snippets. */
export const showSnippets = query('assignments.show-snippets', {
  input: z.strictObject({}),
  find: ({ db, actor }: Context) => snippetsOf(db, actor.person),
  may: actor => actor.role === 'teacher',
  reveals: () => [],
})

/** One snippet in one language, as a form without script names it: `<id>.<language>`. */
export const Chosen = z.string().regex(/^[0-9a-f-]{36}\.(ru|kk|en)$/)

/** What was typed, and after it the snippet that was chosen; refuses one that is not the teacher's own, and what becomes longer than `most` characters. */
export async function withSnippet(ctx: Context, words: string, chosen: string | undefined, most: number): Promise<string> {
  if (!chosen) return words
  const [id, locale = ''] = chosen.split('.') as [string, string]
  const found = (await snippetsOf(ctx.db, ctx.actor.person)).find(snippet => snippet.id === id)
  const sealed = found && isLocale(locale) ? found[locale] : undefined
  const text = sealed && open(ctx, sealed)
  if (!text) throw new Refusal(422, 'assignments.no-such-snippet')
  const whole = [words, text].filter(Boolean).join('\n')
  if (whole.length > most) throw new Refusal(422, 'assignments.snippet-too-long', { most })
  return whole
}

/** Every snippet in every language it has, by language; the reader's own comes first. */
export function byLanguage(snippets: readonly Snippet[], first: Locale): { locale: Locale; texts: { id: string; text: string }[] }[] {
  const order = [first, ...(['ru', 'kk', 'en'] as const).filter(each => each !== first)]
  return order.map(locale => ({ locale, texts: snippets.flatMap(({ id, [locale]: text }) => text ? [{ id, text }] : []) })).filter(({ texts }) => texts.length)
}
