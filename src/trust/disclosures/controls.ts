import { sql } from 'kysely'
import { z } from 'zod'
import { nobody } from '#platform/ids.ts'
import { fill } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import { control, judge, type SiteContext } from '#trust/policy/policy.ts'
import type { Context } from '#trust/audit/audit.ts'
import { holdToGround } from './grounds.ts'
import { messages } from './messages.ts'

export const grounds = ['consent', 'service', 'law', 'protection'] as const
export type Ground = (typeof grounds)[number]

/** Looks through the register for what went out without its ground, its hands or its record, and tries every ground that somebody unknown has not given. */
export const discloseOnGround = control('disclose', 'on-ground', {
  rule: z.strictObject({ grounds: z.array(z.enum(grounds)).min(1) }),
  kind: 'invariant',
  async prove(rule, ctx) {
    const { rows: [found] } = await sql<{ cases: number; handed: number; wrong: number }>`
      select count(*)::int as cases, count(handed_at)::int as handed, count(*) filter (where handed_at is not null and (
        ground = 'law' and (second_at is null or not officer or second_at > handed_at) or ground = 'protection' and (first_at is null or not officer or first_at > handed_at)
        or declined_at is not null or told_at is null and person is not null and coalesce(secret_until, handed_at) < ${new Date(ctx.now.getTime() - 2 * 86_400_000)}))::int as wrong
      from disclosures.cases`.execute(ctx.db)
    const [tried, passed] = await tryWithout(ctx, rule.grounds)
    return judge(found!.cases + tried, found!.wrong + passed, fill(messages.proved, { ...found!, tried, wrong: found!.wrong + passed }))
  },
})

/** Nobody has consented, no such service is declared, and what is no ground here opens nothing. */
async function tryWithout(site: SiteContext, allowed: readonly Ground[]): Promise<[tried: number, passed: number]> {
  const ctx: Context = { ...site, actor: { person: null, role: 'system' }, locale: 'ru' }
  const fields = site.policy.data.map(({ category }) => ({ name: '', table: '', column: '', category }))
  const tries = [...grounds.filter(ground => !allowed.includes(ground)), 'consent', 'service'] as Ground[]
  const recipients = [...site.policy.recipients.map(({ id }) => id), 'nobody']
  let passed = 0
  for (const ground of tries) for (const recipient of recipients) if (!await isStopped(() => holdToGround(ctx, { ground, recipient, person: nobody, fields }))) passed++
  return [tries.length * recipients.length, passed]
}

async function isStopped(attempt: () => Promise<void>): Promise<boolean> {
  try { await attempt() } catch (error) {
    if (error instanceof Refusal) return true
    throw error
  }
  return false
}

export const controls = [discloseOnGround]
