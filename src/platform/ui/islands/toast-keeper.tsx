/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'

/** Says the sentence beside it to those who listen, and lets it be put away by a button or by Escape. Read again, the page no longer shows it. */
export function ToastKeeper({ close }: { close: string }) {
  const place = useRef<HTMLSpanElement>(null)
  const [alive, wake] = useState(false)
  const away = () => place.current!.closest('.toast')?.remove()
  useEffect(() => {
    const said = place.current!.closest('.toast')!.querySelector('[role=status]')!
    const words = said.textContent
    const address = new URL(location.href)
    address.searchParams.delete('said')
    history.replaceState(history.state, '', address)
    wake(true)
    said.textContent = '' // what is in a live region when a page opens is not read out; what comes into it is
    const saying = setTimeout(() => { said.textContent = words }, 150)
    const pressed = (event: KeyboardEvent) => { if (event.key === 'Escape') away() }
    document.addEventListener('keydown', pressed)
    return () => { clearTimeout(saying); document.removeEventListener('keydown', pressed) }
  }, [])
  return <span ref={place}>{alive && <button type="button" class="button quiet" onClick={away}><span>{close}</span></button>}</span>
}
