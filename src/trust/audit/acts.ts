import type { Locale, Text } from '#platform/locale.ts'

/** A deed changes something, a look reads. */
type Kind = 'deed' | 'look'

const known = new Map<string, Kind>()

/** Every act that can stand in the log says so by being written. */
export const registerAct = (act: string, kind: Kind) => { known.set(act, kind) }
export const acts = (kind?: Kind): string[] => [...known].filter(([, each]) => !kind || each === kind).map(([act]) => act)

/** Acts whose sealed words are the reason somebody gave, and stand in the log as one. */
export const tellsWhy = (act: string): boolean => act === 'audit.export' || /\.look(-at-[a-z]+)?$/.test(act)

type Names = { acts: Readonly<Record<string, Text>>; groups: Readonly<Record<string, Text>> }
let names: Names = { acts: {}, groups: {} }

/** Acts belong to modules above; the product hands in what they are called, and what their modules are. */
export const handNames = (given: Names) => { names = given }
export const actName = (act: string, locale: Locale): string => names.acts[act]?.[locale] ?? act
export const actGroups = (): [string, Text][] => Object.entries(names.groups)
