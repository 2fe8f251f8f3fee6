/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'

export type DeskKeysProps = {
  /** Ids of the form that is written, and of the one that adds a note. */
  form: string
  note: string
  next: string | null
  previous: string | null
  locale: string
  points: number
  outOf: number
  pass: number
  said: string
  keys: { keys: string; does: string }[]
  words: { total: string; saving: string; kept: string; notKept: string; keys: string; on: string }
}

/** Adds up the points, keeps the draft by itself, and lets hands stay on the keyboard. The form beside it works without all this. */
export function DeskKeys({ form: formId, note, next, previous, locale, points, outOf, pass, said, keys, words }: DeskKeysProps) {
  const [sum, add] = useState(points)
  const [status, tell] = useState(said)
  const [alive, wake] = useState(false)
  const [on, turn] = useState(true)
  const [open, show] = useState(false)
  const working = useRef(true)
  working.current = on
  const list = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const form = document.getElementById(formId) as HTMLFormElement
    const draft = keptDraft(form, { saving: () => tell(words.saving), kept: () => tell(words.kept.replace('{time}', clock(locale))), lost: () => tell(words.notKept) })
    const changed = () => { add(total(form)); draft.changed() }
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { sendNote(event, note); return }
      if (event.key === 'Escape' && list.current?.open) { show(false); list.current.querySelector('summary')?.focus(); return }
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
      if (event.key === '?') { show(true); list.current?.querySelector('summary')?.focus(); return }
      if (!working.current) return
      const place = { KeyJ: next, KeyK: previous }[event.code]
      if (place) location.assign(place)
      else if (event.code === 'KeyS') void draft.save()
      else if (event.code === 'KeyA') document.querySelector<HTMLElement>(`#${note}-place, #${note} input:not([type="hidden"]), #${note} textarea`)?.focus()
      else if (/^Digit[1-5]$/.test(event.code)) choose(form, Number(event.code.at(-1)) - 1)
      else return
      event.preventDefault()
    }
    wake(true)
    form.addEventListener('input', changed)
    document.addEventListener('keydown', pressed)
    draft.guard()
  }, [])
  return (
    <div class="desk-keys">
      <p class="total">{filled(words.total, { points: sum, outOf, percent: Math.round(sum / outOf * 100), pass })}</p>
      <p class="quiet" role="status">{status}</p>
      {/* Keys are of use only where there is a script; without one nobody is told of them. */}
      <details ref={list} hidden={!alive} open={open} onToggle={event => show(event.currentTarget.open)}>
        <summary>{words.keys}</summary>
        <div class="key-list">
          <label class="marks-switch"><input type="checkbox" checked={on} onChange={event => turn(event.currentTarget.checked)} /> {words.on}</label>
          <dl>{keys.map(({ keys, does }) => <div><dt><kbd>{keys}</kbd></dt><dd>{does}</dd></div>)}</dl>
        </div>
      </details>
    </div>
  )
}

const filled = (sentence: string, facts: Record<string, number>) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name]))
const clock = (locale: string) => new Date().toLocaleTimeString(locale === 'en' ? 'en-GB' : locale, { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' })
const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && target.matches('textarea, select, [contenteditable], input:not([type="radio"], [type="checkbox"])')
const criteria = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLFieldSetElement>('fieldset.criterion')]
const chosenIn = (criterion: Element) => criterion.querySelector<HTMLInputElement>('input:checked')
const total = (form: HTMLFormElement) => criteria(form).reduce((sum, criterion) => sum + Number(chosenIn(criterion)?.value ?? 0), 0)

/** A level of the criterion that has the focus, else of the first that has none. The focus goes on to the next one without a level, and from the last to the words. */
function choose(form: HTMLFormElement, index: number) {
  const all = criteria(form)
  const criterion = all.find(each => each.contains(document.activeElement)) ?? all.find(each => !chosenIn(each)) ?? all[0]
  const level = criterion?.querySelectorAll<HTMLInputElement>('input[type="radio"]')[index]
  if (!criterion || !level) return
  const wasChosen = chosenIn(criterion) !== null
  level.checked = true
  level.dispatchEvent(new Event('input', { bubbles: true }))
  const open = all.slice(all.indexOf(criterion) + 1).find(each => !chosenIn(each))
  const next = open ? open.querySelector<HTMLElement>('input') : all.every(chosenIn) && !wasChosen ? form.querySelector<HTMLElement>('[name="words"]') : level
  next?.focus()
  next?.closest('fieldset, .field')?.scrollIntoView({ block: 'nearest' }) // the bar at the foot covers none of it
}

/** From the words of a new note: it is added. */
function sendNote(event: KeyboardEvent, note: string) {
  const form = (event.target as HTMLElement).closest<HTMLFormElement>(`#${note}`)
  if (!form) return
  event.preventDefault()
  form.requestSubmit()
}

/** Sends the form as a draft a moment after it was changed, before another form of the page leaves, and when the page is left. */
function keptDraft(form: HTMLFormElement, { saving, kept, lost }: Record<'saving' | 'kept' | 'lost', () => void>) {
  let dirty = false
  let timer = 0
  const send = (keepalive: boolean) => {
    const draft = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
    draft.set('outcome', 'save')
    draft.set('_once', crypto.randomUUID()) // a deed of its own: the form itself is still to be sent
    return fetch(form.action, { method: 'POST', body: draft, redirect: 'manual', keepalive })
  }
  const save = async () => {
    clearTimeout(timer)
    dirty = false
    saving()
    const answered = await send(false).catch(() => undefined)
    if (answered?.type === 'opaqueredirect') { kept(); return true }
    dirty = true
    lost()
    return false
  }
  return {
    save,
    changed() {
      dirty = true
      clearTimeout(timer)
      timer = window.setTimeout(save, 3000)
    },
    guard() {
      document.addEventListener('submit', async event => {
        const other = event.target as HTMLFormElement
        if (other === form) { dirty = false; clearTimeout(timer); return }
        if (!dirty) return
        event.preventDefault()
        if (await save()) other.requestSubmit(event.submitter as HTMLElement | null)
      })
      addEventListener('pagehide', () => { if (dirty) void send(true) })
    },
  }
}
