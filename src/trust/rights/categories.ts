import type { Locale, Text } from '#platform/locale.ts'
import { lawProfile } from '#trust/law/law.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'
import { given } from './parts.ts'

/** What the manifest says of one category, ready to be shown; `forms` by which the person gives it. */
export type ShownCategory = { category: string; what: Text; why: Text; purposes: Text[]; basis: Text; source: 'person' | 'automatic' | 'partner'; forms: Text[]; recipients: Text[]; until: Text }

export function categoriesOf(policy: Policy): ShownCategory[] {
  const uses = new Map(policy.purposes.map(({ id, what }) => [id, what]))
  const names = new Map(policy.recipients.map(({ id, name }) => [id, name]))
  const { grounds } = lawProfile(policy.law)
  const forms = given().formsOf(policy)
  return policy.data.map(({ category, what, why, purposes, basis, source, recipients, term }) =>
    ({ category, what, why, purposes: purposes.map(id => uses.get(id)!), basis: grounds[basis]!.what, source, forms: source === 'person' ? forms.get(category) ?? [] : [], recipients: recipients.map(id => names.get(id)!), until: termInWords(policy, term) }))
}

/** Whom a kind of data comes from, and by which forms. */
export const sourceInWords = ({ source, forms }: ShownCategory, locale: Locale): string =>
  [messages[source][locale], ...forms.length ? [forms.map(form => form[locale]).join(', ')] : []].join(': ')

/** When a category ends: the sentence of the promise that ends it, or the words the manifest gives. */
const termInWords = (policy: Policy, term: string | Text): Text =>
  typeof term === 'string' ? policy.promises.find(({ id }) => id === term)!.says : term
