// Who a command is carried out for: a person of the school, in a session of their own that ends with the command.
import { z } from 'zod'
import type { Locale } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Mode } from '#platform/settings/settings.ts'
import { command, inTransaction, type Context } from '#trust/audit/audit.ts'
import { firstInRole, personById } from '#people/accounts/accounts.ts'
import { closeSession, openSession } from '#people/sign-in/sign-in.ts'

/** Whatever is done from a terminal in somebody's name stands in the log under the name of the command, before it is done. */
const noted = (typed: string) => command(`cli.${typed.replaceAll(' ', '-')}`, {
  input: z.strictObject({}), load: async () => typed, may: () => true, run: async () => {}, audit: () => ({ subject: null }),
})

/** `--as` names a login or an e-mail address. In a demo it may be left out: then it is the school's operator. */
export async function actAs(system: Context, login: string | true | undefined, typed: string, mode: Mode, locale: Locale): Promise<{ ctx: Context; end: () => Promise<unknown> }> {
  if (typeof login !== 'string' && mode === 'production') throw new Refusal(422, 'cli.who-are-you')
  const found = typeof login === 'string' ? await system.vault.find(system.site, 'login', login) ?? await system.vault.find(system.site, 'email', login) : undefined
  const inside = <R>(work: (ctx: Context) => Promise<R>) => inTransaction(system, 'cli.act', work)
  const known = await inside(async ctx => {
    const person = typeof login === 'string' ? found : await firstInRole(ctx.db, 'operator')
    const account = person && await personById(ctx.db, person)
    return account && account.state === 'active' ? { person: account.id, role: account.role as Context['actor']['role'], ...await openSession(ctx, account.id) } : undefined
  })
  if (!known) throw typeof login === 'string' ? new Refusal(409, 'cli.nobody-by-that-login', { site: system.site, login }) : new Refusal(422, 'cli.who-are-you')
  const { person, role, session } = known
  const ctx: Context = { ...system, actor: { person, role }, session, locale }
  await noted(typed)(ctx, {})
  return { ctx, end: () => inside(async ctx => closeSession({ ...ctx, session })) }
}
