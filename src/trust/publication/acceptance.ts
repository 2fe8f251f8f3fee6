// Agreement with a version: that it was given, when, and in which manner. It stands for no other consent.
import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { fill } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, type Actor, type Context } from '#trust/audit/audit.ts'
import { control, judge, ruleOf } from '#trust/policy/policy.ts'
import { joined } from './given.ts'
import { messages } from './messages.ts'

export type Manner = 'registration' | 'continued-use'
export type Acceptance = { version: number; manner: Manner; acceptedAt: Date }

/** The school says when it takes use for agreement; each such moment leaves a record. */
export const askAcceptance = control('ask', 'acceptance', {
  rule: z.strictObject({ on: z.array(z.enum(['registration', 'continued-use'])).min(1) }),
  kind: 'invariant',
  async prove({ on }, { db, policy }) {
    const [people, rows] = await Promise.all([joined(db), db.selectFrom('publication.acceptances').select(['person', 'version']).execute()])
    const agreed = new Set(rows.map(({ person }) => person))
    const without = on.includes('registration') ? people.filter(person => !agreed.has(person)).length : 0
    return judge(rows.length, without, fill(messages['found-acceptances'], { all: rows.length, current: rows.filter(({ version }) => version === policy.version.number).length, without }))
  },
})

/**
 * Called by registration, in its own transaction. `agreed` is the number of the version that stood on the form.
 * @throws Refusal 422 when it is not the version in force: the person agreed with something else.
 */
export async function acceptAtRegistration(ctx: Context, person: string, agreed: number) {
  if (agreed !== ctx.policy.version.number) throw new Refusal(422, 'publication.other-version')
  await record(ctx, person, 'registration')
}

const record = ({ db, policy, now }: Context, person: string, manner: Manner) =>
  db.insertInto('publication.acceptances').values({ person, version: policy.version.number, by_use: manner === 'continued-use', accepted_at: now })
    .onConflict(clash => clash.doNothing()).execute()

/** The first signed-in use after a version began to apply. Before that moment `ctx.policy` is the version before. */
export const acceptByUse = command('publication.accept-by-use', {
  input: z.strictObject({}),
  load: async ({ actor }: Context) => actor.person ? { person: actor.person } : undefined,
  may: (actor: Actor, { person }) => actor.person === person,
  run: (ctx, { person }) => record(ctx, person, 'continued-use'),
  audit: ({ person }) => ({ subject: person }),
})

const seen = new Set<string>()

/** Called with each signed-in request, outside of its transaction; asks the database once for a person and version. */
export async function noteUse(ctx: Context) {
  const { person } = ctx.actor
  // The first version is agreed with by registration.
  if (!person || ctx.policy.version.number < 2 || !ruleOf(ctx.policy, askAcceptance)?.on.includes('continued-use')) return
  const key = `${ctx.site} ${person} ${ctx.policy.version.number}`
  if (seen.has(key)) return
  const { once: _, ...rest } = ctx
  await acceptByUse(rest, {})
  if (seen.size > 100_000) seen.clear()
  seen.add(key)
}

/** Which versions a person agreed with, the latest first. */
export async function acceptancesOf(db: Database, person: string): Promise<Acceptance[]> {
  const rows = await db.selectFrom('publication.acceptances').select(['version', 'by_use', 'accepted_at']).where('person', '=', person).orderBy('version', 'desc').execute()
  return rows.map(({ version, by_use, accepted_at }) => ({ version, manner: by_use ? 'continued-use' : 'registration', acceptedAt: accepted_at }))
}
