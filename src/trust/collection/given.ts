// What this module needs from the layers above it. src/product.ts hands it in once.
import type { Policy } from '#trust/policy/policy.ts'

/** A field of a form: `category` is the kind of data it is, null when nothing of it is kept about anybody, undefined when nobody has said. */
export type Asked = { form: string; field: string; category: string | null | undefined }
/** Every field of every form that a school with this policy has. */
export type Given = { fields: (policy: Policy) => Asked[] }

let given: Given | undefined

export const hand = (parts: Given) => { given = parts }
export function fieldsOf(policy: Policy): Asked[] {
  if (!given) throw new Error('src/product.ts has not handed collection the forms')
  return given.fields(policy)
}
