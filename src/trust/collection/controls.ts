import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { Category, control, dataOf, judge } from '#trust/policy/policy.ts'
import { countOf, coverage, filledOf, placesIn } from './coverage.ts'
import { fieldsOf } from './given.ts'
import { messages } from './messages.ts'

/** A kind of data that the school says it keeps: there is a place for it, and what is optional is nowhere required. */
export const collectData = control('collect', 'data', {
  rule: z.strictObject({ category: Category, optional: z.boolean().optional() }),
  kind: 'invariant',
  async prove({ category, optional = false }, { db, map, policy }) {
    const places = placesIn(map).filter(place => place.category === category)
    const required = policy.registration.fields.some(field => field.category === category && field.needed)
    const values = await countOf(db, places)
    return judge(values, (places.length ? 0 : 1) + (optional && required ? 1 : 0), fill(messages['found-values'], { places: places.length, values }))
  },
})

/** Data comes from the named kinds of source, and from no other; of what comes from the person a form is known that asks for it. */
export const collectSources = control('collect', 'sources', {
  rule: z.strictObject({ sources: z.array(z.enum(['person', 'automatic', 'partner'])).min(1) }),
  kind: 'invariant',
  async prove({ sources }, { policy }) {
    const others = policy.data.filter(({ source }) => !sources.includes(source))
    const asked = new Set(fieldsOf(policy).map(({ category }) => category))
    const unasked = policy.data.filter(({ category, source }) => source === 'person' && !asked.has(category))
    return judge(policy.data.length, others.length + unasked.length, fill(messages['found-sources'], { kinds: policy.data.length, others: others.length, unasked: unasked.length }))
  },
})

/** Kinds of data that are never kept: no column of theirs holds anything here. */
export const refuseData = control('refuse', 'data', {
  rule: z.strictObject({ categories: z.array(Category).min(1) }),
  kind: 'invariant',
  async prove({ categories }, { db, map, policy }) {
    const refused = placesIn(map).filter(({ category }) => categories.some(name => name === category))
    const filled = await filledOf(db, refused)
    const declared = categories.filter(category => dataOf(policy, category))
    return judge(categories.length, filled.length + declared.length, fill(messages['found-refused'], { kinds: categories.length, filled: filled.length }))
  },
})

/** Nothing about people is asked for or kept that the manifest does not name. */
export const refuseUndeclared = control('refuse', 'undeclared', {
  rule: z.strictObject({}),
  kind: 'invariant',
  async prove(_, { db, map, policy }) {
    const { stored, named, fields, undeclared } = await coverage(db, map, policy)
    return judge(stored.length, undeclared.length, fill(messages['found-undeclared'], { stored: stored.length, named: named.length, fields: fields.length, unnamed: undeclared.length }))
  },
})
