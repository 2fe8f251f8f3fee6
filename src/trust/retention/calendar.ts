import { z } from 'zod'
import type { Text } from '#platform/locale.ts'
import { comingDue } from '#platform/obligations/obligations.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { lawProfile } from '#trust/law/law.ts'
import { legalHoldsByKind } from '#trust/rights/rights.ts'
import { dated, looksAfter, subjectOf } from './due-now.ts'
import { messages } from './messages.ts'

const length = 12

export type Going = { /** What goes, in words. */ what: Text; /** The promise by which it goes; none for an obligation. */ promise?: string; /** Why the law lets us keep it until then. */ ground?: Text; term?: string; all: number; /** How much goes in each of the months. */ months: number[] }
/** What the law keeps: for a `term` after an erasure, or `until` a day for so many people on whom a hold lies; `ground` is the law. */
export type Held = { what: Text; ground: Text; term?: string; until?: Date; people?: number }
export type RetentionCalendar = { /** Each month as its first day, such as 2026-12-01. */ months: string[]; going: Going[]; owed: Going[]; held: Held[] }

/** What goes when, in this month and the eleven after it: by the terms of the promises, as if nobody came back, and by what is owed to people. */
export const showCalendar = query('retention.calendar', {
  input: z.strictObject({}),
  async find(ctx: Context): Promise<RetentionCalendar> {
    const { db, now, zone, policy, map } = ctx
    const first = now.toTemporalInstant().toZonedDateTimeISO(zone).with({ day: 1 }).startOfDay()
    const starts = Array.from({ length: length + 1 }, (_, month) => first.add({ months: month }))
    const moments = starts.map(each => new Date(each.epochMilliseconds))
    const ends = moments.slice(1)
    const [going, owed, holds] = await Promise.all([
      Promise.all(dated(ctx).map(async ({ id, control, rule }): Promise<Going> => {
        const { for: term } = rule as { for: string }
        const counts = await Promise.all(ends.map(end => control.due!(rule, { ...ctx, now: end })))
        return { what: nameOf(policy, subjectOf(control, rule)), promise: id, ...groundOf(policy, subjectOf(control, rule)), term, all: counts[0]!.all, months: counts.map(({ due }, month) => due - (counts[month - 1]?.due ?? 0)) }
      })),
      comingDue(db, ends.at(-1)!),
      legalHoldsByKind(db, now),
    ])
    const kinds = [...new Set(owed.map(({ kind }) => kind))]
    return {
      months: starts.slice(0, length).map(each => each.toPlainDate().toString()), going,
      owed: kinds.map(kind => {
        const mine = owed.filter(each => each.kind === kind)
        return { what: messages[`owed-${kind}` as 'owed-rights.request'] ?? messages['owed-other'], all: mine.length, months: ends.map((end, month) => mine.filter(({ due_by }) => due_by < end && (month === 0 || due_by >= ends[month - 1]!)).length) }
      }),
      held: [...heldBy(map, policy), ...holds.map(({ category, ground, until, people }) => ({ what: nameOf(policy, category), ground: { ru: ground, kk: ground, en: ground }, until, people }))],
    }
  },
  may: looksAfter,
  reveals: () => [],
})

const nameOf = ({ data }: Context['policy'], subject: string): Text =>
  data.find(({ category }) => category === subject)?.what ?? messages[`subject-${subject}` as 'subject-account'] ?? { ru: subject, kk: subject, en: subject }

/** The legal ground that the manifest names for a kind of data. */
function groundOf({ data, law }: Context['policy'], subject: string): { ground?: Text } {
  const found = data.find(({ category }) => category === subject)
  return found ? { ground: lawProfile(law).grounds[found.basis]!.what } : {}
}

/** From the data map: what the law makes us keep when a person goes. */
function heldBy(map: Context['map'], policy: Context['policy']): Held[] {
  const held = map.flatMap(({ columns }) => columns.flatMap(({ note }) => note.says === 'data' && note.term ? [[note.category, note.term] as const] : []))
  return [...new Map(held)].map(([category, term]) => ({ what: nameOf(policy, category), ground: groundOf(policy, category).ground ?? messages['ground-law'], term }))
}
