import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import type { Text } from '#platform/locale.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, isSystem, type Context } from '#trust/audit/audit.ts'
import { announce } from '#platform/events/events.ts'
import { certificateByNumber } from './find-certificate.ts'
import { newNumber } from './number.ts'
import { revoke } from './revoke-certificate.ts'
import { signCertificate } from './sign.ts'

export type CompletedCourse = { title: Text; hours: number | null; assessed: Text[] }

/** What a certificate says, from the modules that know it. Undefined: the course was not completed after all. */
export type Completion = { course: CompletedCourse; holder: string }
export type FindCompletion = (ctx: Context, of: { person: string; run: string }) => Promise<Completion | undefined>

/**
 * Issues when a completion was recorded; a repeated event changes nothing. `findCompletion` looks at the record itself,
 * so an event alone, or a result posted by hand, yields no certificate.
 */
export const issueWith = (findCompletion: FindCompletion) => command('certificates.issue', {
  input: z.strictObject({ person: z.uuid(), run: z.uuid() }),
  load: (ctx, input) => findCompletion(ctx, input),
  may: isSystem,
  async run(ctx, completion, { person, run }) {
    const before = await ctx.db.selectFrom('certificates.certificates').select('number').where('person', '=', person).where('run', '=', run).where('revoked_at', 'is', null).executeTakeFirst()
    if (before) return { number: before.number, issued: false }
    return { number: await issue(ctx, { person, run }, completion), issued: true }
  },
  audit: (_, { person }, { number, issued }) => ({ subject: person, details: issued ? number : `${number}, already issued` }),
})

/** The same course, in the name as it is now: the old certificate is withdrawn as replaced, in the same breath. */
export const reissueWith = (findCompletion: FindCompletion) => command('certificates.reissue', {
  input: z.strictObject({ number: z.string().min(1), why: z.string().trim().min(10).max(500) }),
  async load(ctx, { number }) {
    const certificate = await certificateByNumber(ctx.db, number)
    const completion = certificate && await findCompletion(ctx, certificate)
    return completion && { certificate, completion }
  },
  may: actor => actor.role === 'operator',
  async run(ctx, { certificate, completion }, { why }) {
    await revoke(ctx, certificate, { reason: 'replaced', why })
    return issue(ctx, certificate, completion)
  },
  audit: ({ certificate: { person, number } }, { why }, renewed) => ({ subject: person, details: `${number} → ${renewed}: ${why}` }),
})

async function issue(ctx: Context, { person, run }: { person: string; run: string }, { course, holder }: Completion): Promise<string> {
  const facts = { number: newNumber(), run, course, issued_at: ctx.now }
  const id = uuidv7()
  await ctx.db.insertInto('certificates.certificates').values({
    id, person, run, number: facts.number, course: JSON.stringify(course), issued_at: ctx.now,
    ...await seal(ctx, { table: 'certificates.certificates', row: id, person }, { holder }), signature: signCertificate(ctx.witness, ctx.site, facts),
  }).execute()
  await announce(ctx.db, 'certificates.issued', { person, about: id })
  return facts.number
}
