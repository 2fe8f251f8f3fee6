import type { Input } from './input.ts'

/** The name under which every form carries its idempotency key; no schema knows it. */
export const onceName = '_once'
/** The name under which the form of signing in carries what was typed into another. */
export const carriedName = '_typed'

/** From what a browser sends to what the schema reads: lists, yes or no, whole dates, numbers. Unknown names go through, so that the schema refuses them. */
export function readForm(sent: URLSearchParams, inputs: Record<string, Input>, mayBeEmpty: (name: string) => boolean): Record<string, unknown> {
  const read: Record<string, unknown> = {}
  const dateParts = new Set(Object.keys(inputs).filter(name => inputs[name]!.type === 'date').flatMap(partNames))
  for (const name of new Set(sent.keys())) if (name !== onceName && !dateParts.has(name)) read[name] = oneOrMany(sent.getAll(name))
  for (const [name, input] of Object.entries(inputs)) {
    const value = readField(sent, name, input)
    if (value === '' && (mayBeEmpty(name) || choosing.has(input.type ?? 'text'))) delete read[name]
    else if (value !== undefined) read[name] = value
  }
  return read
}

export const partNames = (name: string) => [`${name}-day`, `${name}-month`, `${name}-year`]
const choosing = new Set<string>(['select', 'radio', 'number', 'date', 'hidden'])
const oneOrMany = (all: string[]) => all.length > 1 ? all : all[0]

function readField(sent: URLSearchParams, name: string, { type }: Input): unknown {
  if (type === 'checkbox') return ['on', 'true'].includes(sent.get(name) ?? '')
  if (type === 'checkboxes') return sent.getAll(name)
  if (type === 'date') return sent.has(name) ? oneOrMany(sent.getAll(name)) : wholeDate(partNames(name).map(part => sent.get(part)?.trim() ?? ''))
  if (!sent.has(name)) return undefined
  return type === 'number' ? asNumber(sent.get(name)!) : oneOrMany(sent.getAll(name))
}

/** '7 3 2001' is 2001-03-07. What is no date stays readable, for the schema to refuse. */
function wholeDate([day = '', month = '', year = '']: string[]): string {
  if (!day && !month && !year) return ''
  return `${year}-${month && month.padStart(2, '0')}-${day && day.padStart(2, '0')}`
}

function asNumber(typed: string): number | string {
  const plain = typed.replace(/[\s ]/g, '').replace(',', '.')
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : plain
}
