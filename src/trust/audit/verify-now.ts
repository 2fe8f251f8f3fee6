import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import { command } from './command.ts'
import type { Context } from './context.ts'
import { query } from './query.ts'
import { verifyLog } from './verify-log.ts'

/** Recomputes the whole log against every checkpoint inside and outside, before its own transaction; the verdict is kept. */
export const verifyNow = command('audit.verify', {
  input: z.strictObject({}),
  prepare: ({ sealer, site, witness }) => verifyLog(sealer, site, witness),
  load: async (_, __, verdict) => verdict,
  may: actor => actor.role === 'privacy-officer' || actor.role === 'system',
  async run({ db, now }, { fault, ...verdict }) {
    await db.insertInto('audit.verdicts').values({ id: uuidv7(), at: now, ...verdict, fault_at: fault?.at ?? null, fault_from: fault?.from ?? null, fault: fault?.what ?? null }).execute()
    return { ...verdict, ...(fault && { fault }) }
  },
  audit: ({ intact }) => ({ subject: null, outcome: intact ? 'done' : 'refused' }),
})

export const showVerdicts = query('audit.verdicts', {
  input: z.strictObject({}),
  find: ({ db }: Context) => db.selectFrom('audit.verdicts').select(['id', 'at', 'intact', 'entries', 'checkpoints', 'unsealed', 'fault_at', 'fault']).orderBy('at', 'desc').limit(20).execute(),
  may: actor => actor.role === 'privacy-officer',
  reveals: () => [],
})
