// What a school may ask consent for: nothing that does not stand in its manifest, in words that stand there too.
import type { Locale } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import { lawProfile } from '#trust/law/law.ts'
import type { Consent, Policy } from '#trust/policy/policy.ts'

export const consentsOf = ({ consents = [] }: Policy): Consent[] => consents
export const consentNamed = (policy: Policy, id: string): Consent | undefined => consentsOf(policy).find(each => each.id === id)

/** @throws Refusal 409 where the school does not ask for it: then nothing rests on it here. */
export function declaredConsent(policy: Policy, id: string): Consent {
  const declared = consentNamed(policy, id)
  if (!declared) throw new Refusal(409, 'consent.not-asked-here')
  return declared
}

/** What the law wants to stand in a consent, in the language it was read in: kept with it as it was at that moment. */
export type Terms = {
  title: string
  operator: { name: string; bin: string; address: string; email: string }
  subject: string
  purpose: string
  data: { category: string; name: string; needed: boolean }[]
  recipients: { name: string; country: string }[]
  crossBorder: boolean
  public: boolean
  ground: { name: string; article: string }
  country: string
  stops: string[]
}

/** Law 94-V, article 8(4): operator and number, the person, term, third parties, other countries, public sources, the list of data. */
export function termsOf(policy: Policy, { title, purpose, data, recipients, public: open, stops }: Consent, subject: string, locale: Locale): Terms {
  const { name, bin, address, responsible } = policy.operator
  const law = lawProfile(policy.law)
  const receiving = policy.recipients.filter(({ id }) => recipients.includes(id)).map(each => ({ name: each.name[locale], country: each.country }))
  return {
    title: title[locale], operator: { name: name[locale], bin, address: address[locale], email: responsible.email }, subject,
    purpose: policy.purposes.find(({ id }) => id === purpose)!.what[locale],
    data: policy.data.filter(({ category }) => data.includes(category)).map(({ category, what, needed }) => ({ category, name: what[locale], needed })),
    recipients: receiving, crossBorder: receiving.some(({ country }) => country !== law.country), public: open,
    ground: { name: law.grounds.consent!.what[locale], article: law.grounds.consent!.article[locale] }, country: law.country, stops: stops.map(each => each[locale]),
  }
}
