// What a change does, apart from its words: to whom, to which rows, recipients, cookies, fields and terms.
import { asIs, locales, type Text } from '#platform/locale.ts'
import { Duration, durationText, Within, withinText } from '#trust/law/law.ts'
import { changesBetween, waysOf, type Change, type Published, type Way } from '#trust/publication/publication.ts'
import type { Counts } from './draft.ts'

/** `of` is the sentence, the right or the cookie that names the term, `name` its key there. */
export type Term = { of: string; says: Text; name: string; before: Text | null; after: Text | null }
export type Effect = {
  /** Changes of meaning or behaviour, and those of wording alone. */
  rules: Change[]
  words: Change[]
  people: number
  /** How each of them is told, besides the page and the bar. */
  ways: Way[]
  /** Kinds of data that are treated otherwise, with the rows that hold them. */
  rows: { category: string; what: Text; rows: number }[]
  recipients: Change[]
  cookies: Change[]
  fields: Change[]
  terms: Term[]
}

/** Compares a proposal with the version it follows. The counts are those of the moment the draft was saved. */
export function effectOf(before: Published, after: Published, { people, rows }: Counts): Effect {
  const changes = changesBetween(before, after)
  const rules = changes.filter(({ rule }) => rule)
  const of = (...parts: Change['part'][]) => rules.filter(({ part }) => parts.includes(part))
  return {
    rules, words: changes.filter(({ rule }) => !rule), people, ways: waysOf(after, after.change?.affects ?? 'details'),
    rows: touched(before, after, rules).map(category => ({ category, what: nameOf(category, after, before), rows: rows[category] ?? 0 })),
    recipients: of('recipients'), cookies: of('cookies'), fields: of('registration', 'age'), terms: termsChanged(before, after),
  }
}

/** Kinds whose own entry, purpose, recipient or term is another than before. */
function touched(before: Published, after: Published, rules: readonly Change[]): string[] {
  const changed = (part: Change['part']) => new Set(rules.filter(change => change.part === part).map(({ id }) => id))
  const [own, purposes, recipients, promises] = [changed('data'), changed('purposes'), changed('recipients'), changed('promises')]
  const both = [before, after]
  const passedOn = both.flatMap(policy => policy.recipients.filter(({ id }) => recipients.has(id)).flatMap(({ data }) => data as string[]))
  const bound = both.flatMap(({ data }) => data.filter(kind => kind.purposes.some(purpose => purposes.has(purpose)) || (typeof kind.term === 'string' && promises.has(kind.term))).map(({ category }) => category as string))
  return [...new Set([...own, ...passedOn, ...bound])].sort()
}

const nameOf = (category: string, ...policies: Published[]): Text => policies.flatMap(({ data }) => data).find(kind => kind.category === category)?.what ?? asIs(category)

function termsChanged(before: Published, after: Published): Term[] {
  const [was, is] = [termsOf(before), termsOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap(key => {
    const [old, now] = [was.get(key), is.get(key)]
    const { of, says, name } = (now ?? old)!
    const same = locales.every(locale => old?.words[locale] === now?.words[locale])
    return same ? [] : [{ of, says, name, before: old?.words ?? null, after: now?.words ?? null }]
  })
}

type Found = { of: string; says: Text; name: string; words: Text }

/** Every term a policy names: of a sentence, a right, a cookie. */
function termsOf({ chapters, rights, cookies }: Published): Map<string, Found> {
  const found = [
    ...chapters.flatMap(({ promises }) => promises).flatMap(({ id, says, rule }) => termsIn(id, says, rule)),
    ...rights.flatMap(({ right, what, within }) => termsIn(right, what, { within })),
    ...cookies.flatMap(({ name, purpose, life }) => termsIn(name, purpose, { life })),
  ]
  return new Map(found.map(term => [`${term.of} ${term.name}`, term]))
}

function termsIn(of: string, says: Text, rule: unknown): Found[] {
  return Object.entries(typeof rule === 'object' && rule !== null ? rule : {}).flatMap(([name, value]): Found[] => {
    const [duration, within] = [Duration.safeParse(value), Within.safeParse(value)]
    return duration.success ? [{ of, says, name, words: durationText(duration.data) }] : within.success ? [{ of, says, name, words: withinText(within.data) }] : []
  })
}
