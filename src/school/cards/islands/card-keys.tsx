/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'

/** 1 to 4 press the four buttons of the card while it is open and has the focus. Without script the buttons are pressed themselves. */
export function CardKeys({ says }: { says: string }) {
  const place = useRef<HTMLParagraphElement>(null)
  const [alive, wake] = useState(false)
  useEffect(() => {
    const card = place.current!.closest<HTMLDetailsElement>('details')!
    const pressed = (event: KeyboardEvent) => {
      if (!card.open || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
      const digit = /^(?:Digit|Numpad)([1-4])$/.exec(event.code)?.[1]
      if (!digit) return
      event.preventDefault()
      card.querySelector<HTMLButtonElement>(`button[name=rating][value="${digit}"]`)?.click()
    }
    wake(true)
    card.addEventListener('keydown', pressed)
    return () => card.removeEventListener('keydown', pressed)
  }, [])
  return <p class="hint" ref={place}>{alive ? says : ''}</p>
}
