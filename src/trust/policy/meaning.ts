// What a policy means, apart from how it is written down.
import { createHash } from 'node:crypto'
import { keyOf } from './lists.ts'

const ours = ['schema', 'keeps', 'change', 'effective']

/** Keys sorted, lists by the ids of their items, our own notes left out: two files that mean the same give the same text. */
export const canonical = (value: unknown): string => JSON.stringify(ordered(value))

/** SHA-256 of the canonical text, in hexadecimal: the seal of a version. */
export const sealOf = (manifest: unknown): string => createHash('sha256').update(canonical(manifest)).digest('hex')

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return orderedList(value)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key, inner]) => !ours.includes(key) && inner !== undefined)
  return Object.fromEntries(entries.sort(([one], [other]) => one < other ? -1 : 1).map(([key, inner]) => [key, ordered(inner)]))
}

// The lines of a summary have no ids: there the order is part of the meaning.
function orderedList(list: unknown[]): unknown[] {
  const items = list.map(item => ({ key: typeof item === 'object' ? keyOf(item) : String(item), item: ordered(item) }))
  if (items.some(({ key }) => key === undefined)) return items.map(({ item }) => item)
  return items.sort((one, other) => one.key! < other.key! ? -1 : 1).map(({ item }) => item)
}
