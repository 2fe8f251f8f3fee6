import { z } from 'zod'
import type { Database, SealedValue } from '#platform/database/database.ts'
import { isSelf, query, type Context } from '#trust/audit/audit.ts'
import type { CompletedCourse } from './issue-certificate.ts'
import { readNumber } from './number.ts'
import { isGenuine } from './sign.ts'

export const certificateByNumber = (db: Database, number: string) =>
  db.selectFrom('certificates.certificates').selectAll().where('number', '=', readNumber(number)).executeTakeFirst()

/** What the sealed name becomes once the page has opened it. */
type Opened = string | SealedValue | null
export type ShownCertificate = {
  id: string; number: string; course: CompletedCourse; issued_at: Date; holder: Opened; nameShown: boolean
  revokedAt: Date | null; revokedFor: string | null; genuine: boolean; mine: boolean
}

/** What its seal is drawn from, on the page and on paper. */
export const sealOf = ({ id, number }: Pick<ShownCertificate, 'id' | 'number'>) => `${id}${number}`

/** For anyone who has the number: valid or not, and the name only if its holder allowed it. The holder sees the whole; a withdrawn one names nobody, for its name may be the mistake. */
export const checkCertificate = query('certificates.check', {
  input: z.strictObject({ number: z.string().max(40) }),
  async find(ctx: Context, { number }): Promise<ShownCertificate | undefined> {
    const row = await certificateByNumber(ctx.db, number)
    if (!row) return undefined
    const mine = isSelf(ctx.actor, row.person)
    return {
      id: row.id, number: row.number, course: row.course, issued_at: row.issued_at, holder: (mine || row.name_shown) && !row.revoked_at ? row.holder : null, nameShown: row.name_shown,
      revokedAt: row.revoked_at, revokedFor: row.revoked_for, genuine: isGenuine(ctx.witness, ctx.site, row), mine,
    }
  },
  may: () => true,
  reveals: () => [],
})

/** The certificates of whoever asks. */
export const myCertificates = (ctx: Context) =>
  ctx.db.selectFrom('certificates.certificates').select(['id', 'number', 'run', 'course', 'issued_at', 'revoked_at', 'name_shown'])
    .where('person', '=', ctx.actor.person).orderBy('issued_at', 'desc').execute()

export const listCertificates = query('certificates.list', {
  input: z.strictObject({ said: z.string().optional() }),
  find: ({ db }: Context) => db.selectFrom('certificates.certificates').select(['id', 'number', 'course', 'issued_at', 'revoked_at', 'revoked_for']).orderBy('issued_at', 'desc').limit(200).execute(),
  may: actor => actor.role === 'operator',
  reveals: () => [],
})
