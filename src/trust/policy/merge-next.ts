import { keyOf } from './lists.ts'

type Item = Record<string, unknown>
const listOf = (value: unknown): Item[] => Array.isArray(value) ? value : []
const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether what a coming version takes away is written as lists of ids. */
export const removesWell = (next: unknown): boolean =>
  !isItem(next) || next.remove === undefined || isItem(next.remove) && Object.values(next.remove).every(ids => Array.isArray(ids) && ids.every(id => typeof id === 'string'))

/** A coming version over the one it is based on: items of lists replace those of the same id, everything else replaces as a whole. */
export function mergeNext(base: unknown, next: unknown): unknown {
  if (!isItem(base) || !isItem(next) || !('based-on' in next)) return next
  const { 'based-on': _, remove, ...changes } = next
  const merged: Item = { ...base }
  for (const [name, value] of Object.entries(changes)) merged[name] = mergeValue(base[name], value)
  return isItem(remove) ? without(merged, remove as Record<string, string[]>) : merged
}

function mergeValue(base: unknown, next: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(next) && next.every(item => keyOf(item) !== undefined)) return mergeList(base, next)
  return next
}

function mergeList(base: unknown[], next: unknown[]): unknown[] {
  const changed = new Map(next.map(item => [keyOf(item), item as Item]))
  const kept = base.map(item => {
    const change = changed.get(keyOf(item))
    changed.delete(keyOf(item))
    if (!change) return item
    const { promises } = change
    return Array.isArray(promises) ? { ...item as Item, ...change, promises: mergeList(listOf((item as Item).promises), promises) } : change
  })
  return [...kept, ...changed.values()]
}

function without(merged: Item, remove: Record<string, string[]>): Item {
  const { promises = [], ...lists } = remove
  const result = { ...merged }
  for (const [name, keys] of Object.entries(lists)) result[name] = listOf(merged[name]).filter(item => !keys.includes(keyOf(item)!))
  result.chapters = listOf(result.chapters).map(chapter =>
    ({ ...chapter, promises: listOf(chapter.promises).filter(promise => !promises.includes(keyOf(promise)!)) }))
  return result
}
