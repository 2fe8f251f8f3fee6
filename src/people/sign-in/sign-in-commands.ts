import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { nobody, uuidv7 } from '#platform/ids.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { accountById, columns, identifierOf, personById } from '#people/accounts/accounts.ts'
import { deviceByCookie, recognise, type Client } from './devices.ts'
import { enter } from './enter.ts'
import { fits, hashPassword, isCurrent, noOnesHash } from './hashing.ts'
import { occasion } from './letters.ts'
import { lookAtLink, useLink } from './links.ts'
import { hashingOf, hashNew, storePassword, storedHash } from './passwords.ts'
import { recordRefused } from './records.ts'
import { closeSession, closeSessionsOf } from './sessions.ts'
import { countTry } from './throttle.ts'

export const ClientInput = z.object({ address: z.string(), agent: z.string(), device: z.string() }).partial().default({})
export const Credentials = z.strictObject({ identifier: z.string().trim().min(1).max(254), password: z.string().min(1).max(1000) })
const anyone = () => true

/** By password. Wrong name and wrong password get the same answer after the same time. */
export const signIn = command('sign-in.sign-in', {
  input: Credentials.extend({ client: ClientInput }),
  prepare: checkPassword,
  load: async (ctx, _, { person }) => personById(ctx.db, person),
  may: anyone,
  async run(ctx, account, { client }, { renewed, recognised, attempt }) {
    refuseUnlessConfirmed(account)
    if (renewed) await storePassword(ctx, account.id, renewed)
    await attempt.succeed(ctx.db)
    return { ...await enter(ctx, account.id, client, recognised), suspended: account.state === 'suspended' }
  },
  audit: ({ id }) => ({ subject: id }),
})

/** A hash that is not what the policy promises today is renewed at this occasion. */
async function checkPassword(ctx: Context, { identifier, password, client }: { identifier: string; password: string; client: Client }) {
  const found = await ctx.vault.find(ctx.site, identifierOf(ctx.policy), identifier)
  const [device, stored] = await Promise.all([deviceByCookie(ctx, found ?? nobody, client), storedHash(ctx, found ?? nobody)])
  const attempt = await countTry(ctx, { name: identifier, address: client.address, device: device && client.device })
  const hashing = hashingOf(ctx.policy)
  const right = await fits(password, stored ?? await noOnesHash(hashing))
  if (!found || !stored || !right) {
    await attempt.fail()
    if (found) await recordRefused(ctx, found, client)
    throw new Refusal(401, 'sign-in.wrong', {}, { field: 'password' })
  }
  const renewed = isCurrent(hashing, stored) ? undefined : await hashPassword(hashing, password)
  return { person: found, renewed, attempt, recognised: await recognise(ctx, found, client) }
}

/** Said only to those who knew the password or held the link. The suspended come in, as far as their rights. */
function refuseUnlessConfirmed({ state }: { state: string }) {
  if (state === 'pending') throw new Refusal(403, 'sign-in.not-confirmed', {}, { field: 'password' })
  if (state === 'waiting') throw new Refusal(403, 'sign-in.waits-for-guardian', {}, { field: 'password' })
  if (state === 'frozen') throw new Refusal(403, 'sign-in.frozen', {}, { field: 'password' })
  if (state === 'leaving') throw new Refusal(403, 'sign-in.barred', {}, { field: 'password' })
}

/** A link by e-mail instead of the password. The answer is the same whether the address is known or not. */
export const askForLink = command('sign-in.ask-link', {
  input: z.strictObject({ email: z.string().trim().max(254).pipe(z.email()), next: z.string().optional(), client: ClientInput }),
  prepare: async (ctx, { email, client }) => {
    await countTry(ctx, { name: `link ${email}`, address: client.address })
    return ctx.vault.find(ctx.site, 'email', email)
  },
  load: async (ctx, _, person) => ({ account: person ? await personById(ctx.db, person) : undefined }),
  may: anyone,
  async run(ctx, { account }, { next }) {
    if (account?.state === 'active') await queueMail(ctx.db, { person: account.id, template: 'sign-in.enter', about: occasion(next), now: ctx.now })
  },
  audit: ({ account }) => ({ subject: account?.id ?? null }),
})

/** The button on the page that the link leads to. */
export const signInByLink = command('sign-in.by-link', {
  input: z.strictObject({ token: z.string(), client: ClientInput }),
  prepare: async (ctx, { token, client }) => {
    const link = await inSite(ctx.db, ctx.site, db => lookAtLink(db, 'enter', token, ctx.now))
    if (!link) throw new Refusal(410, 'sign-in.link-gone')
    return { link, recognised: await recognise(ctx, link.person, client) }
  },
  load: (ctx, _, { link }) => personById(ctx.db, link.person),
  may: anyone,
  async run(ctx, account, { client }, { link, recognised }) {
    if (!await useLink(ctx.db, link.id)) throw new Refusal(410, 'sign-in.link-gone')
    refuseUnlessConfirmed(account)
    return { ...await enter(ctx, account.id, client, recognised), suspended: account.state === 'suspended' }
  },
  audit: ({ id }) => ({ subject: id }),
})

export const signOut = command('sign-in.sign-out', {
  input: z.strictObject({}),
  load: async ({ actor }) => ({ person: actor.person }),
  may: anyone,
  run: async ctx => { await closeSession(ctx) },
  audit: ({ person }) => ({ subject: person }),
})

/** One session of one's own. */
export const endSession = command('sign-in.end-session', {
  input: z.strictObject({ id: z.uuid() }),
  load: ({ db }, { id }) => db.selectFrom('sign_in.sessions').select(['id', 'person', 'token_hash']).where('id', '=', id).executeTakeFirst(),
  may: (actor, session) => isSelf(actor, session.person),
  async run({ db, session }, found) {
    await db.deleteFrom('sign_in.sessions').where('id', '=', found.id).execute()
    return { own: found.token_hash.toString('hex') === session }
  },
  audit: ({ person }) => ({ subject: person }),
})

/** Everywhere else. */
export const endOtherSessions = command('sign-in.end-others', {
  input: z.strictObject({}),
  load: async ({ actor }) => actor.person ?? undefined,
  may: isSelf,
  run: async ({ db, session }, person) => { await closeSessionsOf(db, person, session) },
  audit: person => ({ subject: person }),
})

/** A new password, for those who know the old one. Every other session ends. */
export const changePassword = command('sign-in.change-password', {
  input: z.strictObject({ current: z.string().min(1).max(1000), password: z.string().min(1).max(1000), client: ClientInput }),
  prepare: prepareNewPassword,
  load: async ({ actor }) => actor.person ?? undefined,
  may: isSelf,
  async run(ctx, person, { client }, { hash, recognised }) {
    await Promise.all([storePassword(ctx, person, hash), closeSessionsOf(ctx.db, person), queueMail(ctx.db, { person, template: 'sign-in.password-changed', about: uuidv7(), now: ctx.now })])
    return enter(ctx, person, client, recognised)
  },
  audit: person => ({ subject: person }),
})

async function prepareNewPassword(ctx: Context, { current, password, client }: { current: string; password: string; client: Client }) {
  const person = ctx.actor.person
  if (!person) throw new Refusal(403, 'common.not-allowed')
  const attempt = await countTry(ctx, { name: `change ${person}`, address: client.address })
  const stored = await storedHash(ctx, person)
  if (stored && !await fits(current, stored)) {
    await attempt.fail()
    throw new Refusal(422, 'sign-in.wrong-current', {}, { field: 'current' })
  }
  await inSite(ctx.db, ctx.site, db => attempt.succeed(db))
  const [hash, recognised] = [await hashNew(ctx, password, await known(ctx, person)), await recognise(ctx, person, client)]
  return { hash, recognised }
}

/** What everybody knows of a person, so that none of it becomes the password. */
async function known(ctx: Context, person: string) {
  const account = await reveal(ctx, await inSite(ctx.db, ctx.site, db => accountById(db, person)))
  return account ? columns.map(name => account[name]) : []
}
