import type { z } from 'zod'
import { fill, type Messages, type Text } from '../locale.ts'
import type { Input } from './input.ts'
import { problemMessages as common } from './problem-messages.ts'

type Issue = z.core.$ZodIssue

/** One clear sentence for each field, from what the schema found. A custom check names a key of the module's words, or of ours, as its message. */
export function problemsIn(error: z.ZodError, inputs: Record<string, Input>, words: Messages): Record<string, Text> {
  const found: Record<string, Text> = {}
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') for (const field of issue.keys) found[field] = fill(common['unknown-field'], { field })
    else found[String(issue.path[0] ?? '')] ??= sentenceFor(issue, inputs[String(issue.path[0])]?.type ?? 'text', words)
  }
  return found
}

function sentenceFor(issue: Issue, type: NonNullable<Input['type']>, words: Messages): Text {
  if (issue.code === 'custom') return words[issue.message] ?? (common as Messages)[issue.message] ?? common['not-so']
  if (isMissing(issue)) return nothing[type] ?? common['missing']
  if (issue.code === 'too_small') return tooSmall(issue)
  if (issue.code === 'too_big') return tooBig(issue)
  if (type === 'date') return common['not-a-date']
  if (type === 'tel') return common['not-a-phone']
  if (issue.code === 'invalid_format') return formats[issue.format] ?? common['not-so']
  if (issue.code === 'invalid_value') return type === 'checkbox' ? common['unticked'] : common['not-a-choice']
  if (issue.code === 'invalid_type') return issue.expected === 'int' ? common['not-whole'] : issue.expected === 'number' ? common['not-a-number'] : common['not-so']
  return common['not-so']
}

const isMissing = (issue: Issue) => issue.input === undefined || issue.input === ''

const nothing: Partial<Record<NonNullable<Input['type']>, Text>> = { select: common['unchosen'], radio: common['unchosen'], checkboxes: common['unchosen'] }
const formats: Record<string, Text> = { email: common['not-an-address'], url: common['not-a-link'], date: common['not-a-date'], uuid: common['not-a-choice'] }

function tooSmall({ origin, minimum }: Extract<Issue, { code: 'too_small' }>): Text {
  const least = Number(minimum)
  if (origin === 'array' || origin === 'set') return least > 1 ? fill(common['too-few'], { least }) : common['unchosen']
  if (origin === 'string') return least > 1 ? fill(common['too-short'], { least }) : common['missing']
  return fill(common['too-small'], { least: String(minimum) })
}

function tooBig({ origin, maximum }: Extract<Issue, { code: 'too_big' }>): Text {
  if (origin === 'array' || origin === 'set') return fill(common['too-many'], { most: Number(maximum) })
  return fill(origin === 'string' ? common['too-long'] : common['too-great'], { most: String(maximum) })
}
