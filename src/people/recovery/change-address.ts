// A new e-mail address or login. An address is confirmed on both sides: the new one by a link, the old one by being told and able to say no.
import { z } from 'zod'
import { inSite, type Database } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { open, seal } from '#platform/sealing/sealing.ts'
import { command, isSelf, type Actor, type Context } from '#trust/audit/audit.ts'
import { tellRecipients } from '#trust/processors/processors.ts'
import { categoriesOf, fieldsById, fieldSchemas, identifierOf, personById, setFields } from '#people/accounts/accounts.ts'
import { ClientInput, closeSessionsOf, countTry, fits, lookAtLink, storedHash, useLink } from '#people/sign-in/sign-in.ts'

const waits = 48 * 3_600_000
/** Asked by the school, a new address is not even written to for so long: the owner of the old one can say no first. */
const schoolWaits = 72 * 3_600_000

const Wished = z.strictObject({
  /** The new e-mail address or login, whichever opens accounts here. */
  value: z.string(),
  /** One's own password; an operator who asks for somebody needs none. */
  current: z.string().max(1000).optional(),
  person: z.uuid().optional(),
  client: ClientInput,
})

const isOperator = (actor: Actor) => actor.role === 'operator'

/** Asked by the person themselves, or by an operator for them. Until it is confirmed nothing changes. */
export const askChange = command('recovery.ask-change', {
  input: Wished,
  prepare: claimNew,
  load: (ctx, _, { person }) => personById(ctx.db, person),
  may: (actor, account) => isSelf(actor, account.id) || isOperator(actor),
  async run(ctx, account, _, { kind, value, free }) {
    await ctx.db.deleteFrom('recovery.changes').where('person', '=', account.id).execute()
    if (!free) return { person: account.id }
    const id = uuidv7()
    const late = isSelf(ctx.actor, account.id) ? 0 : schoolWaits
    const sealed = seal(ctx, { table: 'recovery.changes', row: id, person: account.id }, { [kind]: value })
    await ctx.db.insertInto('recovery.changes').values({ id, person: account.id, asked_at: ctx.now, expires_at: new Date(ctx.now.getTime() + late + waits), ...sealed }).execute()
    if (kind === 'email') {
      await queueMail(ctx.db, { person: account.id, template: 'recovery.new-address', about: id, now: ctx.now, ...late && { notBefore: new Date(ctx.now.getTime() + late) } })
      await queueMail(ctx.db, { person: account.id, template: 'recovery.old-address', about: id, now: ctx.now })
    }
    return { person: account.id }
  },
  audit: account => ({ subject: account.id }),
})

/** Claims the new one in the vault. A taken address is not betrayed: the letter simply never comes. */
async function claimNew(ctx: Context, { value: typed, current, person = ctx.actor.person ?? '', client }: z.output<typeof Wished>) {
  const kind = identifierOf(ctx.policy)
  const value = fieldSchemas[kind].parse(typed)
  if (person === ctx.actor.person) await checkPassword(ctx, person, current ?? '', client.address)
  else if (!isOperator(ctx.actor)) throw new Refusal(403, 'common.not-allowed')
  const free = await ctx.vault.changeLookup(ctx.site, person, kind, value, ctx.now, { pendingFor: person === ctx.actor.person ? waits : schoolWaits + waits })
  if (!free && kind === 'login') throw new Refusal(409, 'sign-up.login-taken', {}, { field: 'value' })
  return { kind, value, free, person }
}

async function checkPassword(ctx: Context, person: string, password: string, address: string | undefined) {
  const attempt = await countTry(ctx, { name: `change ${person}`, address })
  const stored = await storedHash(ctx, person)
  if (stored && !await fits(password, stored)) {
    await attempt.fail()
    throw new Refusal(422, 'sign-in.wrong-current', {}, { field: 'current' })
  }
  await inSite(ctx.db, ctx.site, db => attempt.succeed(db))
}

export const openChange = (db: Database, person: string, now: Date) =>
  db.selectFrom('recovery.changes').select(['id', 'person', 'email', 'login', 'asked_at', 'expires_at']).where('person', '=', person).where('expires_at', '>', now).executeTakeFirst()

const changeById = (db: Database, id: string | null, now: Date) => id === null ? undefined
  : db.selectFrom('recovery.changes').select(['id', 'person', 'email', 'login']).where('id', '=', id).where('expires_at', '>', now).executeTakeFirst()

/** The link in the letter to the new address. */
export async function changeByLink(ctx: Context, input: { token: string }) {
  const { person } = await takeNewAddress(ctx, input)
  await ctx.vault.confirm(ctx.site, person)
}

const takeNewAddress = command('recovery.change-address', {
  input: z.strictObject({ token: z.string() }),
  load: async ({ db, now }, { token }) => {
    const link = await lookAtLink(db, 'address', token, now)
    const change = link && await changeById(db, link.change, now)
    if (!change) throw new Refusal(410, 'recovery.link-gone')
    return { link: link.id, change }
  },
  may: () => true,
  async run(ctx, { link, change }) {
    if (!await useLink(ctx.db, link)) throw new Refusal(410, 'recovery.link-gone')
    return apply(ctx, change)
  },
  audit: ({ change }, _, { before, after }) => ({ subject: change.person, details: `"${before}" → "${after}"` }),
})

/** A login has no mailbox: the person confirms it themselves, signed in. */
export async function confirmChange(ctx: Context, input: object) {
  const { person } = await takeNewLogin(ctx, input)
  await ctx.vault.confirm(ctx.site, person)
}

const takeNewLogin = command('recovery.change-login', {
  input: z.strictObject({}),
  load: async ({ db, actor, now }) => actor.person ? openChange(db, actor.person, now) : undefined,
  may: (actor, change) => isSelf(actor, change.person) && change.login !== null,
  run: apply,
  audit: (change, _, { before, after }) => ({ subject: change.person, details: `"${before}" → "${after}"` }),
})

type Change = NonNullable<Awaited<ReturnType<typeof changeById>>>

async function apply(ctx: Context, change: Change) {
  const kind = change.email ? 'email' as const : 'login' as const
  const account = await fieldsById(ctx.db, change.person, [kind])
  const [before, after] = [account?.[kind] ? open(ctx, account[kind]) : null, open(ctx, change[kind]!)]
  await setFields(ctx, change.person, { [kind]: after })
  if (before) await tellRecipients(ctx, change.person, { reason: 'correction', categories: categoriesOf(ctx.policy, [kind]) })
  await ctx.db.deleteFrom('recovery.changes').where('id', '=', change.id).execute()
  return { person: change.person, before: before ?? '', after: after ?? '' }
}

/** "This was not me", from the old address or from the person's own page: nothing changes, and every session ends but this one. */
export async function cancelChange(ctx: Context, input: { token?: string }) {
  const { person } = await keepOld(ctx, input)
  await ctx.vault.release(ctx.site, person)
}

const keepOld = command('recovery.cancel-change', {
  input: z.strictObject({ token: z.string().optional() }),
  load: async ({ db, now, actor }, { token }) => {
    if (token === undefined) return actor.person ? { person: actor.person, link: undefined } : undefined
    const link = await lookAtLink(db, 'keep-address', token, now)
    if (!link) throw new Refusal(410, 'recovery.link-gone')
    return { person: link.person, link: link.id }
  },
  may: () => true,
  async run({ db, session }, { person, link }) {
    if (link && !await useLink(db, link)) throw new Refusal(410, 'recovery.link-gone')
    await db.deleteFrom('recovery.changes').where('person', '=', person).execute()
    await closeSessionsOf(db, person, session)
    return { person }
  },
  audit: ({ person }) => ({ subject: person }),
})
