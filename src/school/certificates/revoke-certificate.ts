import { z } from 'zod'
import { announce } from '#platform/events/events.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { certificateByNumber } from './find-certificate.ts'

export const reasons = ['mistake', 'false-result', 'replaced'] as const

export const revokeCertificate = command('certificates.revoke', {
  input: z.strictObject({ number: z.string().min(1), reason: z.enum(reasons), why: z.string().trim().min(10).max(500) }),
  load: ({ db }, { number }) => certificateByNumber(db, number),
  may: actor => actor.role === 'operator',
  run: revoke,
  audit: ({ person }, { reason, why }) => ({ subject: person, details: `${reason}: ${why}` }),
})

type Certificate = { id: string; person: string; revoked_at: Date | null }

export async function revoke(ctx: Context, { id, person, revoked_at }: Certificate, { reason, why }: { reason: (typeof reasons)[number]; why: string }) {
  if (revoked_at) throw new Refusal(409, 'certificates.already-revoked')
  const sealed = await seal(ctx, { table: 'certificates.certificates', row: id, person }, { revoked_why: why })
  await ctx.db.updateTable('certificates.certificates').set({ revoked_at: ctx.now, revoked_for: reason, ...sealed }).where('id', '=', id).execute()
  await announce(ctx.db, 'certificates.revoked', { person, about: id })
}
