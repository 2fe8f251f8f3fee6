// What is wrong with a manifest, each fault with its place, in words for whoever wrote it.
import type { z } from 'zod'
import { fill, type Locale, type Text } from '#platform/locale.ts'
import { serves } from './manifest-schema.ts'
import { nearest } from './nearest.ts'
import { messages } from './messages.ts'
import { locate, type Place, type Source } from './source.ts'

export type Path = readonly PropertyKey[]
/** A fault at a path of the file; `key` when the name itself is wrong, not its value. */
export type Fault = { path: Path; says: Text; key?: boolean }
export type PlacedFault = Place & { says: Text }

/** The manifest cannot be kept as it is written. `faults` has all of them, in the order of the file. */
export class PolicyFaults extends Error {
  readonly faults: PlacedFault[]
  constructor(faults: PlacedFault[]) {
    super(faults.map(fault => faultLine(fault, 'en')).join('\n'))
    this.faults = faults
  }
}

/** `sites/x/policy.yaml:12:5 Unknown key "retian". Did you mean "retain"?` */
export const faultLine = ({ file, line, column, says }: PlacedFault, locale: Locale) => `${file}:${line}:${column} ${says[locale]}`

/** Throws when there is at least one fault. */
export function refuseFaults(faults: Fault[], sources: Source[], data: unknown) {
  if (!faults.length) return
  const placed = faults.map(fault => ({ ...locate(sources, data, fault.path, fault.key), says: fault.says }))
  throw new PolicyFaults(placed.sort((one, other) => one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column))
}

/** A schema's issues in our words, with a hint where a name was nearly right. */
export const faultsOfIssues = (issues: readonly z.core.$ZodIssue[], data: unknown, knownAt: (path: Path) => string[], at: Path = []): Fault[] =>
  issues.flatMap(issue => faultsOfIssue({ ...issue, path: [...at, ...issue.path] } as z.core.$ZodIssue, data, knownAt))

function faultsOfIssue(issue: z.core.$ZodIssue, data: unknown, knownAt: (path: Path) => string[]): Fault[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => ({ path: [...path, key], key: true, says: unknownKey(key, knownAt(path)) }))
  const found = valueAt(data, path)
  if (found === undefined) return [{ path, says: fill(messages['fault-missing'], { name: String(path.at(-1) ?? '') }) }]
  if (path.at(-1) === 'serves' && isForbidden(String(found))) return [{ path, says: forbiddenPurpose(String(found)) }]
  if (issue.code === 'invalid_value') return [{ path, says: notOneOf(shown(found), issue.values.map(String)) }]
  if (issue.code === 'invalid_union') {
    const branch = issue.errors.find(errors => !errors.some(error => error.code === 'invalid_type' && error.path.length === 0 && error.expected !== kindOf(found)))
    if (branch && typeof found === 'object') return faultsOfIssues(branch, data, knownAt, path)
  }
  return [{ path, says: fill(messages['fault-not-so'], { name: String(path.at(-1) ?? ''), found: shown(found), expected: issue.message }) }]
}

export const unknownKey = (key: string, known: string[]): Text => {
  const hint = nearest(key, known)
  return hint ? fill(messages['fault-unknown-near'], { key, hint }) : fill(messages['fault-unknown'], { key })
}

export const notOneOf = (found: string, values: string[]): Text => {
  const hint = nearest(found, values)
  return hint ? fill(messages['fault-not-near'], { found, hint }) : fill(messages['fault-not-one-of'], { found, values: values.join(', ') })
}

/** No purpose of a school, whatever it is called. */
export const isForbidden = (purpose: string) => /\b(sale|sell|advert|advertising|ads|marketing)\b/.test(purpose)
export const forbiddenPurpose = (found: string): Text => fill(messages['fault-forbidden-purpose'], { found, values: serves.join(', ') })

export const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], data)

const kindOf = (value: unknown) => Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value
const shown = (value: unknown) => typeof value === 'object' ? kindOf(value) : String(value).slice(0, 60)
