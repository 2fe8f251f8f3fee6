import { acceptAtRegistration } from '#trust/publication/publication.ts'
import { randomUUID } from 'node:crypto'
import { inSite } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { withKeys } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import { addPerson, fieldsOf, identifierOf, personById, type PersonRole, type Values } from '#people/accounts/accounts.ts'
import { guardedAlready, guardianOf } from '#people/minors/minors.ts'
import { hashNew, makeLink, storePassword } from '#people/sign-in/sign-in.ts'
import { messages } from './messages.ts'

/** Somebody invented, as site.yaml has them; a school uses the fields it registers with. */
export type DemoPerson = {
  key: string; role: PersonRole; name: { first: string; last: string }
  email?: string | undefined; login?: string | undefined; phone?: string | undefined; city?: string | undefined; 'birth-date'?: string | undefined
  guardian?: { name: { first: string; last: string }; email: string } | undefined
}

/** The same for everybody, and said everywhere: a demonstration keeps no secrets. */
export const demoPassword = 'demo-senim-2026'

/** Under age whenever the demonstration is opened, and for two years more. */
const bornFor = (now: Date) => `${now.getUTCFullYear() - 16}-06-15`

function valuesOf({ policy, now }: Context, person: DemoPerson): Values {
  const all: Record<string, string | undefined> = {
    name: `${person.name.first} ${person.name.last}`, first_name: person.name.first, last_name: person.name.last,
    email: person.email, login: person.login ?? person.key, phone: person.phone, city: person.city ?? 'Алматы', birth_date: person.guardian ? bornFor(now) : person['birth-date'] ?? '1994-05-17',
  }
  return Object.fromEntries(fieldsOf(policy).filter(({ name }) => name !== 'password' && all[name]).map(({ name }) => [name, all[name]!]))
}

/** A demonstration opens in the middle of things: its schools and people have been there for three weeks. */
export const demoSince = (now: Date) => new Date(now.getTime() - 21 * 86_400_000)

/** A change that needs two weeks' notice is then about nine days away. */
export const demoAnnounced = (now: Date) => new Date(now.getTime() - 6 * 86_400_000)

/** Makes those who are not there yet; asked again, it changes nothing. Answers with their ids by key. */
export async function seedPeople(ctx: Context, people: readonly DemoPerson[]): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const person of people) ids[person.key] = await find(ctx, person) ?? await seed(ctx, person)
  invented.set(ctx.site, ids)
  return ids
}

const invented = new Map<string, Record<string, string>>()
/** The invented people of a school by their keys, as the house found or made them when it opened. */
export const inventedIn = (site: string): Readonly<Record<string, string>> => invented.get(site) ?? {}

const find = (ctx: Context, person: DemoPerson) => {
  const kind = identifierOf(ctx.policy)
  return ctx.vault.find(ctx.site, kind, valuesOf(ctx, person)[kind] ?? '')
}

async function seed(ctx: Context, person: DemoPerson): Promise<string> {
  const id = randomUUID()
  const values = valuesOf(ctx, person)
  const kind = identifierOf(ctx.policy)
  if (!values[kind]) throw new Error(`Demo person "${person.key}" of ${ctx.site} needs ${kind === 'email' ? 'an e-mail address' : 'a login'}`)
  if (!await ctx.vault.admit(ctx.site, id, { [kind]: values[kind] }, ctx.now)) throw new Error(`Demo person "${person.key}" of ${ctx.site} has the address of somebody else`)
  const hash = await demoHash(ctx)
  const then = { ...ctx, now: demoSince(ctx.now) }
  await withKeys(then, () => inSite(ctx.db, ctx.site, async db => {
    await addPerson({ ...then, db }, { id, role: person.role, state: 'active', values })
    await storePassword({ ...then, db }, id, hash)
    await acceptAtRegistration({ ...then, db }, id, ctx.policy.version.number)
    if (person.guardian) await guardedAlready({ ...then, db }, id, { email: person.guardian.email, birthDate: values.birth_date })
  }, { session: 'system', now: then.now }))
  await ctx.vault.confirm(ctx.site, id)
  return id
}

// One hash for all: thirty people would take ten seconds of the first start.
const hashes = new Map<string, Promise<string>>()
function demoHash(ctx: Context): Promise<string> {
  const known = hashes.get(ctx.site) ?? hashNew(ctx, demoPassword, [])
  hashes.set(ctx.site, known)
  return known
}

/** What somebody of the demonstration sees, in one sentence of `messages`. */
export const seenBy = ({ key, role }: DemoPerson): keyof typeof messages => `sees-${key}` in messages ? `sees-${key}` as 'sees-learner' : `sees-${role}`

/** A link that opens the door once, for the page that lists the invented people. */
export async function enterAs(ctx: Context, person: DemoPerson | undefined): Promise<string> {
  const id = person && await find(ctx, person)
  const account = id && await inSite(ctx.db, ctx.site, db => personById(db, id))
  if (!account || account.state !== 'active') throw new Refusal(404, 'demo.nobody')
  return inSite(ctx.db, ctx.site, db => makeLink({ ...ctx, db }, { person: account.id, purpose: 'enter' }), { session: 'system', now: ctx.now })
}

/** Where the guardian of somebody invented sees and decides. They have no account: the page opens by its key, as their letter does. */
export async function guardianPage(ctx: Context, person: DemoPerson | undefined): Promise<string> {
  const id = person && await find(ctx, person)
  const page = id && await inSite(ctx.db, ctx.site, db => guardianOf({ db, site: ctx.site }, id), { session: 'system', now: ctx.now })
  if (!page) throw new Refusal(404, 'demo.nobody')
  return page
}
