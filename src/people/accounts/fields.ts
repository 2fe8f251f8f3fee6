// The fields an account may have. Which of them a school asks for, and why, stands in its manifest alone.
import { z } from 'zod'
import type { Policy } from '#trust/policy/policy.ts'
import type { Text } from '#platform/locale.ts'

export const columns = ['name', 'first_name', 'last_name', 'login', 'email', 'phone', 'birth_date', 'city'] as const
/** A column of the account; a manifest writes it with a hyphen. */
export type FieldName = (typeof columns)[number]
export type Values = Partial<Record<FieldName, string | null>>
export type Declared = { name: FieldName | 'password'; needed: boolean; why: Text }

/** What this school asks for, in the order of its form. */
export const fieldsOf = (policy: Policy): Declared[] =>
  policy.registration.fields.map(({ field, needed, why }) => ({ name: field.replace('-', '_') as Declared['name'], needed, why }))

/** Of which kinds of data these fields are. */
export const categoriesOf = (policy: Policy, names: readonly FieldName[]): string[] =>
  policy.registration.fields.filter(({ field }) => names.includes(field.replace('-', '_') as FieldName)).map(({ category }) => category)

export const declares = (policy: Policy, name: FieldName) => fieldsOf(policy).some(field => field.name === name)

/** By what people of this school sign in. */
export const identifierOf = (policy: Policy): 'email' | 'login' => policy.registration.identifier === 'login' ? 'login' : 'email'

const line = (most: number) => z.string().trim().min(1).max(most).regex(/^[^\p{Cc}<>]+$/u)

/** "8 (701) 000-00-00" and "+7 701 000 00 00" are one number. */
const asPhone = (typed: string) => typed.replace(/[\s().-]/g, '').replace(/^8(?=\d{10}$)/, '+7').replace(/^00/, '+')

export const fieldSchemas = {
  name: line(120),
  first_name: line(80),
  last_name: line(80),
  login: z.string().trim().min(3).max(32).refine(text => /^[\p{L}\p{N}._-]+$/u.test(text), 'not-a-login'),
  email: z.string().trim().max(254).pipe(z.email()),
  phone: z.string().transform(asPhone).pipe(z.string().regex(/^\+\d{10,15}$/)),
  birth_date: z.iso.date(),
  city: line(80),
  password: z.string().min(1).max(1000),
} satisfies Record<Declared['name'], z.ZodType>

/** An optional field may be left out; then nothing is stored for it. */
export const shapeOf = (fields: Declared[]) =>
  Object.fromEntries(fields.map(({ name, needed }) => [name, needed ? fieldSchemas[name] : fieldSchemas[name].optional()]))

const autocomplete: Record<Declared['name'], string> = {
  name: 'name', first_name: 'given-name', last_name: 'family-name', login: 'username', email: 'email', phone: 'tel',
  birth_date: 'bday', city: 'address-level2', password: 'new-password',
}
const types = { email: 'email', phone: 'tel', birth_date: 'date', password: 'password' } as const

/** How each field is drawn: the reason for asking stands under it. */
export const inputsOf = (fields: Declared[]) => Object.fromEntries(fields.map(({ name, needed, why }) => [name, {
  type: types[name as keyof typeof types] ?? 'text' as const, autocomplete: autocomplete[name], why, hint: `${name}-hint`, ...(!needed && { optional: true as const }),
}]))
