import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { mineToSend } from '../work/my-work.ts'
import { canBeShown, mustHaveGallery, standingConsent, statement } from './gallery.ts'

/** The tick is the consent: without it nothing is kept. */
export const Consented = z.strictObject({ consent: z.literal(true), signed: z.string().trim().max(80).optional() })

/** Gives a consent to show the last version of one's work, and keeps the words it was given to, their version and the moment. */
export const consentToShow = command('assignments.consent-to-show', {
  input: Consented.extend({ run: z.string().max(120) }),
  load: (ctx: Context, { run }) => {
    mustHaveGallery(ctx)
    return mineToSend(ctx, run)
  },
  may: (actor, { enrolment }) => isSelf(actor, enrolment.person),
  async run(ctx, { enrolment: { person }, assignment, pieces: { work, takes } }, { signed }) {
    const take = takes.at(-1)
    if (ctx.actor.guarded) throw new Refusal(403, 'consent.guardian-decides')
    if (!work || !take || !canBeShown(assignment.kind)) throw new Refusal(409, 'assignments.nothing-to-show')
    if (await standingConsent(ctx.db, work.id)) throw new Refusal(409, 'assignments.consented-already')
    const id = uuidv7()
    const sealed = seal(ctx, { table: 'assignments.showings', row: id, person }, { statement: statement.words[ctx.locale], signed: signed || null })
    await ctx.db.insertInto('assignments.showings').values({ id, take: take.id, wording: statement.version, language: ctx.locale, policy_version: ctx.policy.version.number, given_at: ctx.now, ...sealed }).execute()
    return { id }
  },
  audit: ({ enrolment }, _, { id }) => ({ subject: enrolment.person, details: id }),
})

/** Takes the consent back: the work and its picture are gone in the same moment. */
export const withdrawShowing = command('assignments.withdraw-showing', {
  input: z.strictObject({ run: z.string().max(120) }),
  load: (ctx: Context, { run }) => mineToSend(ctx, run),
  may: (actor, { enrolment }) => isSelf(actor, enrolment.person),
  async run({ db, now }, { pieces: { work } }) {
    const consent = work && await standingConsent(db, work.id)
    if (!consent) throw new Refusal(409, 'assignments.not-consented')
    await db.updateTable('assignments.showings').set({ withdrawn_at: now }).where('id', '=', consent.id).execute()
    return consent
  },
  audit: ({ enrolment }, _, { id }) => ({ subject: enrolment.person, details: id }),
})
