// The files a policy was read from, and where in them something stands.
import { isMap, isSeq, LineCounter, parseDocument, YAMLParseError, type Document } from 'yaml'
import type { Path } from './faults.ts'
import { keyOf } from './lists.ts'

export type Source = { file: string; document: Document; lines: LineCounter; data: any }
export type Place = { file: string; line: number; column: number }

export function readSource(file: string, text: string): Source {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  return { file, document, lines, data: document.errors.length ? undefined : dataIn(document) }
}

/** What repeats itself without measure, or is nested without end, is a fault of the file like any other. */
function dataIn(document: Document): unknown {
  try { return document.toJS() } catch (error) {
    if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error
    document.errors.push(new YAMLParseError([0, 1], 'BAD_ALIAS', error.message))
    return undefined
  }
}

export const placeOf = ({ file, lines }: Source, offset: number): Place => {
  const { line, col } = lines.linePos(offset)
  return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
}

/** Where a path of the merged data stands: in the last file that says anything about it. */
export function locate(sources: Source[], merged: unknown, path: Path, key = false): Place {
  const found = sources.map(source => ({ source, steps: stepsIn(source.data, merged, path) }))
  const deepest = Math.max(...found.map(({ steps }) => steps.length))
  const { source, steps } = found.findLast(({ steps }) => steps.length === deepest)!
  return placeOf(source, offsetOf(source.document, steps, key && steps.length === path.length))
}

// Lists of the merged data and of a file are matched by the ids of their items, not by their places.
function stepsIn(data: unknown, merged: unknown, path: Path): PropertyKey[] {
  const steps: PropertyKey[] = []
  for (const step of path) {
    const next = Array.isArray(merged) && Array.isArray(data) ? data.findIndex((item, place) => keyOf(item) === undefined ? place === step : keyOf(item) === keyOf((merged as unknown[])[step as number])) : step
    if (next === -1 || data === null || typeof data !== 'object' || !(next in data)) break
    steps.push(next)
    data = (data as any)[next]
    merged = (merged as any)?.[step]
  }
  return steps
}

function offsetOf(document: Document, steps: PropertyKey[], key: boolean): number {
  let node: any = document.contents
  let offset: number = node?.range?.[0] ?? 0
  steps.forEach((step, place) => {
    const pair = isMap(node) ? node.items.find((item: any) => String(item.key?.value ?? item.key) === String(step)) as any : undefined
    const last = place === steps.length - 1
    node = isSeq(node) ? node.items[step as number] : pair?.value
    offset = last && key ? pair?.key?.range?.[0] ?? offset : node?.range?.[0] ?? offset
  })
  return offset
}
