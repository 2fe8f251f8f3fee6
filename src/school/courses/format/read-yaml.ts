import { LineCounter, isMap, isScalar, parseDocument, visit, type Document } from 'yaml'
import type { z } from 'zod'
import { top, type FaultCode, type FaultList } from './faults.ts'
import { isPlain } from './folder.ts'

type Path = readonly PropertyKey[]
type Issue = z.core.$ZodIssue

/** The slips that people make most, in their own language; the others in that of the library. */
const known: Record<string, FaultCode> = {
  DUPLICATE_KEY: 'yaml-twice', BAD_INDENT: 'yaml-indent', TAB_AS_INDENT: 'yaml-tab', BLOCK_AS_IMPLICIT_KEY: 'yaml-colon', MULTILINE_IMPLICIT_KEY: 'yaml-colon', BAD_SCALAR_START: 'yaml-quote', MULTIPLE_DOCS: 'yaml-documents', MISSING_CHAR: 'yaml-open',
}
// A list that is never closed is taken for one with a wrong indent.
const slipIn = ({ code, message }: { code: string; message: string }): FaultCode => code === 'BAD_INDENT' && message.startsWith('Flow') ? 'yaml-open' : known[code] ?? 'bad-yaml'

/** Looks at what a schema cannot see, names that are used twice above all; the value may be of any shape, for other faults do not hide these. */
export type Judge = (value: unknown, fault: (path: Path, code: FaultCode, facts?: Record<string, string | number>) => void) => void

/** The value, or undefined with its faults added, each at its line and column. */
export function readYaml<T>(text: string, schema: z.ZodType<T>, faults: FaultList, judge: Judge = () => {}): T | undefined {
  const already = faults.found.length
  const lines = new LineCounter()
  const document = parsed(text, lines)
  if (!document) return void faults.add(top, 'too-deep')
  const at = (offset: number) => { const { line, col } = lines.linePos(offset); return { line: line || 1, column: col || 1 } }
  for (const error of document.errors.slice(0, 20)) faults.add(at(error.pos[0]), slipIn(error), { reason: error.message }) // one slip makes many, and those far below say nothing
  if (document.errors.length) return undefined
  visit(document, { Scalar: (_, { value, range }) => { if (typeof value === 'string' && !isPlain(value)) faults.add(at(range?.[0] ?? 0), 'control-character') } })
  const value = valueOf(document)
  const read = schema.safeParse(value)
  for (const issue of read.error?.issues ?? [])
    for (const { path, code, facts, key } of explain(issue, document)) faults.add(at(offsetOf(document, path, key)), code, facts)
  judge(value, (path, code, facts) => faults.add(at(offsetOf(document, path)), code, facts))
  return faults.found.length === already ? read.data : undefined
}

// A text of nothing but brackets is deeper than any reader's stack.
function parsed(text: string, lineCounter: LineCounter) {
  try { return parseDocument(text, { lineCounter, prettyErrors: false }) } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
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
  if (issue.code === 'too_small' && issue.origin === 'string') return [{ path, code: 'empty', facts: { field } }]
  if (issue.code === 'too_big' && issue.origin === 'string') return [{ path, code: 'too-long', facts: { field, maximum: Number(issue.maximum) } }]
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
