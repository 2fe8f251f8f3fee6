import { counted, fill, inEveryLanguage, locales, type Text } from '#platform/locale.ts'
import type { Fault, Path } from './faults.ts'
import { messages } from './messages.ts'
import type { Policy } from './policy-type.ts'

const slot = /\{([\w.-]+)(?::([^}]+))?\}/g

/** Figures of the rule in their places; `{least:знака|знаков|знаков}` brings the noun that goes with the number. */
export const fillSlots = (says: Text, slots: Record<string, Text>): Text =>
  inEveryLanguage(locale => says[locale].replace(slot, (place, name: string, forms?: string) => {
    const value = slots[name]?.[locale]
    return value === undefined ? place : forms ? counted(Number(value), forms, locale) : value
  }))

/** A figure stands in the rule alone: written into the sentence as well, the two would drift apart. */
export const faultsOfSentence = (says: Text, slots: string[], path: Path): Fault[] => locales.flatMap(locale => {
  const known = slots.map(name => `{${name}}`).join(', ') || '–'
  const at = [...path, locale]
  if (/\d/.test(says[locale].replace(slot, ''))) return [{ path: at, says: fill(messages['fault-figure'], { language: locale, slots: known }) }]
  return [...says[locale].matchAll(slot)].filter(([, name]) => !slots.includes(name!))
    .map(([place]): Fault => ({ path: at, says: fill(messages['fault-slot'], { slot: place, language: locale, slots: known }) }))
})

/** The same law for every other sentence a reader takes for the school's word. */
export function faultsOfFigures(policy: Policy): Fault[] {
  const borrowed = policy.promises.flatMap(({ id, control, rule }) => Object.keys(control.slots?.(rule) ?? {}).map(name => `${id}.${name}`))
  const plain = (list: readonly object[], name: string, ...parts: string[]): Fault[] =>
    list.flatMap((item, place) => parts.flatMap(part => {
      const says = (item as Record<string, Text | undefined>)[part]
      return says && typeof says === 'object' ? faultsOfSentence(says, [], [name, place, part]) : []
    }))
  return [
    ...policy.summary.flatMap((line, place) => faultsOfSentence(line, borrowed, ['summary', place])),
    ...policy.chapters.flatMap((chapter, place) => [
      ...faultsOfSentence(chapter.plain, borrowed, ['chapters', place, 'plain']),
      ...tooManySentences(chapter.plain, ['chapters', place, 'plain']),
    ]),
    ...plain(policy.chapters, 'chapters', 'title'),
    ...plain(policy.purposes, 'purposes', 'what'),
    ...plain(policy.data, 'data', 'what', 'why', 'term'),
    ...plain(policy.cookies, 'cookies', 'purpose'),
    ...plain(policy.rights, 'rights', 'what'),
    ...policy.registration.fields.flatMap((field, place) => faultsOfSentence(field.why, [], ['registration', 'fields', place, 'why'])),
    ...policy.change ? faultsOfSentence(policy.change.summary, borrowed, ['change', 'summary']) : [],
  ]
}

const tooManySentences = (plain: Text, path: Path): Fault[] => locales
  .filter(locale => [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(plain[locale])].filter(({ segment }) => segment.trim()).length > 2)
  .map(locale => ({ path: [...path, locale], says: fill(messages['fault-sentences'], { language: locale }) }))
