import { fill, type Text } from '#platform/locale.ts'
import { nameOf, verbs, type Control, type Verb } from './control.ts'
import { faultsOfIssues, notOneOf, unknownKey, type Fault, type Path } from './faults.ts'
import { messages } from './messages.ts'
import type { Promised } from './policy-type.ts'
import { knownNames } from './schema.ts'
import { faultsOfSentence, fillSlots } from './sentences.ts'

type Raw = { id: string; says: Text; keeps?: string[] | undefined; [verb: string]: unknown }
type Bound = { promise?: Promised; faults: Fault[] }

/** One sentence, its one verb and the one control that keeps it. */
export function bindPromise({ id, says, keeps = [], ...rest }: Raw, chapter: string, path: Path, controls: readonly Control[]): Bound {
  const names = Object.keys(rest)
  const strangers = names.filter(name => !(verbs as readonly string[]).includes(name))
  if (strangers.length) return { faults: strangers.map(name => ({ path: [...path, name], key: true, says: unknownKey(name, [...verbs, 'keeps']) })) }
  const [verb, ...more] = names as Verb[]
  if (!verb) return { faults: [{ path, says: fill(messages['fault-no-verb'], { id }) }] }
  if (more.length) return { faults: [{ path: [...path, more[0]!], key: true, says: fill(messages['fault-verb'], { id, found: names.join(', ') }) }] }
  const found = findControl(id, verb, rest[verb], [...path, verb], controls)
  if (!found.control) return { faults: found.faults }
  const { control, rule } = found
  const slots = control.slots?.(rule) ?? {}
  const faults = faultsOfSentence(says, Object.keys(slots), [...path, 'says'])
  return { faults, promise: { id, says: fillSlots(says, slots), chapter, verb, subject: control.subject, rule, keeps, control } }
}

type Found = { control: Control; rule: unknown } | { control?: undefined; faults: Fault[] }

function findControl(id: string, verb: Verb, value: unknown, path: Path, controls: readonly Control[]): Found {
  const { subject, ...rule } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  if (typeof subject !== 'string') return { faults: [{ path: [...path, 'subject'], says: fill(messages['fault-missing'], { name: 'subject' }) }] }
  const [control, rival] = controls.filter(control => control.verb === verb && control.subject === subject)
  if (rival) throw new Error(`Two modules keep ${nameOf(rival)}`)
  if (!control) return { faults: [noControl(id, verb, subject, path, controls)] }
  const read = control.rule.safeParse(rule)
  if (read.success) return { control, rule: read.data }
  const known = (at: Path) => knownNames(control.rule, at)
  return { faults: faultsOfIssues(read.error.issues, rule, known).map(fault => ({ ...fault, path: [...path, ...fault.path] })) }
}

function noControl(id: string, verb: Verb, subject: string, path: Path, controls: readonly Control[]): Fault {
  const known = controls.filter(control => control.verb === verb).map(control => control.subject)
  const says = fill(messages['fault-no-control'], { id, verb, subject, known: known.join(', ') || '–' })
  const near = notOneOf(subject, known)
  return { path: [...path, 'subject'], says: near.en.includes('Did you mean') ? near : says }
}

