import type { Policy } from '#trust/policy/policy.ts'
import type { Text } from '#platform/locale.ts'

export type Clause = { id: string; number: string; says: Text }

/** A sentence of the policy by its id, with its number: chapter and place in it. Undefined where the policy in force has none of that id. */
export function clauseOf({ chapters }: Pick<Policy, 'chapters'>, id: string | null | undefined): Clause | undefined {
  for (const [chapter, { promises }] of chapters.entries()) {
    const place = promises.findIndex(promise => promise.id === id)
    if (place >= 0) return { id: id!, number: `${chapter + 1}.${place + 1}`, says: promises[place]!.says }
  }
  return undefined
}
