import type { Locale, Text } from '#platform/locale.ts'
import { roleName, roleNames } from './role-names.ts'

/** A deed changes something, a look reads. */
type Kind = 'deed' | 'look'

const known = new Map<string, Kind>()

/** Every act that can stand in the log says so by being written. */
export const registerAct = (act: string, kind: Kind) => { known.set(act, kind) }
export const acts = (kind?: Kind): string[] => [...known].filter(([, each]) => !kind || each === kind).map(([act]) => act)

/** Acts whose sealed words are the reason somebody gave, and stand in the log as one. */
export const tellsWhy = (act: string): boolean => act === 'audit.export' || /\.look(-at-[a-z]+)?$/.test(act)

type Names = Record<'acts' | 'groups' | 'details' | 'things', Readonly<Record<string, Text>>>
let names: Names = { acts: {}, groups: {}, details: {}, things: {} }

/** Acts belong to modules above; the product hands in what they are called, what their modules are, what the signs in their details mean, and what the kinds of things are called. */
export const handNames = (given: Names) => { names = given }
export const actName = (act: string, locale: Locale): string => names.acts[act]?.[locale] ?? act
export const actGroups = (): [string, Text][] => Object.entries(names.groups)

const id = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const signed = new RegExp(`^([a-z]+(?: [a-z]+)?|\\d+)?(?: ?(${id}))?(, [\\d.]+ %)?$`)
const roles = /^([a-z-]+) → ([a-z-]+)$/

/** Details as they are kept, in the words of a reader: signs are named, ids are told by their end. What somebody typed stays as it is. */
export function detailsInWords(details: string, locale: Locale): string {
  const [, from, to] = roles.exec(details) ?? []
  if (from && to) return `${roleName(from, locale)} → ${roleName(to, locale)}`
  if (details in roleNames) return roleName(details, locale)
  const [found, sign = '', about, rest = ''] = signed.exec(details) ?? []
  const word = /^\d+$/.test(sign) ? `№ ${sign}` : names.details[sign]?.[locale]
  if (!found || (sign && !word)) return details
  return [word, about && `…${about.slice(-8)}`].filter(Boolean).join(' ') + rest
}

/** A thing of the school as it is kept, in the words of a reader: its kind is named, the name the school gave it stays. */
export function thingInWords(thing: string, locale: Locale): string {
  const [, kind = '', name = ''] = /^([a-z]+):(.*)$/.exec(thing) ?? []
  const words = names.things[kind]?.[locale]
  const named = kind === 'by' ? names.details[name]?.[locale] ?? name : name
  return words ? `${words} ${/^\d+$/.test(named) ? `№ ${named}` : named}` : thing
}
