// The sentences about the manifest itself: that it equals practice, that purposes are bound, that nothing is for sale.
import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { coverage } from '#trust/collection/collection.ts'
import { lawProfile } from '#trust/law/law.ts'
import { Category, control, Id, judge, type SiteContext } from '#trust/policy/policy.ts'
import { cookiesOf } from './given.ts'
import { messages } from './messages.ts'

const plain = z.strictObject({})
const found = (looked: number, wrong: number) => judge(looked, wrong, fill(messages['found-list'], { looked, wrong }))

async function proveCoverage(_: unknown, { db, map, policy }: SiteContext) {
  const { stored, named, idle, unnamed, unknown } = await coverage(db, map, policy)
  return judge(stored.length, idle.length + unnamed.length + unknown.length, fill(messages['found-manifest'], { stored: stored.length, named: named.length, idle: idle.length, unnamed: unnamed.length }))
}

export const publishManifest = control('publish', 'manifest', { rule: plain, kind: 'invariant', prove: proveCoverage })

/** A kind of data is used for the purposes the manifest names for it, and for no other. */
export const useData = control('use', 'data', {
  rule: z.strictObject({ category: Category, purposes: z.array(z.string()).min(1) }),
  kind: 'invariant',
  prove: async ({ category, purposes }, { policy }) => {
    const declared = policy.data.find(data => data.category === category)?.purposes ?? []
    return found(declared.length, declared.filter(purpose => !purposes.includes(purpose)).length)
  },
})

/** Whatever is used has a purpose of the list; `only` are the ids of the whole list, and reading the manifest refuses any other. */
export const usePurposes = control('use', 'purposes', {
  rule: z.strictObject({ only: z.array(Id).min(1).optional() }),
  kind: 'invariant',
  prove: async ({ only }, { policy }) => {
    const known = policy.purposes.map(({ id }) => id).filter(id => only?.includes(id) ?? true)
    const uses = [...policy.data.flatMap(({ purposes }) => purposes), ...policy.registration.fields.map(({ purpose }) => purpose), ...policy.recipients.map(({ purpose }) => purpose)]
    return found(uses.length, uses.filter(purpose => !known.includes(purpose)).length)
  },
})

/** Every recipient has a named function and ground, and a purpose that a manifest can hold at all: sale is not one. */
export const refuseSale = control('refuse', 'sale', {
  rule: plain,
  kind: 'invariant',
  prove: async (_, { policy }) => {
    const forbidden = policy.purposes.filter(({ id, serves }) => /sale|advert|marketing/.test(`${id} ${serves}`))
    return found(policy.purposes.length + policy.recipients.length, forbidden.length + policy.recipients.filter(({ purpose }) => forbidden.some(({ id }) => id === purpose)).length)
  },
})

export const retainNothingEndless = control('retain', 'nothing-endless', {
  rule: plain,
  kind: 'invariant',
  prove: async (_, { policy }) => found(policy.data.length, policy.data.filter(({ term }) => typeof term === 'string' && !policy.promises.some(({ id }) => id === term)).length),
})

export const publishLaw = control('publish', 'law', {
  rule: plain,
  kind: 'invariant',
  prove: async (_, { policy }) => {
    const law = lawProfile(policy.law)
    const withoutGround = policy.data.filter(({ basis }) => !law.grounds[basis])
    const withoutRight = Object.entries(law.rights).filter(([id, { optional }]) => !optional && !policy.rights.some(({ right }) => right === id))
    return found(policy.data.length + policy.rights.length, withoutGround.length + withoutRight.length)
  },
})

export const publishCookies = control('publish', 'cookies', {
  rule: plain,
  kind: 'invariant',
  prove: async (_, { policy }) => {
    const set = cookiesOf(policy)
    const named = policy.cookies.map(({ name }) => name)
    return found(set.length + named.length, set.filter(name => !named.includes(name)).length + named.filter(name => !set.includes(name)).length)
  },
})

export const attestResponsiblePerson = control('attest', 'responsible-person', {
  rule: plain,
  kind: 'invariant',
  prove: async (_, { policy }) => found(1, policy.operator.responsible.email ? 0 : 1),
})
