import type { z } from 'zod'
import type { Messages, Text } from '../locale.ts'
import { cameBack, drawFields, type FieldsProps } from './fields.tsx'
import type { Failed, Here } from './here.ts'
import type { Input } from './input.ts'
import type { Html } from './jsx-runtime.ts'
import { problemsIn } from './problems.ts'
import { onceName, readForm } from './read-form.ts'

export type Form<S extends z.ZodObject = z.ZodObject> = {
  schema: S
  /** The fields, with what was typed and what is wrong when the form comes back. */
  Fields: (props: FieldsProps) => Html
  /** Whether this form comes back with something to correct: what it is folded into stands open then. `values` tell it from others of its kind. */
  cameBack(here: Here, values?: FieldsProps['values']): boolean
  /** Reads what a browser sent. */
  read(sent: URLSearchParams): { ok: true; input: z.output<S> } | { ok: false; failed: Failed }
  /** What the form shows when a command said no: everything typed, and the sentence, unless it already stands beside a field. */
  refuse(sent: URLSearchParams, sentence: Text, problems?: Record<string, Text>): Failed
}

let forms = 0

/** One schema says what is asked, what is accepted and what is drawn. Each field is named in the messages of its module. */
export function form<S extends z.ZodObject>(schema: S, inputs: { [Name in keyof S['shape']]?: Input }, words: Messages): Form<S> {
  const drawn = inputs as Record<string, Input>
  const strict = schema.strict()
  const id = `form-${++forms}`
  const empty = new Set(Object.entries(schema.shape).filter(([, field]) => (field as z.ZodType).safeParse(undefined).success).map(([name]) => name))
  const keep = (sent: URLSearchParams) => Object.fromEntries([...new Set(sent.keys())]
    .filter(name => name !== onceName && drawn[name]?.type !== 'password').map(name => [name, sent.getAll(name).length > 1 ? sent.getAll(name) : sent.get(name)!]))
  return {
    schema,
    Fields: props => drawFields({ id, inputs: drawn, words, optional: name => Boolean(drawn[name]!.optional ?? empty.has(name)) }, props),
    cameBack: (here, values) => cameBack({ id, inputs: drawn }, here, values),
    read(sent) {
      const read = strict.safeParse(readForm(sent, drawn, name => empty.has(name)), { reportInput: true })
      return read.success ? { ok: true, input: read.data as z.output<S> } : { ok: false, failed: { form: id, values: keep(sent), problems: problemsIn(read.error, drawn, words) } }
    },
    refuse: (sent, refused, problems = {}) => ({ form: id, values: keep(sent), problems, ...Object.keys(problems).length === 0 && { refused } }),
  }
}
