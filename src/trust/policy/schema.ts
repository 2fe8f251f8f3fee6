// The names a schema allows, and the JSON Schema that editors complete from.
import { z } from 'zod'
import { verbs, type Control } from './control.ts'
import { chapterShape, manifestShape, promiseShape } from './manifest-schema.ts'

/** Which keys a schema knows at a path. Of several alternatives, those of all. */
export function knownNames(schema: unknown, path: readonly PropertyKey[]): string[] {
  const inner = unwrap(schema)
  if (inner instanceof z.ZodUnion) return [...new Set(inner.options.flatMap(option => knownNames(option, path)))]
  const [step, ...rest] = path
  if (step === undefined) return inner instanceof z.ZodObject ? Object.keys(inner.shape) : []
  if (inner instanceof z.ZodArray) return knownNames(inner.element, rest)
  return inner instanceof z.ZodObject ? knownNames(inner.shape[step as string], rest) : []
}

const unwrap = (schema: unknown): unknown => schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? unwrap(schema.unwrap()) : schema

/** docs/policy.schema.json: the whole language, assembled from the registered controls. */
export function manifestJsonSchema(controls: readonly Control[]): object {
  const perVerb = verbs.flatMap(verb => {
    const own = controls.filter(control => control.verb === verb).sort((one, other) => one.subject.localeCompare(other.subject))
    return own.length ? [[verb, z.union(own.map(ruleFor)).optional()] as const] : []
  })
  const promise = z.strictObject({ ...promiseShape, ...Object.fromEntries(perVerb) })
  const whole = z.strictObject({ ...manifestShape, chapters: z.array(z.strictObject({ ...chapterShape, promises: z.array(promise).min(1) })).min(1) })
  return { ...z.toJSONSchema(whole, { io: 'input', unrepresentable: 'any', reused: 'ref' }), title: 'Senim: the policy of a school' }
}

const ruleFor = (control: Control) => z.strictObject({ subject: z.literal(control.subject), ...control.rule.shape })
