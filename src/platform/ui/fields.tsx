import type { Locale, Messages } from '../locale.ts'
import { speaker } from '../locale.ts'
import { Choices, DateParts, Password, Select, Tick, TypedField } from './field.tsx'
import { hereIfAny, ownId, type Failed, type Here } from './here.ts'
import type { Input, Option } from './input.ts'
import { messages } from './messages.ts'
import { Notice } from './notice.tsx'

export type Value = string | number | boolean | Date | string[] | null | undefined
export type FieldsProps = {
  here?: Here
  /** What the fields show at first, by name. */
  values?: Record<string, Value>
  /** Choices known only now, by name. */
  options?: Record<string, Option[]>
  /** Draws only these fields. */
  only?: string[]
}
type Drawing = { id: string; inputs: Record<string, Input>; words: Messages; optional: (name: string) => boolean }

/** What one field needs in order to be drawn. */
export type Field = {
  id: string
  name: string
  input: Input
  label: string
  hint: string | undefined
  why: string | undefined
  problem: string | undefined
  optional: boolean
  locale: Locale
  options: Option[]
  values: Record<string, string | string[]>
}

export function drawFields(drawing: Drawing, props: FieldsProps) {
  const here = props.here ?? hereIfAny()
  const prefix = ownId()
  const locale = here?.locale ?? 'ru'
  const failed = here && cameBack(drawing, here, props.values) ? here.failed : undefined
  const given = shown(props.values ?? {})
  const values = failed ? { ...failed.values, ...Object.fromEntries(Object.entries(given).filter(([name]) => drawing.inputs[name]?.current)) } : given
  const fields = Object.entries(drawing.inputs).filter(([name]) => props.only?.includes(name) ?? true).map(([name, input]): Field => ({
    id: `${prefix}-${name}`, name, input, locale, values,
    label: drawing.words[name]?.[locale] ?? name,
    hint: input.hint && drawing.words[input.hint]?.[locale],
    why: input.why?.[locale],
    problem: failed?.problems[name]?.[locale],
    optional: drawing.optional(name),
    options: props.options?.[name] ?? input.options?.(locale) ?? [],
  }))
  return <>{failed && <Summary failed={failed} fields={fields} locale={locale} />}{fields.map(field => <One {...field} />)}</>
}

/** Whether it is this form that was refused. Two forms of one kind on a page are told apart by their hidden fields. */
export function cameBack({ id, inputs }: Pick<Drawing, 'id' | 'inputs'>, { failed }: Here, values: Record<string, Value> = {}): boolean {
  if (!failed) return false
  const hidden = Object.keys(inputs).filter(name => inputs[name]!.type === 'hidden' && !inputs[name]!.current && values[name] !== undefined)
  return (failed.form === undefined || failed.form === id) && hidden.every(name => String(values[name]) === failed.values[name])
}

/** Above the fields and with focus: what to correct, each a link to its field. */
function Summary({ failed, fields, locale }: { failed: Failed; fields: Field[]; locale: Locale }) {
  const problems = Object.entries(failed.problems)
  if (!problems.length && (!failed.refused || !failed.form)) return null
  const target = (name: string) => fields.find(field => field.name === name)
  return (
    <Notice kind="bad" title={failed.refused?.[locale] ?? speaker(messages, locale)('look-again')} focus>
      {problems.length > 0 && <ul>{problems.map(([name, problem]) => {
        const field = target(name)
        return <li>{field ? <><a href={`#${field.id}`}>{field.label}</a>{/[.?!]$/.test(field.label) ? ' ' : ': '}{problem[locale]}</> : problem[locale]}</li>
      })}</ul>}
    </Notice>
  )
}

function One(field: Field) {
  switch (field.input.type) {
    case 'hidden': return <input type="hidden" name={field.name} value={String(field.values[field.name] ?? '')} />
    case 'date': return <DateParts {...field} />
    case 'radio': case 'checkboxes': return <Choices {...field} />
    case 'checkbox': return <Tick {...field} />
    case 'password': return <Password {...field} />
    case 'select': return <Select {...field} />
    default: return <TypedField {...field} />
  }
}

/** Values as a browser would send them: a date in its three parts. */
function shown(values: Record<string, Value>): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]): [string, string | string[]][] => {
    if (value === null || value === undefined || value === false) return []
    if (Array.isArray(value)) return [[name, value]]
    const text = value instanceof Date ? value.toISOString().slice(0, 10) : value === true ? 'on' : String(value)
    const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
    return year ? [[name, text], [`${name}-day`, String(Number(day))], [`${name}-month`, String(Number(month))], [`${name}-year`, year]] : [[name, text]]
  }))
}
