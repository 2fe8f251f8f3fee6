// How a note is kept from a browser: after a moment of quiet, one saving at a time, and a draft in the tab until it is done.

export type State = 'idle' | 'typing' | 'saving' | 'saved' | 'back' | 'offline' | 'refused' | 'changed'
/** What another window has kept meanwhile. */
export type Conflict = { words: string; saving: string | null }
export type Keeping = { save: () => Promise<void>; settle: (how: 'mine' | 'both' | 'other', conflict: Conflict) => void; stop: () => void }
type Parts = { form: HTMLFormElement; address: string; store: string; waits: boolean; show: (state: State) => void; differ: (conflict: Conflict) => void; kept: (at: Date) => void }

const quiet = 1500

export function keeping({ form, address, store, waits, show, differ, kept }: Parts): Keeping {
  const field = form.querySelector<HTMLTextAreaElement>('textarea[name=words]')!
  const seen = form.querySelector<HTMLInputElement>('input[name=saving]')!
  let last = waits ? undefined : plain(field.value) // what the school has; unknown while a form that was refused waits for its sender
  let waiting: ReturnType<typeof setTimeout> | undefined
  let busy = false
  let held = waits

  const remember = () => { try { sessionStorage.setItem(store, JSON.stringify({ words: field.value, saving: seen.value })) } catch { /* a tab without a store keeps it in the field alone */ } }
  const forget = () => { try { sessionStorage.removeItem(store) } catch { /* nothing was there */ } }
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(() => void save(), quiet) }
  const typed = () => {
    remember()
    if (held) return
    show('typing')
    soon()
  }
  const known = (words: string, saving: string | null, at = new Date()) => {
    last = plain(words)
    seen.value = saving ?? ''
    if (plain(field.value) === last) forget()
    else remember()
    kept(at)
    show('saved')
  }

  async function save(keepalive = false): Promise<void> {
    const words = field.value
    if (busy || held || plain(words) === last) return
    busy = true
    clearTimeout(waiting)
    show('saving')
    const answer = await ask(address, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ words, saving: seen.value || null }), keepalive })
    busy = false
    if (answer?.ok) known(words, (await answer.json() as Conflict).saving)
    else if (answer?.status === 409) return compare(words)
    else show(answer && answer.status < 500 ? 'refused' : 'offline')
    if (answer?.ok && plain(field.value) !== last) soon()
  }

  /** A saving whose answer was lost on the way looks like another window's: then both texts are one. */
  async function compare(words: string) {
    const answer = await ask(address, { cache: 'no-store' })
    if (!answer?.ok) return show('offline')
    const other = await answer.json() as Conflict
    if (plain(other.words) === plain(words)) return known(words, other.saving)
    held = true
    differ(other)
  }

  function settle(how: 'mine' | 'both' | 'other', other: Conflict) {
    if (how === 'other') field.value = other.words
    if (how === 'both') field.value = `${other.words}\n\n${field.value}`
    held = false
    seen.value = other.saving ?? ''
    last = plain(other.words)
    if (how === 'other') { forget(); show('idle') } else { remember(); void save() }
  }

  const draft = waits ? undefined : read(store)
  if (draft && plain(draft.words) !== last) {
    field.value = draft.words
    seen.value = draft.saving
    show('back')
    soon()
  } else if (!waits) forget()

  const again = () => void save()
  const leaving = () => { if (document.visibilityState === 'hidden') void save(true) }
  field.addEventListener('input', typed)
  addEventListener('online', again)
  document.addEventListener('visibilitychange', leaving)
  return {
    save: () => save(), settle,
    stop: () => { clearTimeout(waiting); field.removeEventListener('input', typed); removeEventListener('online', again); document.removeEventListener('visibilitychange', leaving) },
  }
}

const plain = (words: string) => words.replace(/\r\n?/g, '\n').trim()
const ask = (address: string, how: RequestInit) => fetch(address, how).catch(() => undefined)

function read(store: string): { words: string; saving: string } | undefined {
  try { return JSON.parse(sessionStorage.getItem(store) ?? 'null') ?? undefined } catch { return undefined }
}
