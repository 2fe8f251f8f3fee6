/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'

export type SnippetPickerProps = {
  /** The fields a snippet can go into, and the one it goes into before any was written in. */
  fields: string
  first: string
  groups: { lang: string; title: string; texts: string[] }[]
  words: { into: string; inserted: string }
}

type Field = HTMLTextAreaElement

/** One's own words as buttons: each goes where the cursor stood last. Without script there is a choice beside each field instead. */
export function SnippetPicker({ fields, first, groups, words }: SnippetPickerProps) {
  const [alive, wake] = useState(false)
  const [status, tell] = useState('')
  const target = useRef<Field | null>(null)
  useEffect(() => {
    const aim = (field: Field | null) => { target.current = field; if (field) tell(words.into.replace('{field}', nameOf(field))) }
    const focused = (event: FocusEvent) => { if (event.target instanceof HTMLTextAreaElement && event.target.matches(fields)) aim(event.target) }
    aim(document.querySelector<Field>(first))
    document.addEventListener('focusin', focused)
    wake(true)
    return () => document.removeEventListener('focusin', focused)
  }, [])
  const put = (text: string) => {
    const field = target.current
    if (!field) return
    insert(field, text)
    tell(words.inserted.replace('{field}', nameOf(field)))
  }
  return (
    <div class="snippets" hidden={!alive}>
      <p class="quiet" role="status">{status}</p>
      {groups.map(({ lang, title, texts }) => (
        <section>
          {groups.length > 1 && <h3>{title}</h3>}
          <ul>{texts.map(text => <li><button type="button" lang={lang} onClick={() => put(text)}>{text}</button></li>)}</ul>
        </section>
      ))}
    </div>
  )
}

const nameOf = (field: Field) => field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? ''

/** Where the cursor stands, on a line of its own unless the field is empty; the cursor goes behind it. */
function insert(field: Field, text: string) {
  const { selectionStart: from, selectionEnd: to, value } = field
  const before = from > 0 && value[from - 1] !== '\n' ? '\n' : ''
  field.setRangeText(before + text, from, to, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.focus()
}
