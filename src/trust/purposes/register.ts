// The register of purposes of a school: what each is for, which data it may read, and which functions of ours work under it.
import type { Policy, Serves } from '#trust/policy/policy.ts'

/** What this module needs from the layers above: which purposes a function may serve, the chief one first, and every function there is. */
export type Given = { serves: (name: string) => readonly Serves[] | undefined; functions: () => readonly string[] }

let given: Given | undefined

export const hand = (parts: Given) => { given = parts }
const handed = (): Given => {
  if (!given) throw new Error('src/product.ts has not handed purposes the functions')
  return given
}
export const functions = (): readonly string[] => handed().functions()

/** What a function may do in one school: the purposes of its manifest that it serves, and the data declared for them. */
export type Use = { purposes: readonly string[]; mayRead: (category: string) => boolean }

const known = new WeakMap<Policy, Map<string, Use>>()

/** A function that names no purpose gets no data, nor does one whose purposes the school has not declared. */
export function useOf(policy: Policy, name: string): Use {
  const uses = known.get(policy) ?? new Map<string, Use>()
  known.set(policy, uses)
  const found = uses.get(name) ?? readUse(policy, name)
  uses.set(name, found)
  return found
}

function readUse(policy: Policy, name: string): Use {
  const serves = handed().serves(name) ?? []
  const declared = serves.flatMap(each => policy.purposes.filter(purpose => purpose.serves === each))
  const purposes = declared.map(({ id }) => id)
  // What serves a right of a person or a duty of the law first of all reaches everything that is held: the copy, the erasure, the log.
  const all = serves[0] === 'law' && declared[0]?.serves === 'law'
  const allowed = new Set<string>(policy.data.filter(data => data.purposes.some(id => purposes.includes(id))).map(({ category }) => category))
  return { purposes, mayRead: category => all || allowed.has(category) }
}

/** Every function that is for this first of all. */
export const functionsOf = (policy: Policy, chief: Serves): string[] =>
  functions().filter(name => handed().serves(name)?.[0] === chief && useOf(policy, name).purposes.length > 0)

export type Entry = Policy['purposes'][number] & { data: Policy['data']; functions: string[] }

/** The register in force, as the page, the API and the command line show it. */
export const registerOf = (policy: Policy): Entry[] => policy.purposes.map(purpose => ({
  ...purpose,
  data: policy.data.filter(({ purposes }) => purposes.includes(purpose.id)),
  functions: functions().filter(name => useOf(policy, name).purposes.includes(purpose.id)),
}))

export type Why = 'purpose' | 'category' | 'function'

/** Why a read under this purpose would be refused; undefined where it is declared. */
export function refusedFor(policy: Policy, { purpose, category, function: name }: { purpose: string; category: string; function?: string | undefined }): Why | undefined {
  const declared = registerOf(policy).find(({ id }) => id === purpose)
  if (!declared) return 'purpose'
  if (name !== undefined && !declared.functions.includes(name)) return 'function'
  return declared.data.some(data => data.category === category) ? undefined : 'category'
}
