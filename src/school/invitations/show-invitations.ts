import { z } from 'zod'
import { query, type Context } from '#trust/audit/audit.ts'
import { allowed } from '#trust/consent/consent.ts'
import { beyondLearning } from './write-invitation.ts'

/** One invitation, for whoever agreed to such; anybody else is told of none. */
export const showInvitation = query('invitations.show', {
  input: z.strictObject({ id: z.uuid() }),
  async find(ctx: Context, { id }) {
    const found = await ctx.db.selectFrom('invitations.invitations').select(['id', 'consent', 'ru', 'kk', 'en', 'sent_at']).where('id', '=', id).where('sent_at', 'is not', null).executeTakeFirst()
    return found && { ...found, agreed: ctx.actor.person !== null && await allowed(ctx, found.consent, ctx.actor.person) }
  },
  may: (_, { agreed }) => agreed,
  reveals: () => [],
})

export const showInvitations = query('invitations.list', {
  input: z.strictObject({}),
  find: async ({ db, policy }: Context) => ({
    consents: beyondLearning(policy).map(({ id, title }) => ({ id, title })),
    written: await db.selectFrom('invitations.invitations').select(['id', 'consent', 'ru', 'kk', 'en', 'written_at', 'sent_at', 'told']).orderBy('id', 'desc').limit(50).execute(),
  }),
  may: actor => actor.role === 'operator',
  reveals: () => [],
})
