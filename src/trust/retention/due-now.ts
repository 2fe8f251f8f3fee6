import { z } from 'zod'
import { command, query, type Actor, type Context } from '#trust/audit/audit.ts'

/** What one promise of retention takes away now: `due` of the `all` rows that it looks at. */
export type DueNow = { promise: string; subject: string; term: string; all: number; due: number }

export const looksAfter = ({ role }: Actor) => role === 'operator' || role === 'privacy-officer'

/** Counts, promise by promise, what the next run would erase. Nothing is touched, and nobody is named. */
export const previewRetention = query('retention.preview', {
  input: z.strictObject({}),
  find: (ctx: Context) => dueNow(ctx),
  may: looksAfter,
  reveals: () => [],
})

/** Does now what the worker does every quarter of an hour. Answers what was due before it. */
export const runRetention = command('retention.run', {
  input: z.strictObject({}),
  load: (ctx: Context) => dueNow(ctx),
  may: looksAfter,
  async run(ctx, due) {
    // The promise erases, whoever was first to ask for it; the log still names who that was.
    const house: Context = { ...ctx, actor: { person: null, role: 'system' } }
    for (const { control, rule } of dated(ctx)) await control.enforce!(rule, house)
    return due
  },
  audit: () => ({ subject: null }),
})

/** The promises of retention that have a term, in the order of the manifest. */
export const dated = ({ policy }: Context) => policy.promises.filter(({ control }) => control.verb === 'retain' && control.due && control.enforce)

/** What kind of data a promise is about. */
export const subjectOf = ({ subject }: { subject: string }, rule: unknown): string => (rule as { category?: string }).category ?? subject

async function dueNow(ctx: Context): Promise<DueNow[]> {
  return Promise.all(dated(ctx).map(async ({ id, control, rule }) => {
    const { for: term } = rule as { for: string }
    return { promise: id, subject: subjectOf(control, rule), term, ...await control.due!(rule, ctx) }
  }))
}
