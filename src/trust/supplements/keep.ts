import type { SiteContext } from '#trust/policy/policy.ts'
import { namedIn } from './controls.ts'
import { sealOf, type SupplementFile } from './read-files.ts'

/**
 * Writes down what the manifest names and nobody has read yet. A version that was published is never written over: a changed text needs
 * another number. @returns what cannot be published, one sentence each. @throws Error when the text of something named is missing
 */
export async function keepSupplements({ db, policy, now }: Pick<SiteContext, 'db' | 'policy' | 'now'>, files: readonly SupplementFile[]): Promise<string[]> {
  const named = namedIn(policy)
  const kept = named.length ? await db.selectFrom('supplements.texts').select(['id', 'version', 'seal']).execute() : []
  const refused: string[] = []
  for (const { id, version, from } of named) {
    const before = kept.find(each => each.id === id && each.version === version)
    const file = files.find(each => each.id === id)
    if (!before && !file) throw new Error(`supplements/${id}: the policy names it, and there is no text`)
    if (before && file && sealOf(file.said) !== before.seal) refused.push(`supplements/${id}: version ${version} is published; a changed text needs another number`)
    if (!before) await db.insertInto('supplements.texts').values({ id, version, applies_from: from as never, said: JSON.stringify(file!.said), seal: sealOf(file!.said), kept_at: now }).execute()
  }
  return refused
}
