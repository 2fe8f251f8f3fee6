import { z } from 'zod'
import type { SealedValue } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { open } from '#platform/sealing/sealing.ts'
import { command, isSelf, query, type Context } from '#trust/audit/audit.ts'
import { tellRecipients } from '#trust/processors/processors.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { ageOn, ageRuleOf, bandOf, isBirthDate } from './age.ts'
import { categoriesOf, fieldsOf, shapeOf, type Declared, type FieldName } from './fields.ts'
import { accountById, fieldsById, fullName, setFields } from './people.ts'

/** E-mail and login open the account, so they change in a way of their own, confirmed on both sides. */
export const editableFields = (policy: Policy): (Declared & { name: FieldName })[] =>
  fieldsOf(policy).filter((field): field is Declared & { name: FieldName } => !['email', 'login', 'password'].includes(field.name))

export const profileOf = (policy: Policy) => z.strictObject(shapeOf(editableFields(policy)))

/** What somebody is called: the name they gave, or what they sign in by, empty where they gave neither; undefined for nobody. Inside a transaction, with their key at hand. */
export async function calledHow(ctx: Context, person: string): Promise<string | undefined> {
  const account = await fieldsById(ctx.db, person, ['name', 'first_name', 'last_name', 'login'])
  if (!account) return undefined
  const { name, first_name, last_name, login } = Object.fromEntries((['name', 'first_name', 'last_name', 'login'] as const).map(field => [field, account[field] && open(ctx, account[field])]))
  return fullName({ name, first_name, last_name }) || login || ''
}

const own = async (ctx: Context) => ctx.actor.person ? accountById(ctx.db, ctx.actor.person) : undefined

export const showProfile = query('accounts.profile', {
  input: z.strictObject({}),
  find: own,
  may: (actor, account) => isSelf(actor, account.id),
  reveals: account => [account.id],
})

/** The whole profile as it is to be: an optional field left out is emptied, and its old value is kept nowhere. */
export const changeProfile = command('accounts.change-profile', {
  input: z.record(z.string(), z.unknown()),
  load: own,
  may: (actor, account) => isSelf(actor, account.id),
  run: edit,
  audit: (account, _, changes) => ({ subject: account.id, ...changes.length && { details: changes.map(inWords).join('; ') } }),
})

/** The same by an officer, because the person asked for it: the whole of what can be edited, as it is to be. */
export const correctProfile = command('accounts.correct', {
  input: z.strictObject({ person: z.uuid(), fields: z.record(z.string(), z.unknown()) }),
  load: (ctx, { person }) => accountById(ctx.db, person),
  may: actor => actor.role === 'privacy-officer',
  run: (ctx, account, { fields }) => edit(ctx, account, fields),
  audit: (account, _, changes) => ({ subject: account.id, ...changes.length && { details: changes.map(inWords).join('; ') } }),
})

type Account = NonNullable<Awaited<ReturnType<typeof accountById>>>

async function edit(ctx: Context, account: Account, input: Record<string, unknown>) {
  const fields = editableFields(ctx.policy)
  const wished = profileOf(ctx.policy).parse(input) as Partial<Record<FieldName, string>>
  if (wished.birth_date) refuseImpossibleBirth(ctx, wished.birth_date, account.guarded_since !== null)
  if (ctx.actor.guarded && wished.birth_date !== undefined && wished.birth_date !== textOf(ctx, account.birth_date)) throw new Refusal(403, 'accounts.birth-date-fixed', {}, { field: 'birth_date' })
  const changes = fields.flatMap(({ name, needed }) => {
    const [before, after] = [textOf(ctx, account[name]), wished[name] ?? null]
    return before === after ? [] : [{ name, needed, before, after }]
  })
  if (changes.length) {
    await setFields(ctx, account.id, Object.fromEntries(changes.map(({ name, after }) => [name, after])))
    await tellRecipients(ctx, account.id, { reason: 'correction', categories: categoriesOf(ctx.policy, changes.map(({ name }) => name)) })
  }
  return changes
}

const textOf = (ctx: Context, value: SealedValue | null) => value ? open(ctx, value) : null

/** Old and new value, but of an optional field only its name: what was cleared is not to live on in the log. */
const inWords = ({ name, needed, before, after }: { name: string; needed: boolean; before: string | null; after: string | null }) =>
  needed ? `${name}: "${before ?? ''}" → "${after ?? ''}"` : name

/** `guarded`: a guardian decides with them, so they may be between the two ages of the school. */
export function refuseImpossibleBirth(ctx: Context, birthDate: string, guarded = false) {
  const { zone } = ctx
  if (!isBirthDate(birthDate, ctx.now, zone)) throw new Refusal(422, 'accounts.not-a-birth-date', {}, { field: 'birth_date' })
  const rule = ageRuleOf(ctx.policy)
  const band = rule && bandOf(ageOn(birthDate, ctx.now, zone), rule)
  if (band === 'child' || band === 'minor' && !guarded) throw new Refusal(422, 'accounts.birth-date-too-late', {}, { field: 'birth_date' })
}
