// While a function works, what the database answers is held against its purpose: a column of data that is not declared for it reaches nobody.
import { AsyncLocalStorage } from 'node:async_hooks'
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import type { Table } from '#trust/data-map/data-map.ts'
import { useOf, type Use } from './register.ts'

type Working = Use & { name: string; categories: ReadonlyMap<string, string> }
const working = new AsyncLocalStorage<Working>()

const maps = new WeakMap<readonly Table[], ReadonlyMap<string, string>>()

/** `schema.table.column` → kind of data, for every column about people. */
function categoriesIn(map: readonly Table[]): ReadonlyMap<string, string> {
  const found = maps.get(map) ?? new Map(map.flatMap(({ name, columns }) => columns.flatMap(({ name: column, note }) => note.says === 'data' ? [[`${name}.${column}`, note.category] as const] : [])))
  maps.set(map, found)
  return found
}

/** Whatever is read in here is read by the named function, for the purposes of the school in force. One inside another goes by its own. */
export const underPurpose = <R>({ policy, map }: Pick<Context, 'policy' | 'map'>, name: string, work: () => Promise<R>): Promise<R> =>
  working.run({ ...useOf(policy, name), name, categories: categoriesIn(map) }, work)

/** The chief purpose of what runs now. */
export const purposeNow = (): string | undefined => working.getStore()?.purposes[0]

/** @throws Refusal 403 where the column holds something that is not declared for the purpose at hand. */
export function refuseUndeclared(place: string, filled: () => boolean) {
  const now = working.getStore()
  const category = now?.categories.get(place)
  if (!now || !category || now.mayRead(category) || !filled()) return
  throw new Refusal(403, 'purposes.undeclared', { category, function: now.name })
}
