// What a guardian answers to the letter: yes by a link that works once, or no, and then there is nothing left.
import { z } from 'zod'
import { queueMail } from '#platform/mail/mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, query, type Context } from '#trust/audit/audit.ts'
import { eraseAtOnce } from '#trust/rights/rights.ts'
import { calledHow, confirmPerson, personById } from '#people/accounts/accounts.ts'
import { lookAtLink, useLink } from '#people/sign-in/sign-in.ts'
import { byGuardian, guardianshipOf } from './guardianships.ts'

const Token = z.strictObject({ token: z.string().max(100) })

async function behindLink({ db, now }: Context, { token }: z.output<typeof Token>) {
  const link = await lookAtLink(db, 'guardian', token, now)
  const found = link && await guardianshipOf(db, link.person)
  return found && !found.confirmed_at && found.confirm_by > now ? { link: link.id, found } : undefined
}

/** What stands on the page that the letter leads to. Undefined once the link has been used, or its days are over. */
export const lookAtRequest = query('minors.look-at-request', {
  input: Token,
  async find(ctx: Context, input) {
    const behind = await behindLink(ctx, input)
    return { request: behind && { child: await calledHow(ctx, behind.found.person), confirmBy: behind.found.confirm_by, version: behind.found.policy_version } }
  },
  may: () => true,
  reveals: () => [],
})

async function mustBeGood(ctx: Context, input: z.output<typeof Token>) {
  const behind = await behindLink(ctx, input)
  if (!behind) throw new Refusal(410, 'minors.link-gone')
  return behind
}

/** The yes: the account is in use from now on, or as soon as the minor has confirmed an address of their own. */
export const confirmGuardian = command('minors.confirm', {
  input: Token,
  load: mustBeGood,
  may: () => true,
  async run(ctx, { link, found: { id, person } }) {
    if (!await useLink(ctx.db, link)) throw new Refusal(410, 'minors.link-gone')
    await ctx.db.updateTable('minors.guardianships').set({ confirmed_at: ctx.now }).where('id', '=', id).execute()
    const account = await personById(ctx.db, person)
    if (account?.state === 'waiting') {
      await confirmPerson(ctx, person)
      await queueMail(ctx.db, { person, template: 'minors.welcome', about: id, now: ctx.now })
    }
    await queueMail(ctx.db, { person, template: 'minors.page', about: id, now: ctx.now })
    return { id }
  },
  audit: ({ found }) => ({ subject: found.person, thing: byGuardian }),
})

/** The no: everything that was typed goes at once. A crash in between leaves an account that nobody can enter, and its days end. */
export async function declineGuardian(ctx: Context, input: z.input<typeof Token>): Promise<void> {
  const { person } = await refuse(ctx, input)
  await eraseAtOnce(ctx, person)
}

const refuse = command('minors.decline', {
  input: Token,
  load: mustBeGood,
  may: () => true,
  async run(ctx, { link, found: { person } }) {
    if (!await useLink(ctx.db, link)) throw new Refusal(410, 'minors.link-gone')
    return { person }
  },
  audit: () => ({ subject: null, thing: byGuardian }),
})
