// What people type passes here before anything of it is kept: the layers above hand in who looks at it.
import { Refusal } from '../refusal.ts'

/** Words of a form, a request or a letter; words that come together with a file; the name that a file was given. */
export type TypedAs = 'words' | 'beside-file' | 'file-name'
/** What may not be kept: why not, in a sentence of a module, and the same text without it. */
export type Stop = { code: Refusal['code']; masked: string }
/** Undefined where the school takes the text as it is. `ctx` is that of the request: it knows the school. */
export type LookAtTyped = (ctx: any, text: string, as: TypedAs) => Stop | undefined

let look: LookAtTyped = () => undefined

export const handTyped = (given: LookAtTyped) => { look = given }

/** The text without what this school never takes: for what has been sent already and cannot be refused. */
export const maskTyped = (ctx: object, text: string): string => look(ctx, text, 'words')?.masked ?? text

const refusalOf = ({ code }: Stop, field: string) => new Refusal(422, code, {}, { field })

/** Why a file of this name, or with this text in it, is not taken. */
export const refusalOfFile = (ctx: object, text: string, as: 'file-name' | 'words'): Refusal | undefined => {
  const stop = look(ctx, text, as)
  return stop && refusalOf(stop, 'file')
}

/** The one character that PostgreSQL keeps in no text is taken out. Nobody types it, but it comes along with what is pasted. */
function lookAt(ctx: object, value: string, as: TypedAs): Stop | undefined {
  const text = value.replaceAll('\0', '')
  const stop = look(ctx, text, as)
  return stop ?? (text === value ? undefined : { code: 'common.not-a-character', masked: text })
}

/** Masks in place whatever this school never takes, so that nothing behind this line ever sees it, and says which fields it was in. */
export function stopTyped(ctx: object, sent: URLSearchParams, as: TypedAs = 'words'): Refusal[] {
  const refused: Refusal[] = []
  for (const name of new Set(sent.keys())) {
    const values = sent.getAll(name)
    const stops = values.map(value => lookAt(ctx, value, as))
    const first = stops.find(stop => stop !== undefined)
    if (!first) continue
    refused.push(refusalOf(first, name))
    sent.delete(name)
    values.forEach((value, place) => sent.append(name, stops[place]?.masked ?? value))
  }
  return refused
}

/** The same for what a program sends: its first field that holds such a thing, written as a path. */
export function stopInJson(ctx: object, sent: unknown, path: readonly string[] = []): Refusal | undefined {
  if (typeof sent === 'string' || typeof sent === 'number') {
    const stop = look(ctx, String(sent), 'words')
    return stop && refusalOf(stop, path.join('.'))
  }
  if (typeof sent !== 'object' || sent === null) return undefined
  for (const [name, part] of Object.entries(sent)) {
    const refused = stopInJson(ctx, part, [...path, name])
    if (refused) return refused
  }
  return undefined
}
