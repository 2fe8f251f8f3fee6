// The fields of a form: a label above, then how and why, then what is wrong, then the field itself.
import type { ComponentChildren } from 'preact'
import { speaker } from '../locale.ts'
import { Island } from '../islands/island.tsx'
import type { Field } from './fields.tsx'
import { useHere } from './here.ts'
import { Icon } from './icon.tsx'
import { PasswordField } from './islands/password-field.tsx'
import { messages } from './messages.ts'
import { partNames } from './read-form.ts'

/** A number is typed as text: the browser's own field loses what it cannot read. */
const typed = (type: string) => type === 'number' ? 'text' : type as 'text'

const one = (value: string | string[] | undefined) => Array.isArray(value) ? value[0] : value
const all = (value: string | string[] | undefined) => value === undefined ? [] : [value].flat()

const describedBy = ({ id, hint, why, problem }: Field, more = '') =>
  [hint && `${id}-hint`, more, why && `${id}-why`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined

function Label({ field }: { field: Field }) {
  return <>{field.label}{field.optional && field.input.type !== 'checkbox' && <span class="optional"> ({speaker(messages, field.locale)('optional')})</span>}</>
}

/** How to fill it in stands above the field, why we ask below it. */
function Frame({ field, children }: { field: Field; children: ComponentChildren }) {
  return (
    <>
      {field.hint && <span class="hint" id={`${field.id}-hint`}>{field.hint}</span>}
      {field.problem && <span class="problem" id={`${field.id}-problem`}><Icon name="circle-alert" /> {field.problem}</span>}
      {children}
      {field.why && <span class="why" id={`${field.id}-why`}>{field.why}</span>}
    </>
  )
}

const shared = (field: Field) => ({
  id: field.id, name: field.name, autocomplete: field.input.autocomplete,
  'aria-invalid': field.problem ? true : undefined, 'aria-describedby': describedBy(field),
})

export function TypedField(field: Field) {
  const { input: { type = 'text', rows = 5 }, values, name } = field
  return (
    <div class="field">
      <label for={field.id}><Label field={field} /></label>
      <Frame field={field}>
        {type === 'textarea' ? <textarea {...shared(field)} rows={rows}>{one(values[name])}</textarea>
          : <input {...shared(field)} type={typed(type)} inputmode={type === 'number' ? 'decimal' : undefined} class={type === 'number' ? 'short' : undefined}
              value={one(values[name])} />}
      </Frame>
    </div>
  )
}

export function Password(field: Field) {
  const { id, name, input: { autocomplete, least }, problem, locale } = field
  const say = speaker(messages, locale)
  return (
    <div class="field">
      <label for={id}><Label field={field} /></label>
      <Frame field={field}>
        <Island of={PasswordField} id={id} name={name} autocomplete={autocomplete} described={describedBy(field)} invalid={Boolean(problem)} show={say('show-password')} hide={say('hide-password')} meter={least === undefined ? undefined : meterOf(least, locale)} />
      </Frame>
    </div>
  )
}

const meterOf = (least: number, locale: Field['locale']) => ({
  least, words: { short: messages['password-short'][locale], digits: messages['password-digits'][locale], repeats: messages['password-repeats'][locale], fair: messages['password-fair'][locale], good: messages['password-good'][locale] },
})

export function Select(field: Field) {
  const chosen = one(field.values[field.name])
  return (
    <div class="field">
      <label for={field.id}><Label field={field} /></label>
      <Frame field={field}>
        <select {...shared(field)}>
          {!field.options.some(({ value }) => value === '') && <option value="">{speaker(messages, field.locale)('choose')}</option>}
          {field.options.map(({ value, label }) => <option value={value} selected={value === chosen}>{label}</option>)}
        </select>
      </Frame>
    </div>
  )
}

/** Large cards, one or several of which are chosen. */
export function Choices(field: Field) {
  const { id, name, options, values } = field
  const type = field.input.type === 'radio' ? 'radio' : 'checkbox'
  return (
    <fieldset class="field" id={id} tabindex={-1} aria-describedby={describedBy(field)}>
      <legend><Label field={field} /></legend>
      <Frame field={field}>
        {options.map(({ value, label, hint }) => (
          <label class="choice">
            <input type={type} name={name} value={value} checked={all(values[name]).includes(value)} aria-invalid={field.problem ? true : undefined} />
            <span>{label}{hint && <span class="hint">{hint}</span>}</span>
          </label>
        ))}
      </Frame>
    </fieldset>
  )
}

/** One thing to agree to or not: never ticked beforehand unless the person did. */
export function Tick(field: Field) {
  return (
    <div class="field">
      <Frame field={field}>
        <label class="choice" for={field.id}>
          <input type="checkbox" {...shared(field)} value="on" checked={field.values[field.name] !== undefined} />
          <span><Label field={field} /></span>
        </label>
      </Frame>
    </div>
  )
}

/** Three short fields instead of a picker: a birth date is typed, not searched for. */
export function DateParts(field: Field) {
  const say = speaker(messages, field.locale)
  const complete = field.input.autocomplete
  return (
    <fieldset class="field date" id={field.id} tabindex={-1} aria-describedby={describedBy(field, `${field.id}-example`)}>
      <legend><Label field={field} /></legend>
      <Frame field={field}>
        <span class="hint" id={`${field.id}-example`}>{say('date-hint', { year: complete === 'bday' ? 2001 : useHere().now.getUTCFullYear() + 1 })}</span>
        <span class="parts">{partNames(field.name).map((part, place) => (
          <label>{say((['day', 'month', 'year'] as const)[place]!)}
            <input name={part} inputmode="numeric" size={place < 2 ? 2 : 4} maxlength={place < 2 ? 2 : 4} value={one(field.values[part])}
              autocomplete={complete && `${complete}-${['day', 'month', 'year'][place]}`} aria-invalid={field.problem ? true : undefined} />
          </label>
        ))}</span>
      </Frame>
    </fieldset>
  )
}
