// What one part of a manifest says about another.
import { isDeepStrictEqual } from 'node:util'
import { fill } from '#platform/locale.ts'
import { lawNames, lawProfile } from '#trust/law/law.ts'
import { forbiddenPurpose, isForbidden, type Fault, type Path } from './faults.ts'
import { keyOf } from './lists.ts'
import { messages } from './messages.ts'
import { nearest } from './nearest.ts'
import type { Policy } from './policy-type.ts'

type RawChapters = { promises: { id: string; keeps?: string[] | undefined }[] }[]

/** Every name that is used and not described, every id used twice, every right the law gives and the school leaves out. */
export function faultsInReferences(policy: Policy, chapters: RawChapters): Fault[] {
  const places = chapters.flatMap(({ promises }, c) => promises.map((promise, p) => ({ ...promise, path: ['chapters', c, 'promises', p] as Path })))
  return [
    ...twice('purposes', policy.purposes), ...twice('data', policy.data), ...twice('recipients', policy.recipients), ...twice('cookies', policy.cookies), ...twice('consents', policy.consents ?? []),
    ...twice('rights', policy.rights), ...twice('chapters', policy.chapters),
    ...repeated(places.map(({ id, path }) => ({ name: id, path: [...path, 'id'] }))),
    ...repeated(places.flatMap(({ keeps = [], path }) => keeps.map((name, at) => ({ name, path: [...path, 'keeps', at] })))),
    ...faultsOfData(policy, places.map(({ id }) => id)), ...faultsOfConsents(policy), ...faultsOfRecipients(policy), ...faultsOfRegistration(policy), ...faultsOfLaw(policy), ...faultsOfRules(policy, places),
  ]
}

const missing = (id: string, list: string, known: readonly string[], path: Path): Fault[] => {
  if (known.includes(id)) return []
  const hint = nearest(id, known)
  return [{ path, says: hint ? fill(messages['fault-nowhere-near'], { id, list, hint }) : fill(messages['fault-nowhere'], { id, list }) }]
}

const repeated = (all: { name: string; path: Path }[]): Fault[] =>
  all.filter(({ name }, place) => all.findIndex(other => other.name === name) < place).map(({ name, path }) => ({ path, says: fill(messages['fault-twice'], { id: name }) }))

const twice = (list: string, items: readonly object[]) => repeated(items.map((item, place) => ({ name: keyOf(item) ?? '', path: [list, place] })))

function faultsOfData(policy: Policy, promises: string[]): Fault[] {
  const ids = idsOf(policy)
  return policy.data.flatMap(({ purposes, recipients, term }, place) => [
    ...purposes.flatMap((id, at) => missing(id, 'purposes', ids.purposes, ['data', place, 'purposes', at])),
    ...recipients.flatMap((id, at) => missing(id, 'recipients', ids.recipients, ['data', place, 'recipients', at])),
    ...typeof term === 'string' ? missing(term, 'promises', promises, ['data', place, 'term']) : [],
  ])
}

function faultsOfConsents(policy: Policy): Fault[] {
  const { categories, purposes, recipients } = idsOf(policy)
  const bare = policy.purposes.filter(({ id, serves }) => serves === 'beyond' && !policy.consents?.some(({ purpose }) => purpose === id))
  return [...bare.map(({ id }) => ({ path: ['purposes', policy.purposes.findIndex(each => each.id === id)], says: fill(messages['fault-consent'], { id }) })), ...(policy.consents ?? []).flatMap(({ purpose, data, recipients: named }, place) => [
    ...missing(purpose, 'purposes', purposes, ['consents', place, 'purpose']),
    ...data.flatMap((category, at) => missing(category, 'data', categories, ['consents', place, 'data', at])),
    ...named.flatMap((id, at) => missing(id, 'recipients', recipients, ['consents', place, 'recipients', at])),
  ])]
}

function faultsOfRecipients(policy: Policy): Fault[] {
  const { categories, purposes } = idsOf(policy)
  const home = lawNames().includes(policy.law) ? lawProfile(policy.law).country : ''
  return policy.recipients.flatMap(({ id, data, purpose, country, safeguard }, place) => [
    ...data.flatMap((category, at) => missing(category, 'data', categories, ['recipients', place, 'data', at])),
    ...isForbidden(purpose) ? [{ path: ['recipients', place, 'purpose'], says: forbiddenPurpose(purpose) }] : missing(purpose, 'purposes', purposes, ['recipients', place, 'purpose']),
    ...country !== home && !safeguard ? [{ path: ['recipients', place], says: fill(messages['fault-safeguard'], { id }) }] : [],
  ])
}

function faultsOfRegistration({ registration, data, purposes }: Policy): Fault[] {
  const asked = registration.fields.map(({ field }) => field)
  const identifier = registration.identifier === 'login' ? 'login' : 'email'
  return [
    ...twice('fields', registration.fields).map(fault => ({ ...fault, path: ['registration', ...fault.path] })),
    ...asked.includes(identifier) ? [] : [{ path: ['registration', 'identifier'], says: fill(messages['fault-identifier'], { id: registration.identifier }) }],
    ...registration.fields.flatMap(({ category, purpose }, place) => [
      ...missing(category, 'data', data.map(item => item.category), ['registration', 'fields', place, 'category']),
      ...missing(purpose, 'purposes', purposes.map(({ id }) => id), ['registration', 'fields', place, 'purpose']),
    ]),
  ]
}

function faultsOfLaw(policy: Policy): Fault[] {
  if (!lawNames().includes(policy.law)) return [{ path: ['law'], says: fill(messages['fault-law'], { found: policy.law, known: lawNames().join(', ') }) }]
  const law = lawProfile(policy.law)
  const given = policy.rights.map(({ right }) => right)
  return [
    ...policy.data.flatMap(({ basis }, place) => missing(basis, `law/${policy.law}: grounds`, Object.keys(law.grounds), ['data', place, 'basis'])),
    ...policy.rights.flatMap(({ right }, place) => missing(right, `law/${policy.law}: rights`, Object.keys(law.rights), ['rights', place, 'right'])),
    ...Object.entries(law.rights).filter(([id, { optional }]) => !optional && !given.includes(id)).map(([id]) => ({ path: ['rights'], says: fill(messages['fault-right'], { id }) })),
  ]
}

/** Rules speak of categories, purposes and ages that stand elsewhere in the same file. */
function faultsOfRules(policy: Policy, places: { id: string; path: Path }[]): Fault[] {
  const { categories, purposes } = idsOf(policy)
  return policy.promises.flatMap(({ id, verb, subject, rule }) => {
    const path = [...places.find(place => place.id === id)!.path, verb]
    const said = rule as { category?: string; categories?: string[]; purposes?: string[]; only?: string[] }
    const named = [...said.category ? [said.category] : [], ...said.categories ?? []].filter(name => name.includes('.'))
    if (verb === 'refuse') return named.filter(name => categories.includes(name)).map(name => ({ path, says: fill(messages['fault-declared'], { id: name }) }))
    return [
      ...named.flatMap(name => missing(name, 'data', categories, path)),
      ...[...said.purposes ?? [], ...subject === 'purposes' && said.only || []].flatMap(name => missing(name, 'purposes', purposes, path)),
      ...verb === 'use' && subject === 'purposes' ? faultsOfPurposes(policy, said.only) : [],
      ...verb === 'ask' && subject === 'age' && !sameAge(rule, policy.age) ? [{ path, says: messages['fault-age'] }] : [],
    ]
  })
}

/** A sentence says which purposes there are: one beyond them is refused where it stands. */
const faultsOfPurposes = ({ purposes }: Policy, only: string[] | undefined): Fault[] => only === undefined ? [] : purposes.flatMap(({ id }, place) =>
  only.includes(id) ? [] : [{ path: ['purposes', place, 'id'], says: fill(messages['fault-purpose-beyond'], { id, only: only.join(', ') }) }])

const sameAge = (rule: unknown, age: Policy['age']) => {
  if (age === 'none') return false
  const { why: _, conditions: __, ...declared } = age
  return isDeepStrictEqual(rule, declared)
}

const idsOf = (policy: Policy) => ({
  purposes: policy.purposes.map(({ id }) => id),
  recipients: policy.recipients.map(({ id }) => id),
  categories: policy.data.map(({ category }) => category as string),
})
