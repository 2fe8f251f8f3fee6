// The words of what was refused, and of what was done.
import { ZodError } from 'zod'
import { messages as common } from '../common-messages.ts'
import { fill, type Messages, type Text } from '../locale.ts'
import { Refusal } from '../refusal.ts'

/** A refusal is explained by the module that gave it. */
export function sentenceOf(messages: Record<string, Messages>, { code, facts }: Pick<Refusal, 'code' | 'facts'>): Text {
  const [module = '', key = ''] = code.split('.')
  return fill(messages[module]?.[key] ?? (common as Messages)[key] ?? common['not-found'], facts)
}

/** A refusal, or what a schema found in an input that no form had read before: whose hands made it, we answer in the same words. */
export function refusalIn(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (!(error instanceof ZodError)) return undefined
  const fields = [...new Set(error.issues.map(({ path }) => String(path[0] ?? '')).filter(Boolean))]
  return new Refusal(422, 'common.not-valid', { fields: fields.join(', ') }, fields[0] ? { field: fields[0] } : {})
}

/** The address with the name of a sentence that the page there shows above itself. */
export const withSaid = (to: string, said: string | undefined) => {
  if (!said) return to
  const [rest = '', hash] = to.split('#')
  return `${rest}${rest.includes('?') ? '&' : '?'}said=${said}${hash ? `#${hash}` : ''}`
}

/** `/learn/:run` with its names filled in, as it stands in an address. */
export const placeOf = (path: string, params: Record<string, string>) => path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
