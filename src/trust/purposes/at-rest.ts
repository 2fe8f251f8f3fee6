// Whose data rests: a person has put all use on hold, objects to one use, or disputes one kind of data. Each is a refusal of purposes for
// that person, kept at the one place where every function of ours says what it works for.
import type { Database } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { isStaff, type Actor, type Context } from '#trust/audit/audit.ts'
import type { Policy, Serves } from '#trust/policy/policy.ts'
import { useOf } from './register.ts'

/** `subject` names the purpose (`use`) or the kind of data (`field`). */
export type Limit = { person: string; scope: string; subject: string }

type Given = {
  /** Everything that rests at this moment. */
  limits: (db: Database, now: Date) => Promise<Limit[]>
  /** What a function is for first of all. */
  chief: (name: string) => Serves | undefined
  /** Functions that go on whatever they are for: necessary notices, and what only takes back. */
  goesOn: (name: string) => boolean
}

let given: Given | undefined

export const handRest = (parts: Given) => { given = parts }

/** Storage, copies for the person, duties of the law, protection, and answers to what the person asks go on for everybody. */
const always: readonly Serves[] = ['law', 'security', 'operation', 'support']
/** Of these, what keeps, protects and hands out every value as it is, disputed or not. */
const kept: readonly Serves[] = ['law', 'security', 'operation']
/** Sign-in and its letters go on as well, but staff neither look at an account that rests nor change it. */
const unlessStaff: readonly Serves[] = ['account']
/** At the person's own hand rests what makes new data about them. */
const ownRests: readonly Serves[] = ['learning', 'improvement', 'beyond']

/** Which limits stop this function, for whoever acts. */
export type Resting = (person: string) => boolean
const nobody: Resting = () => false

const known = new WeakMap<Database, Promise<Limit[]>>()

/** Read once in a transaction, beside its other questions. */
export function limitsIn({ db, now }: Pick<Context, 'db' | 'now'>): Promise<Limit[]> {
  const found = known.get(db) ?? (given ? given.limits(db, now) : Promise.resolve([]))
  found.catch(() => {}) // whoever asked hears of it
  known.set(db, found)
  return found
}

/** Who rests for this function: lists leave them out, and nothing is done about them. */
export async function restingFor(ctx: Pick<Context, 'db' | 'now' | 'policy' | 'actor'>, name: string): Promise<Resting> {
  const limits = await limitsIn(ctx)
  return limits.length ? person => limits.some(limit => limit.person === person && stops(ctx, name, limit)) : nobody
}

/** Who has stopped a use itself, whichever function it would be: for what is noted beside every page. */
export async function stoppedUses(ctx: Pick<Context, 'db' | 'now' | 'policy'>): Promise<(person: string, purpose: string) => boolean> {
  const limits = await limitsIn(ctx)
  return (person, purpose) => limits.some(limit => limit.person === person && endsUse(ctx.policy, limit, purpose))
}

/** The same, asked of one use: everybody who is to be left out of a count, by id. */
export async function whoStopped(ctx: Pick<Context, 'db' | 'now' | 'policy'>, purpose: string): Promise<string[]> {
  return [...new Set((await limitsIn(ctx)).filter(limit => endsUse(ctx.policy, limit, purpose)).map(({ person }) => person))]
}

function endsUse(policy: Policy, { scope, subject }: Limit, purpose: string): boolean {
  const serves = policy.purposes.find(({ id }) => id === purpose)?.serves ?? 'improvement'
  return scope === 'use' ? subject === purpose : scope === 'all' && !always.includes(serves)
}

/** Whether a limit stops a whole function. Disputed data stops no function: its value is withheld from it. */
export function stops({ policy, actor }: { policy: Policy; actor: Actor }, name: string, { person, scope, subject }: Limit): boolean {
  if (scope === 'field' || given!.goesOn(name)) return false
  const chief = given!.chief(name)
  if (scope === 'use') return chief !== 'law' && isOnly(useOf(policy, name).purposes, subject)
  if (chief === undefined || always.includes(chief)) return false
  if (actor.person === person) return ownRests.includes(chief)
  return isStaff(actor) || !unlessStaff.includes(chief)
}

const isOnly = (purposes: readonly string[], purpose: string) => purposes.length > 0 && purposes.every(id => id === purpose)

/** Not necessary notices, nor what only takes back. */
export const mayRest = (name: string): boolean => !given!.goesOn(name)

/** Whether the value of one kind of data is kept from this function. */
export function withholds({ policy, actor }: { policy: Policy; actor: Actor }, name: string, category: string, limit: Limit): boolean {
  const { person, scope, subject } = limit
  if (actor.person === person || given!.goesOn(name)) return false
  const chief = given!.chief(name)
  if (chief === undefined || kept.includes(chief)) return false
  if (scope === 'field') return subject === category
  if (scope === 'all') return stops({ policy, actor }, name, limit)
  const declared = policy.data.find(data => data.category === category)?.purposes ?? []
  return isOnly(useOf(policy, name).purposes.filter(id => declared.includes(id)), subject)
}

/** @throws Refusal 409 in the words of whoever tries: the person themselves, or somebody of the school. */
export function refuseResting({ actor }: Pick<Context, 'actor'>, person: string): never {
  throw new Refusal(409, actor.person === person ? 'purposes.you-rest' : 'purposes.person-rests')
}
