// What was refused, for programs: a code, its sentence in the reader's language, and the fields.
import { randomUUID } from 'node:crypto'
import type { Context as Request } from 'hono'
import { ZodError } from 'zod'
import { Refusal } from '../refusal.ts'
import type { Web } from './app.ts'
import { sentenceOf } from './sentences.ts'

/** Whoever asks below this is a program. */
export const isForPrograms = (c: Request<Web>) => c.req.path.startsWith('/api/')

export function problem(c: Request<Web>, error: unknown): Response {
  if (error instanceof ZodError) return problem(c, invalid(error))
  if (!(error instanceof Refusal)) return problem(c, new Refusal(503, 'common.fault', { number: noteFault(error) }))
  const { messages, here } = c.var.place
  if (error.retryAfter) c.header('Retry-After', String(error.retryAfter))
  const fields = error instanceof Invalid ? error.fields : error.field ? [error.field] : undefined
  const message = sentenceOf(messages, error)[c.var.visit?.ctx.locale as 'ru' ?? here().locale]
  return c.json({ error: { code: error.code, message, ...fields && { fields } } }, error.code === 'common.fault' ? 500 : error.status)
}

class Invalid extends Refusal {
  readonly fields: string[]
  constructor(fields: string[]) {
    super(422, fields.length ? 'common.not-valid' : 'common.not-an-object', { fields: fields.join(', ') })
    this.fields = fields
  }
}

/** Each field once; none where what was sent is no object at all. */
const invalid = ({ issues }: ZodError) =>
  new Invalid([...new Set(issues.flatMap(issue => issue.code === 'unrecognized_keys' ? issue.keys : issue.path.length ? [issue.path.join('.')] : []))])

export function noteFault(error: unknown): string {
  const number = randomUUID().slice(0, 8)
  console.error(JSON.stringify({ fault: number, name: (error as Error)?.name, code: (error as { code?: string })?.code, message: wordsOf(error), stack: (error as Error)?.stack?.split('\n').slice(1, 8) }))
  return number
}

// A message of PostgreSQL may quote a value of a row ("Key (email)=(…) already exists"): its code and constraint are enough.
const wordsOf = (error: unknown) => error !== null && typeof error === 'object' && 'severity' in error
  ? `${(error as { constraint?: string }).constraint ?? (error as { routine?: string }).routine ?? 'database'}` : (error as Error)?.message
