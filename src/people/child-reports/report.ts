import { z } from 'zod'
import { networkOf } from '#platform/client/client.ts'
import { Refusal } from '#platform/refusal.ts'
import { fill } from '#platform/locale.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { identifierOf } from '#people/accounts/accounts.ts'
import { addGuest, admitGuest, countSending, openTicket, sendsLetters, type Opened } from '#people/support/support.ts'
import { reportTerm } from './controls.ts'
import { Report } from './forms.ts'
import { freeze, freezesByItself } from './holds.ts'
import { messages } from './messages.ts'

const Sent = Report.extend({ client: z.object({ address: z.string() }) })

/**
 * Anyone, with an account or without. What is answered is the same whether an account is meant by it or not.
 * 404 where the school takes no reports, 429 when a network sends too many.
 */
export async function report(ctx: Context, raw: z.input<typeof Sent>): Promise<Opened & { guest: boolean }> {
  const { asker, guest, ...opened } = await send(ctx, raw)
  if (guest) await ctx.vault.confirm(ctx.site, asker) // a crash before this is made good by settling admissions
  return { ...opened, guest }
}

const send = command('child-reports.report', {
  input: Sent,
  async prepare(ctx: Context, { account, email, client }) {
    const term = reportTerm(ctx.policy, ctx.now)
    if (!term) throw new Refusal(404, 'common.not-found')
    const guest = ctx.actor.person === null
    if (guest && sendsLetters(ctx.policy) && !email) throw new Refusal(422, 'child-reports.needs-address', {}, { field: 'email' })
    await countSending(ctx, `report ${networkOf(client.address)}`)
    const named = await accountNamed(ctx, account) ?? null
    return { term, named, guest, asker: ctx.actor.person ?? await admitGuest(ctx) }
  },
  load: async (_, __, prepared) => prepared,
  may: () => true,
  async run(ctx, { term, named, guest, asker }, { account, relation, words, name, email }) {
    if (guest) await addGuest(ctx, asker, { name, email: sendsLetters(ctx.policy) ? email : undefined })
    const said = fill(messages['as-written'], { account, relation: messages[`relation-${relation}`][ctx.locale] })[ctx.locale]
    const opened = await openTicket(ctx, { person: asker, guest, topic: 'child', channel: 'form', words: `${said}\n\n${words}`, term })
    await closeAtOnce(ctx, { ticket: opened.id, named })
    return { ...opened, asker, guest }
  },
  audit: ({ asker }) => ({ subject: asker }),
})

/** Whose account is called this, by whatever people sign in with here. */
export const accountNamed = (ctx: Context, typed: string): Promise<string | null | undefined> => ctx.vault.find(ctx.site, identifierOf(ctx.policy), typed.trim())

/** Nothing happens where no account is meant, or a person has to look first. */
export async function closeAtOnce(ctx: Context, { ticket, named }: { ticket: string; named: string | null }): Promise<void> {
  if (named && await freezesByItself(ctx, named)) await freeze(ctx, { person: named, ticket })
}
