import { z } from 'zod'
import { announce } from '#platform/events/events.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, isSystem, type Context } from '#trust/audit/audit.ts'
import { consentNamed, peopleAllowing } from '#trust/consent/consent.ts'
import { restingFor } from '#trust/purposes/purposes.ts'
import type { Consent, Policy } from '#trust/policy/policy.ts'

const Words = z.string().trim().min(10).max(2000)
export const Invitation = z.strictObject({ consent: z.string().max(60), ru: Words, kk: Words, en: Words })

/** The consents under which a school may write of other things than learning. */
export const beyondLearning = ({ consents = [], purposes }: Policy): Consent[] =>
  consents.filter(({ purpose }) => purposes.some(({ id, serves }) => id === purpose && serves === 'beyond'))

/** Written by the school, sent by the next job. @throws Refusal 422 for a consent that is not one for such things. */
export const writeInvitation = command('invitations.write', {
  input: Invitation,
  load: async ({ policy }: Context, { consent }) => ({ declared: beyondLearning(policy).find(({ id }) => id === consent) }),
  may: actor => actor.role === 'operator',
  async run({ db, now }, { declared }, words) {
    if (!declared) throw new Refusal(422, 'invitations.not-for-this', {}, { field: 'consent' })
    const id = uuidv7()
    await db.insertInto('invitations.invitations').values({ id, ...words, written_at: now }).execute()
    return id
  },
  audit: (_, { consent }) => ({ subject: null, thing: `consent:${consent}` }),
})

/** Tells everybody whose consent stands at this moment, once. Returns how many. */
export const inviteThose = command('invitations.send', {
  input: z.strictObject({ invitation: z.uuid() }),
  load: ({ db }: Context, { invitation }) => db.selectFrom('invitations.invitations').select(['id', 'consent']).where('id', '=', invitation).where('sent_at', 'is', null).forUpdate().executeTakeFirst(),
  may: isSystem,
  async run(ctx, { id, consent }) {
    const rests = await restingFor(ctx, 'notifications.invitation')
    const people = consentNamed(ctx.policy, consent) ? (await peopleAllowing(ctx, consent)).filter(person => !rests(person)) : []
    for (const person of people) await announce(ctx.db, 'invitations.invited', { person, about: id })
    await ctx.db.updateTable('invitations.invitations').set({ sent_at: ctx.now, told: people.length }).where('id', '=', id).execute()
    return people.length
  },
  audit: ({ consent }) => ({ subject: null, thing: `consent:${consent}` }),
})
