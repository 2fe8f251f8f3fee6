import { z } from 'zod'
import { announce } from '#platform/events/events.ts'
import { inSite } from '#platform/database/database.ts'
import { nobody, uuidv7 } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { accountById, columns, identifierOf, personById } from '#people/accounts/accounts.ts'
import { ClientInput, closeSessionsOf, countTry, enter, hashNew, lookAtLink, recognise, storePassword, useLink, voidLinks, type Recognised } from '#people/sign-in/sign-in.ts'
import { hashOfCode } from './codes.ts'
import { dropHandover, isRightHalf, readyHandover } from './hands.ts'

const anyone = () => true

/** By e-mail. The answer is the same whether the address is known or not. */
export const askForReset = command('recovery.ask', {
  input: z.strictObject({ email: z.string().trim().max(254).pipe(z.email()), client: ClientInput }),
  prepare: async (ctx, { email, client }) => {
    await countTry(ctx, { name: `reset ${email}`, address: client.address })
    return ctx.vault.find(ctx.site, 'email', email)
  },
  load: async (ctx, _, person) => ({ account: person ? await personById(ctx.db, person) : undefined }),
  may: anyone,
  async run(ctx, { account }) {
    if (account?.state === 'active') await queueMail(ctx.db, { person: account.id, template: 'recovery.reset', about: uuidv7(), now: ctx.now })
    if (account?.state === 'pending') await queueMail(ctx.db, { person: account.id, template: 'sign-up.confirm', about: uuidv7(), now: ctx.now })
  },
  audit: ({ account }) => ({ subject: account?.id ?? null }),
})

/** A new password by the link from the letter. */
export const resetPassword = command('recovery.reset', {
  input: z.strictObject({ token: z.string(), password: z.string().min(1).max(1000), client: ClientInput }),
  prepare: async (ctx, { token, password, client }) => {
    const link = await inSite(ctx.db, ctx.site, db => lookAtLink(db, 'reset', token, ctx.now))
    if (!link) throw new Refusal(410, 'recovery.link-gone')
    return { link, hash: await hashFor(ctx, link.person, password), recognised: await recognise(ctx, link.person, client) }
  },
  load: (ctx, _, { link }) => personById(ctx.db, link.person),
  may: anyone,
  async run(ctx, account, { client }, { link, hash, recognised }) {
    if (!await useLink(ctx.db, link.id)) throw new Refusal(410, 'recovery.link-gone')
    return comeBack(ctx, account, hash, client, recognised)
  },
  audit: ({ id }) => ({ subject: id, details: 'link' }),
})

/** Where no address is known: login, one of the ten codes, and a new password. */
export const recoverByCode = command('recovery.by-code', {
  input: z.strictObject({ login: z.string().trim().min(1).max(64), code: z.string().trim().min(1).max(64), password: z.string().min(1).max(1000), client: ClientInput }),
  prepare: async (ctx, { login, code, password, client }) => {
    const attempt = await countTry(ctx, { name: `recover ${login}`, address: client.address })
    const person = await ctx.vault.find(ctx.site, identifierOf(ctx.policy), login) ?? nobody
    const row = await inSite(ctx.db, ctx.site, db => db.selectFrom('recovery.codes').select('id')
      .where('person', '=', person).where('hash', '=', hashOfCode(person, code)).where('used_at', 'is', null).executeTakeFirst())
    if (!row) {
      await attempt.fail()
      throw new Refusal(401, 'recovery.wrong-code', {}, { field: 'code' })
    }
    return { person, code: row.id, hash: await hashFor(ctx, person, password), attempt, recognised: await recognise(ctx, person, client) }
  },
  load: (ctx, _, { person }) => personById(ctx.db, person),
  may: anyone,
  async run(ctx, account, { client }, { code, hash, attempt, recognised }) {
    const used = await ctx.db.updateTable('recovery.codes').set({ used_at: ctx.now, code: null }).where('id', '=', code).where('used_at', 'is', null).executeTakeFirst()
    if (!used.numUpdatedRows) throw new Refusal(401, 'recovery.wrong-code', {}, { field: 'code' })
    await attempt.succeed(ctx.db)
    return comeBack(ctx, account, hash, client, recognised)
  },
  audit: ({ id }) => ({ subject: id, details: 'code' }),
})

/** Where neither an address nor a code is left: the link from the operator's hand and the code from the officer's, after a day. */
export const resetByHands = command('recovery.by-hands', {
  input: z.strictObject({ token: z.string().max(64), code: z.string().trim().min(1).max(64), password: z.string().min(1).max(1000), client: ClientInput }),
  prepare: async (ctx, { token, code, password, client }) => {
    const found = await readyHandover(ctx, token)
    const attempt = await countTry(ctx, { name: `hands ${found.id}`, address: client.address })
    if (!isRightHalf(found, code)) {
      await attempt.fail()
      throw new Refusal(401, 'recovery.wrong-half', {}, { field: 'code' })
    }
    return { found, hash: await hashFor(ctx, found.person, password), attempt, recognised: await recognise(ctx, found.person, client) }
  },
  load: (ctx, _, { found }) => personById(ctx.db, found.person),
  may: anyone,
  async run(ctx, account, { client }, { found, hash, attempt, recognised }) {
    const { numDeletedRows } = await ctx.db.deleteFrom('recovery.handovers').where('id', '=', found.id).executeTakeFirst()
    if (!numDeletedRows) throw new Refusal(410, 'recovery.link-gone')
    await attempt.succeed(ctx.db)
    return comeBack(ctx, account, hash, client, recognised)
  },
  audit: ({ id }) => ({ subject: id, details: 'two hands' }),
})

async function hashFor(ctx: Context, person: string, password: string) {
  const account = await reveal(ctx, await inSite(ctx.db, ctx.site, db => accountById(db, person)))
  return hashNew(ctx, password, account ? columns.map(name => account[name]) : [])
}

/** The old password is void, every session of before ends, and the person hears of it. */
async function comeBack(ctx: Context, { id, state }: { id: string; state: string }, hash: string, client: z.output<typeof ClientInput>, recognised: Recognised) {
  if (state !== 'active') throw new Refusal(403, 'sign-in.barred', {}, { field: 'password' })
  await storePassword(ctx, id, hash)
  await closeSessionsOf(ctx.db, id)
  await voidLinks(ctx.db, id, ['reset', 'enter'])
  await dropHandover(ctx.db, id)
  await queueMail(ctx.db, { person: id, template: 'sign-in.password-changed', about: uuidv7(), now: ctx.now })
  await announce(ctx.db, 'recovery.came-back', { person: id, about: id })
  return enter(ctx, id, client, recognised)
}
