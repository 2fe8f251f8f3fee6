// What a number may tell: nothing about a group that is smaller than the school has promised.
import type { Counted } from '#school/enrolment/enrolment.ts'

/** `count` is null where the group behind it is too small to be told. */
export type Told = { name: string; count: number | null }

/**
 * A number of a few people is left out, and so is one that only a few of all are missing from. Were just one left out, it could be worked
 * out from the others, so the next smallest goes with it.
 */
export function told(rows: Counted[], { least, of }: { least: number; of?: number }): Told[] {
  const few = (people: number) => people > 0 && people < least
  const hidden = new Set(rows.filter(({ people }) => few(people) || of !== undefined && few(of - people)).map(({ name }) => name))
  if (hidden.size === 1) {
    const [next] = rows.filter(({ name, count }) => count > 0 && !hidden.has(name)).toSorted((one, other) => one.count - other.count)
    if (next) hidden.add(next.name)
  }
  return rows.map(({ name, count }) => ({ name, count: hidden.has(name) ? null : count }))
}
