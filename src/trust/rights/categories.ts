import type { Text } from '#platform/locale.ts'
import { lawProfile } from '#trust/law/law.ts'
import type { Policy } from '#trust/policy/policy.ts'

/** What the manifest says of one category, ready to be shown. */
export type ShownCategory = { category: string; what: Text; why: Text; purposes: Text[]; basis: Text; source: 'person' | 'automatic' | 'partner'; recipients: Text[]; until: Text }

export function categoriesOf(policy: Policy): ShownCategory[] {
  const uses = new Map(policy.purposes.map(({ id, what }) => [id, what]))
  const names = new Map(policy.recipients.map(({ id, name }) => [id, name]))
  const { grounds } = lawProfile(policy.law)
  return policy.data.map(({ category, what, why, purposes, basis, source, recipients, term }) =>
    ({ category, what, why, purposes: purposes.map(id => uses.get(id)!), basis: grounds[basis]!.what, source, recipients: recipients.map(id => names.get(id)!), until: termInWords(policy, term) }))
}

/** When a category ends: the sentence of the promise that ends it, or the words the manifest gives. */
const termInWords = (policy: Policy, term: string | Text): Text =>
  typeof term === 'string' ? policy.promises.find(({ id }) => id === term)!.says : term
