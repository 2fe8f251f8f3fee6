import { LineCounter, isMap, isScalar, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import type { FaultCode, FaultList } from './faults.ts'

type Path = readonly PropertyKey[]
type Issue = z.core.$ZodIssue

/** The value, or undefined with its faults added, each at its line and column. */
export function readYaml<T>(text: string, schema: z.ZodType<T>, faults: FaultList): T | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number) => { const { line, col } = lines.linePos(offset); return { line: line || 1, column: col || 1 } }
  for (const error of document.errors) faults.add(at(error.pos[0]), 'bad-yaml', { reason: error.message })
  if (document.errors.length) return undefined
  const read = schema.safeParse(valueOf(document))
  if (read.success) return read.data
  for (const issue of read.error.issues)
    for (const { path, code, facts, key } of explain(issue, document)) faults.add(at(offsetOf(document, path, key)), code, facts)
  return undefined
}

// An alias that multiplies itself throws here; it counts as a value of the wrong kind.
function valueOf(document: Document): unknown {
  try { return document.toJS({ maxAliasCount: 20 }) } catch { return undefined }
}

type Explained = { path: Path; code: FaultCode; facts: Record<string, string | number>; key?: string }

function explain(issue: Issue, document: Document): Explained[] {
  const { path } = issue
  const field = path.join('.') || '·'
  if (issue.code === 'custom') return [{ path, code: issue.message as FaultCode, facts: { field, ...issue.params } }]
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => ({ path, key, code: 'unknown-field', facts: { field: [...path, key].join('.') } }))
  if (path.length && !document.hasIn(path)) return [{ path, code: 'missing', facts: { field } }]
  if (issue.code === 'invalid_type') return [{ path, code: 'wrong-kind', facts: { field, expected: issue.expected } }]
  if (issue.code === 'invalid_value') return [{ path, code: 'not-one-of', facts: { field, allowed: issue.values.join(', ') } }]
  if (issue.code === 'invalid_union') return [{ path, code: 'not-one-of', facts: { field, allowed: (issue as { options?: unknown[] }).options?.join(', ') ?? '' } }]
  if (issue.code === 'too_small') return [{ path, code: 'too-small', facts: { field, minimum: Number(issue.minimum) } }]
  if (issue.code === 'too_big') return [{ path, code: 'too-big', facts: { field, maximum: Number(issue.maximum) } }]
  return [{ path, code: 'wrong-form', facts: { field }, ...(issue.code === 'invalid_key' ? { key: String(path.at(-1)) } : {}) }]
}

/** Where a path stands, or the nearest thing around it that does stand somewhere. */
function offsetOf(document: Document, path: Path, key?: string): number {
  const around = key !== undefined && path.at(-1) === key ? path.slice(0, -1) : path
  const node = document.getIn(around, true)
  if (key !== undefined && isMap(node)) {
    const pair = node.items.find(item => isScalar(item.key) && String(item.key.value) === key)
    if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0]
  }
  const range = (node as { range?: [number, number, number] } | undefined)?.range ?? (around.length ? undefined : document.contents?.range)
  return range ? range[0] : around.length ? offsetOf(document, around.slice(0, -1)) : 0
}
