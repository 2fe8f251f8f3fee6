/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'

export type PasswordFieldProps = { id: string; name: string; autocomplete: string | undefined; described: string | undefined; invalid: boolean; show: string; hide: string }

/** A password that may be looked at while it is typed. Without script it is a plain field. */
export function PasswordField({ id, name, autocomplete, described, invalid, show, hide }: PasswordFieldProps) {
  const [alive, wake] = useState(false)
  const [shown, setShown] = useState(false)
  useEffect(() => wake(true), [])
  return (
    <span class="password">
      <input id={id} name={name} type={(shown ? 'text' : 'password') as 'password'} autocomplete={autocomplete} aria-describedby={described} aria-invalid={invalid || undefined} autocapitalize="none" spellcheck={false} />
      {alive && <button type="button" class="button quiet" aria-pressed={shown} aria-controls={id} onClick={() => setShown(!shown)}><span>{shown ? hide : show}</span></button>}
    </span>
  )
}
