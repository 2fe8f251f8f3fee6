// Who a command is carried out for: a person of the school, in a session of their own that ends with the command.
import type { Locale } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Mode } from '#platform/settings/settings.ts'
import { inTransaction, type Context } from '#trust/audit/audit.ts'
import { firstInRole, personById } from '#people/accounts/accounts.ts'
import { closeSession, openSession } from '#people/sign-in/sign-in.ts'

/** `--as` names a login or an e-mail address. In a demo it may be left out: then it is the school's operator. */
export async function actAs(system: Context, login: string | true | undefined, mode: Mode, locale: Locale): Promise<{ ctx: Context; end: () => Promise<unknown> }> {
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
  return { ctx: { ...system, actor: { person, role }, session, locale }, end: () => inside(async ctx => closeSession({ ...ctx, session })) }
}
