import { z } from 'zod'
import { command } from '#trust/audit/audit.ts'
import { given } from '../parts.ts'

/** Who asks is shown for a while to whoever says why; both the look and the reason are in the log, and the person can read them. */
export const revealSubject = command('rights.reveal', {
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(10).max(500) }),
  load: ({ db }, { id }) => db.selectFrom('rights.requests').select(['number', 'person']).where('id', '=', id).executeTakeFirst(),
  may: actor => actor.role === 'privacy-officer',
  // Both are one sending: the key of the form is claimed once.
  run: (ctx, { person }, { reason }) => given().look({ ...ctx, once: undefined }, { person, why: reason }),
  audit: ({ person, number }) => ({ subject: person, details: `№ ${number}` }),
})
