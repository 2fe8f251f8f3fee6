// While a function works, what the database answers is held against its purpose: a column of data that is not declared for it reaches nobody,
// and nothing of a person whose data rests.
import { AsyncLocalStorage } from 'node:async_hooks'
import { inSite } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { withKeys } from '#platform/sealing/sealing.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import type { Table } from '#trust/data-map/data-map.ts'
import { limitsIn, restingFor, withholds, type Limit, type Resting } from './at-rest.ts'
import { useOf, type Use } from './register.ts'

type Working = Use & Pick<Context, 'policy' | 'actor'> & {
  name: string; categories: ReadonlyMap<string, string>
  /** What is done inside a duty of the law is done for it. */
  lawful: boolean
  limits: readonly Limit[]
}
const working = new AsyncLocalStorage<Working>()

const maps = new WeakMap<readonly Table[], ReadonlyMap<string, string>>()

/** `schema.table.column` → kind of data, for every column about people. */
function categoriesIn(map: readonly Table[]): ReadonlyMap<string, string> {
  const found = maps.get(map) ?? new Map(map.flatMap(({ name, columns }) => columns.flatMap(({ name: column, note }) => note.says === 'data' ? [[`${name}.${column}`, note.category] as const] : [])))
  maps.set(map, found)
  return found
}

/** Whatever is read in here is read by the named function, for the purposes of the school in force. One inside another goes by its own. */
export function underPurpose<R>({ policy, map, actor }: Pick<Context, 'policy' | 'map' | 'actor'>, name: string, work: () => Promise<R>): Promise<R> {
  const use = useOf(policy, name)
  const serves = policy.purposes.find(({ id }) => id === use.purposes[0])?.serves
  const lawful = serves === 'law' || (working.getStore()?.lawful ?? false)
  return working.run({ ...use, policy, actor, name, categories: categoriesIn(map), lawful, limits: [] }, work)
}

/** The chief purpose of what runs now. */
export const purposeNow = (): string | undefined => working.getStore()?.purposes[0]

/** Inside of a function's work: learns what rests, for this function and for every value it reads. */
export async function learnWhatRests(ctx: Context, name: string): Promise<Resting> {
  const now = working.getStore()
  if (now?.lawful) return () => false
  if (now) now.limits = await limitsIn(ctx)
  return restingFor(ctx, name)
}

/** Reads as the named function would, in a transaction of its own, whatever runs now. */
export const readAs = <R>(ctx: Context, name: string, work: (ctx: Context) => Promise<R>): Promise<R> =>
  working.exit(() => underPurpose(ctx, name, () => withKeys(ctx, () => inSite(ctx.db, ctx.site, async db => {
    const inside = { ...ctx, db }
    await learnWhatRests(inside, name)
    return work(inside)
  }, askingOf(ctx)))))

/** Whether a sealed value that is read now will be kept from its reader, by the time it is opened. */
export function withholding(place: string): ((person: string) => boolean) | undefined {
  const now = working.getStore()
  const category = now?.categories.get(place)
  if (!now || !category || now.lawful) return undefined
  return person => now.limits.some(limit => limit.person === person && withholds(now, now.name, category, limit))
}

/** @throws Refusal 403 where the column holds something that is not declared for the purpose at hand. */
export function refuseUndeclared(place: string, filled: () => boolean) {
  const now = working.getStore()
  const category = now?.categories.get(place)
  if (!now || !category || now.mayRead(category) || !filled()) return
  throw new Refusal(403, 'purposes.undeclared', { category, function: now.name })
}
