import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { mayHand } from './ask.ts'
import type { Ground } from './controls.ts'
import { groundsOf, handsFor } from './grounds.ts'
import { fieldsOf, type Field } from './scope.ts'

const columns = ['id', 'number', 'person', 'ground', 'recipient', 'scope', 'demand', 'article', 'reason', 'secret_until', 'secret_by', 'asked_at', 'asked_by', 'first_at', 'first_by', 'second_at', 'second_by', 'officer', 'declined_at', 'handed_at', 'format', 'told_at'] as const

export const caseById = (db: Database, id: string) => db.selectFrom('disclosures.cases').select([...columns]).where('id', '=', id).executeTakeFirst().then(found => found && { ...found, number: Number(found.number) })
export type Case = NonNullable<Awaited<ReturnType<typeof caseById>>>

/** Every hand it needs is there. */
export const isReady = ({ ground, first_at, second_at, officer }: Pick<Case, 'ground' | 'first_at' | 'second_at' | 'officer'>): boolean => {
  const hands = handsFor(ground as Ground)
  return hands === 0 || officer && (hands === 1 ? first_at !== null : second_at !== null)
}

/** A line of the register: nobody is named in it. */
export type Line = Omit<Case, 'person' | 'asked_by' | 'first_by' | 'second_by'>
export type Register = { cases: Line[]; fields: Field[]; grounds: readonly Ground[] }

/** Every disclosure that was asked for, the latest first, and what a new one can be made of. */
export const showDisclosures = query('disclosures.register', {
  input: z.strictObject({}),
  async find({ db, map, policy }: Context): Promise<Register> {
    const cases = await db.selectFrom('disclosures.cases').select(columns.filter(name => !/person|_by$/.test(name) || name === 'secret_by') as (keyof Line)[]).orderBy('number', 'desc').limit(200).execute()
    return { cases: cases.map(each => ({ ...each, number: Number(each.number) })) as Line[], fields: fieldsOf(map, policy), grounds: groundsOf(policy) }
  },
  may: mayHand,
  reveals: () => [],
})

/** One of them. A silent one stays silent: the look at it is not told to the person either. */
export const showDisclosure = query('disclosures.show', {
  input: z.strictObject({ id: z.uuid() }),
  async find({ db, map, policy }: Context, { id }) {
    const found = await caseById(db, id)
    return found && { case: found, fields: fieldsOf(map, policy).filter(({ name }) => found.scope.includes(name)) }
  },
  may: mayHand,
  reveals: ({ case: { person, secret_until, told_at } }) => [secret_until && !told_at ? null : person],
})
export type Shown = { case: Case; fields: Field[] }
