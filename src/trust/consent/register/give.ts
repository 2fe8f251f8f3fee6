import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { consentNamed } from './declared.ts'
import { handed } from './given.ts'
import { writeRecord, type Manner } from './record.ts'
import { allowed } from './standing.ts'

const Which = z.strictObject({ consent: z.string().max(60) })

/** A consent of the school with how it stands for somebody: undefined where there is no such consent, or nobody. */
async function about(ctx: Context, consent: string, person: string | null | undefined) {
  const declared = consentNamed(ctx.policy, consent)
  return declared && person ? { declared, person, standing: await allowed(ctx, consent, person) } : undefined
}
type About = NonNullable<Awaited<ReturnType<typeof about>>>

const audit = ({ declared, person }: About) => ({ subject: person, details: `${declared.id} ${declared.version}` })
const mine = {
  input: Which,
  load: (ctx: Context, { consent }: z.output<typeof Which>) => about(ctx, consent, ctx.actor.person),
  may: (actor: Context['actor'], { person }: About) => isSelf(actor, person),
  audit,
}

function end(ctx: Context, { declared, person, standing }: About, manner: Manner) {
  if (!standing) throw new Refusal(409, 'consent.not-given')
  return writeRecord(ctx, declared, { person, given: false, manner })
}

/** Gives a consent on its own page, under its whole text. */
export const giveConsent = command('consent.give', {
  ...mine,
  run(ctx, { declared, person, standing }) {
    if (standing) throw new Refusal(409, 'consent.given-already')
    return writeRecord(ctx, declared, { person, given: true, manner: 'page' })
  },
})

/** Takes it back: no reason is asked, and what rests on it stops with this record. */
export const withdrawConsent = command('consent.withdraw', { ...mine, run: (ctx, found) => end(ctx, found, 'page') })

/** The same by the officer, for somebody who asked for it in a request: by letter, by telephone, in person. */
export const withdrawForAsker = command('consent.withdraw-for-asker', {
  input: Which.extend({ request: z.uuid() }),
  load: async (ctx: Context, { consent, request }) => about(ctx, consent, await handed().askerOf(ctx, request)),
  may: actor => actor.role === 'privacy-officer',
  run: (ctx, found) => end(ctx, found, 'request'),
  audit,
})

/** What a guardian decides for a minor, on a page of their own: whoever calls this has made sure that it is them. */
export async function decideForMinor(ctx: Context, { person, consent, given }: { person: string; consent: string; given: boolean }): Promise<string> {
  const found = await about(ctx, consent, person)
  if (!found) throw new Refusal(404, 'common.not-found')
  if (!given) return end(ctx, found, 'guardian')
  if (found.standing) throw new Refusal(409, 'consent.given-already')
  return writeRecord(ctx, found.declared, { person, given: true, manner: 'guardian' })
}
