/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'

export type PasswordFieldProps = { id: string; name: string; autocomplete: string | undefined; described: string | undefined; invalid: boolean; show: string; hide: string; meter?: Meter | undefined }

/** The least length, and the words for what is typed; `{more}` is how many signs are missing. */
export type Meter = { least: number; words: Record<'short' | 'digits' | 'repeats' | 'fair' | 'good', string> }

/** A password that may be looked at while it is typed. Without script it is a plain field. */
export function PasswordField({ id, name, autocomplete, described, invalid, show, hide, meter }: PasswordFieldProps) {
  const [alive, wake] = useState(false)
  const [shown, setShown] = useState(false)
  const [typed, type] = useState('')
  useEffect(() => wake(true), [])
  return (
    <>
      <span class="password">
        <input id={id} name={name} type={(shown ? 'text' : 'password') as 'password'} autocomplete={autocomplete} aria-describedby={described} aria-invalid={invalid || undefined} autocapitalize="none" spellcheck={false}
          onInput={meter && (event => type(event.currentTarget.value))} />
        {alive && <button type="button" class="button quiet" aria-pressed={shown} aria-controls={id} onClick={() => setShown(!shown)}><span>{shown ? hide : show}</span></button>}
      </span>
      {meter && <span class="hint meter-words" role="status">{alive && typed && inWords(typed, meter)}</span>}
    </>
  )
}

/** How good a password is, as far as a browser can tell; the server also knows the ones that are tried first. */
function inWords(typed: string, { least, words }: Meter): string {
  const signs = [...typed]
  if (signs.length < least) return words.short.replace('{more}', String(least - signs.length))
  if (/^[\d\s.+()/-]+$/.test(typed)) return words.digits
  if (new Set(signs.map(sign => sign.toLowerCase())).size < 5) return words.repeats
  return signs.length < least * 1.5 ? words.fair : words.good
}
