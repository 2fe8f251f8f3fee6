import { keyOf } from './lists.ts'

type Item = Record<string, unknown>
const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value)

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
    return Array.isArray(promises) ? { ...item as Item, ...change, promises: mergeList((item as Item).promises as unknown[] ?? [], promises) } : change
  })
  return [...kept, ...changed.values()]
}

function without(merged: Item, remove: Record<string, string[]>): Item {
  const { promises = [], ...lists } = remove
  const result = { ...merged }
  for (const [name, keys] of Object.entries(lists)) result[name] = (merged[name] as unknown[] ?? []).filter(item => !keys.includes(keyOf(item)!))
  result.chapters = (result.chapters as Item[] ?? []).map(chapter =>
    ({ ...chapter, promises: (chapter.promises as Item[] ?? []).filter(promise => !promises.includes(keyOf(promise)!)) }))
  return result
}
