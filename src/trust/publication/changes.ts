// The difference between two versions, by what they mean.
import { inEveryLanguage, locales, type Text } from '#platform/locale.ts'
import { canonical } from '#trust/policy/policy.ts'
import type { Published } from './published.ts'

/** The parts of a policy that are compared, in the order of the page. */
export const parts = ['operator', 'summary', 'promises', 'data', 'purposes', 'recipients', 'cookies', 'registration', 'age', 'rights', 'chapters'] as const
export type Part = (typeof parts)[number]
export type Change = { part: Part; id: string; before: Text | null; after: Text | null; rule: boolean }

type Item = { id: string; words: Text; whole: unknown }

/** What was added, taken away or changed. `rule` says that figures or behaviour changed, not the words alone. */
export function changesBetween(before: Published, after: Published): Change[] {
  const [old, now] = [itemsOf(before), itemsOf(after)]
  return parts.flatMap(part => {
    const ids = [...new Set([...old[part], ...now[part]].map(({ id }) => id))]
    return ids.flatMap((id): Change[] => {
      const [was, is] = [old[part].find(item => item.id === id), now[part].find(item => item.id === id)]
      if (was && is && canonical(was.whole) === canonical(is.whole)) return []
      return [{ part, id, before: was?.words ?? null, after: is?.words ?? null, rule: !was || !is || canonical(behaviourIn(was.whole)) !== canonical(behaviourIn(is.whole)) }]
    })
  })
}

function itemsOf(policy: Published): Record<Part, Item[]> {
  const { operator, summary, chapters, data, purposes, recipients, cookies, registration, age, rights } = policy
  return {
    operator: [{ id: 'operator', words: operator.name, whole: operator }],
    summary: summary.map((words, place) => ({ id: `line-${place + 1}`, words, whole: words })),
    promises: chapters.flatMap(chapter => chapter.promises).map(promise => ({ id: promise.id, words: promise.says, whole: promise })),
    data: data.map(item => ({ id: item.category, words: joined(item.what, item.why), whole: item })),
    purposes: purposes.map(item => ({ id: item.id, words: item.what, whole: item })),
    recipients: recipients.map(item => ({ id: item.id, words: joined(item.name, item.function), whole: item })),
    cookies: cookies.map(item => ({ id: item.name, words: item.purpose, whole: item })),
    registration: registration.fields.map(item => ({ id: item.field, words: item.why, whole: item })),
    age: age === 'none' ? [] : [{ id: 'age', words: age.why, whole: age }],
    rights: rights.map(item => ({ id: item.right, words: item.what, whole: item })),
    chapters: chapters.map(({ id, title, plain }) => ({ id, words: joined(title, plain), whole: { title, plain } })),
  }
}

/** What is left of an item when its words are taken away. */
function behaviourIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (locales.every(locale => locale in value)) return null
  return Array.isArray(value) ? value.map(behaviourIn) : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, behaviourIn(inner)]))
}

const joined = (one: Text, other: Text): Text => inEveryLanguage(locale => `${one[locale]} · ${other[locale]}`)
