import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import type { Text } from '#platform/locale.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, isSystem, type Context } from '#trust/audit/audit.ts'
import { announce } from '#platform/events/events.ts'
import { newNumber } from './number.ts'
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
  async run(ctx, { course, holder }, { person, run }) {
    const { db, now } = ctx
    const before = await db.selectFrom('certificates.certificates').select('number').where('person', '=', person).where('run', '=', run).where('revoked_at', 'is', null).executeTakeFirst()
    if (before) return { number: before.number, issued: false }
    const facts = { number: newNumber(), run, course, issued_at: now }
    const id = uuidv7()
    await db.insertInto('certificates.certificates').values({
      id, person, run, number: facts.number, course: JSON.stringify(course), issued_at: now,
      ...await seal(ctx, { table: 'certificates.certificates', row: id, person }, { holder }), signature: signCertificate(ctx.witness, ctx.site, facts),
    }).execute()
    await announce(db, 'certificates.issued', { person, about: id })
    return { number: facts.number, issued: true }
  },
  audit: (_, { person }, { number, issued }) => ({ subject: person, details: issued ? number : `${number}, already issued` }),
})
