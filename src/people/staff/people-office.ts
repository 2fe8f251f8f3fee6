import type { RawBuilder } from 'kysely'
import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, query, type Actor, type Context } from '#trust/audit/audit.ts'
import { accountById, identifierOf, listAccounts, personById } from '#people/accounts/accounts.ts'
import { handoverOf } from '#people/recovery/recovery.ts'
import { handedOver } from '#people/sign-in/sign-in.ts'

const office = ['operator', 'support', 'privacy-officer']
const mayOpen = (actor: Actor) => office.includes(actor.role)
/** A look stays open for so long; then the data is covered again. */
const lookLasts = 10 * 60_000

/** Whoever has an account is one of these. */
export const rolesHere = ['learner', 'teacher', 'support', 'operator', 'privacy-officer'] as const

/** Who there is, without a word about who they are: role, state and dates. */
export const listPeople = query('staff.list', {
  input: z.strictObject({ page: z.coerce.number().int().min(1).max(10_000).default(1), role: z.enum(rolesHere).optional() }),
  find: async ({ db }, { page, role }) => ({ ...await listAccounts(db, { page, role }), role }),
  may: mayOpen,
  reveals: () => [],
})

/** By exactly the e-mail, login or id: people are not to be leafed through by name. */
export async function findPerson(ctx: Context, typed: string): Promise<string> {
  if (!mayOpen(ctx.actor)) throw new Refusal(403, 'common.not-allowed')
  const id = z.uuid().safeParse(typed.trim()).data ?? await ctx.vault.find(ctx.site, identifierOf(ctx.policy), typed)
  const known = id && await inSite(ctx.db, ctx.site, db => personById(db, id))
  if (!known) throw new Refusal(404, 'staff.nobody', {}, { field: 'who' })
  await noteFound(ctx, known)
  return known.id
}

/** That somebody is here is itself something to know: having been found is in the log. */
const noteFound = query('staff.find', {
  input: z.object({ id: z.uuid() }),
  find: async (_, found) => found,
  may: mayOpen,
  reveals: ({ id }) => [id],
})

/** Covered, unless whoever looks has said why in the last minutes. */
export const showPerson = query('staff.show', {
  input: z.strictObject({ id: z.uuid() }),
  async find({ db, actor, now }, { id }) {
    const [account, look, links, handover] = await Promise.all([
      accountById(db, id),
      db.selectFrom('staff.looks').select(['id', 'ends_at']).where('person', '=', id).where('holder', '=', actor.person).where('ends_at', '>', now).executeTakeFirst(),
      actor.role === 'operator' ? handedOver(db, id, now) : [],
      actor.person === id ? undefined : handoverOf(db, id, now),
    ])
    if (!account) return undefined
    const { name, first_name, last_name, login, email, phone, birth_date, city, ...plain } = account
    return { plain, links, half: halfFor(actor, handover), open: look ? { name, first_name, last_name, login, email, phone, birth_date, city } : undefined, until: look?.ends_at }
  },
  may: mayOpen,
  reveals: ({ plain, open }) => open ? [plain.id] : [],
})

type Handover = Awaited<ReturnType<typeof handoverOf>>

/** Of a way back in two halves each sees their own: the link is the operator's, the code the officer's. */
function halfFor({ role }: Actor, handover: Handover) {
  if (!handover || (role !== 'operator' && role !== 'privacy-officer')) return undefined
  const { token, code, opens_at, expires_at } = handover
  return { vouched: code !== null, opens_at, expires_at, token: role === 'operator' ? token : null, code: role === 'privacy-officer' ? code : null }
}

/** Until when somebody's data stand open to whoever asks, who has said why; undefined when they are covered. */
export const openedUntil = async ({ db, actor, now }: Context, person: string | RawBuilder<string>): Promise<Date | undefined> =>
  (await db.selectFrom('staff.looks').select('ends_at').where('person', '=', person).where('holder', '=', actor.person).where('ends_at', '>', now).orderBy('ends_at', 'desc').executeTakeFirst())?.ends_at

/** "Reveal" asks for a reason. It is sealed for the person looked at, who can read it. */
export const lookAt = command('staff.look', {
  input: z.strictObject({ person: z.uuid(), why: z.string().trim().min(10).max(500) }),
  load: ({ db }, { person }) => personById(db, person),
  may: mayOpen,
  run: (ctx, { id }, { why }) => keepLook(ctx, id, why),
  audit: ({ id }, { why }) => ({ subject: id, details: why }),
})

/** Inside the command of whoever may look: keeps the reason, sealed for the person, and until when the look lasts. */
export async function keepLook(ctx: Context, person: string, why: string): Promise<void> {
  const id = uuidv7()
  const reason = seal(ctx, { table: 'staff.looks', row: id, person }, { reason: why })
  await ctx.db.insertInto('staff.looks').values({ id, holder: ctx.actor.person, person, asked_at: ctx.now, ends_at: new Date(ctx.now.getTime() + lookLasts), ...reason }).execute()
}
