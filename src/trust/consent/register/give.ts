import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { consentNamed } from './declared.ts'
import { handed } from './given.ts'
import { writeRecord } from './record.ts'
import { allowed } from './standing.ts'

const Which = z.strictObject({ consent: z.string().max(60) })

const ofMyself = async (ctx: Context, { consent }: { consent: string }) => {
  const [declared, { person }] = [consentNamed(ctx.policy, consent), ctx.actor]
  return declared && person ? { declared, person, standing: await allowed(ctx, consent, person) } : undefined
}

/** Gives a consent on its own page, under its whole text. */
export const giveConsent = command('consent.give', {
  input: Which,
  load: ofMyself,
  may: (actor, { person }) => isSelf(actor, person),
  run(ctx, { declared, person, standing }) {
    if (standing) throw new Refusal(409, 'consent.given-already')
    return writeRecord(ctx, declared, { person, given: true, manner: 'page' })
  },
  audit: ({ declared, person }) => ({ subject: person, details: `${declared.id} ${declared.version}` }),
})

/** Takes it back: no reason is asked, and what rests on it stops with this record. */
export const withdrawConsent = command('consent.withdraw', {
  input: Which,
  load: ofMyself,
  may: (actor, { person }) => isSelf(actor, person),
  run(ctx, { declared, person, standing }) {
    if (!standing) throw new Refusal(409, 'consent.not-given')
    return writeRecord(ctx, declared, { person, given: false, manner: 'page' })
  },
  audit: ({ declared, person }) => ({ subject: person, details: `${declared.id} ${declared.version}` }),
})

/** The same by the officer, for somebody who asked for it in a request: by letter, by telephone, in person. */
export const withdrawForAsker = command('consent.withdraw-for-asker', {
  input: Which.extend({ request: z.uuid() }),
  async load(ctx: Context, { consent, request }) {
    const [declared, person] = [consentNamed(ctx.policy, consent), await handed().askerOf(ctx, request)]
    return declared && person ? { declared, person, standing: await allowed(ctx, consent, person) } : undefined
  },
  may: actor => actor.role === 'privacy-officer',
  run(ctx, { declared, person, standing }) {
    if (!standing) throw new Refusal(409, 'consent.not-given')
    return writeRecord(ctx, declared, { person, given: false, manner: 'request' })
  },
  audit: ({ declared, person }) => ({ subject: person, details: `${declared.id} ${declared.version}` }),
})
