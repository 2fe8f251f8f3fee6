import { z } from 'zod'
import { inEveryLanguage, type Locale, type Text } from '#platform/locale.ts'
import type { Option, Question } from './course-folder.ts'

/** Words in one language. The limits are far above what a page can show. */
export const words = (most = 4000) => z.string().trim().min(1).max(most)
export const inAllLanguages = (most?: number) => z.strictObject({ ru: words(most), kk: words(most), en: words(most) })
export const Said = inAllLanguages()
export const Slug = z.string().max(80).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

// One letter says nothing about the answer; a telling id would reach the browser with the question.
const Letter = z.string().regex(/^[a-z]$/)
const listed = <T>(text: z.ZodType<T>) => z.record(Letter, text)
  .refine(options => Object.keys(options).length > 1, { message: 'too-small', params: { minimum: 2 } })
  .transform(options => Object.entries(options).map(([id, text]) => ({ id, text })))

/** The four types that both tests and lessons have, with their texts in all languages or in one. */
export const choices = <T, S>(text: z.ZodType<T>, accepted: z.ZodType<S>) => ({
  single: { type: z.literal('single'), options: listed(text), right: Letter },
  multiple: { type: z.literal('multiple'), options: listed(text), right: z.array(Letter).min(1) },
  numeric: { type: z.literal('numeric'), right: z.number(), tolerance: z.number().min(0).default(0), unit: text.nullable().default(null) },
  short: { type: z.literal('short'), right: accepted },
})
export const Accepted = z.array(words(300).refine(answer => normalised(answer) !== '', { message: 'empty-answer' })).min(1)

const base = { id: Slug, points: z.int().min(1).max(100), lesson: Slug, text: Said, explanation: Said }
const { single, multiple, numeric, short } = choices(Said, z.strictObject({ ru: Accepted, kk: Accepted, en: Accepted }))
export const QuestionRead = z.discriminatedUnion('type', [
  z.strictObject({ ...base, ...single }),
  z.strictObject({ ...base, ...multiple }),
  z.strictObject({ ...base, ...numeric }),
  z.strictObject({ ...base, ...short }),
  z.strictObject({ ...base, type: z.literal('matching'), items: listed(Said), options: listed(Said), right: z.record(Letter, Letter) }),
  z.strictObject({ ...base, type: z.literal('ordering'), items: listed(Said), right: z.array(Letter) }),
]).superRefine(answerable) satisfies z.ZodType<Question>

type Asked = { type: string; options?: { id: string }[]; items?: { id: string }[]; right?: unknown }

/** The right answer must be one that can be given. */
export function answerable(question: Asked, ctx: z.RefinementCtx) {
  const { type, options = [], items = [], right } = question
  const fault = (message: string, params: Record<string, string> = {}) => ctx.addIssue({ code: 'custom', message, path: ['right'], params })
  const isOption = (id: string) => options.some(option => option.id === id)
  const named = type === 'matching' ? Object.values(right as Record<string, string>) : type === 'single' || type === 'multiple' ? [right].flat() as string[] : []
  for (const answer of named) if (!isOption(answer)) fault('unknown-answer', { answer })
  if (type === 'multiple' && new Set(named).size < named.length) fault('answer-twice')
  if (type === 'matching' && !sameIds(items, Object.keys(right as object))) fault('unmatched')
  if (type !== 'ordering') return
  if (!sameIds(items, right as string[])) fault('bad-order')
  else if (items.map(item => item.id).join() === (right as string[]).join()) fault('order-given-away')
}

const sameIds = (items: { id: string }[], ids: string[]) => items.length === ids.length && items.every(item => ids.includes(item.id))

/** Two short answers are the same when these are: case, spaces, quotes, hyphens and a final stop do not matter, ё is е. */
export const normalised = (answer: string) =>
  answer.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replace(/[«»"'“”„’`]/g, '').replace(/[\s\u2010-\u2015-]+/g, ' ').trim().replace(/[.!?…,;:]+$/, '').trim()

/** Options of the same id in three languages become one option. */
export const together = (options: Record<Locale, { id: string; text: string }[]>): Option[] =>
  options.ru.map(({ id }) => ({ id, text: inEveryLanguage(locale => options[locale].find(option => option.id === id)!.text) as Text }))
