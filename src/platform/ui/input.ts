import type { Locale, Text } from '../locale.ts'

export type Option = { value: string; label: string; hint?: string }

/** How a field of a form is drawn and read. Its label is the message of the same name. */
export type Input = {
  type?: 'text' | 'email' | 'password' | 'tel' | 'number' | 'date' | 'textarea' | 'select' | 'radio' | 'checkbox' | 'checkboxes' | 'hidden'
  autocomplete?: string
  /** A message key: how to fill it in. */
  hint?: string
  /** Why we ask: shown under the field. */
  why?: Text
  optional?: true
  rows?: number
  /** Of a password that is being chosen: the least length. What is typed is judged in words beside it. */
  least?: number
  options?: (locale: Locale) => Option[]
  /** A hidden value that changes with time: it does not tell two forms apart, and a form that comes back carries today's. */
  current?: true
}
