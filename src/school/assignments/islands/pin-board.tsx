/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { MarkedPhoto, type Photo, type Pin } from './marked-photo.tsx'

export type PinBoardProps = { photo: Photo; pins: Pin[]; at: { x: number; y: number }; form: string; words: { x: string; y: string; hint: string; board: string } }

/** Where a new mark goes: by clicking, by arrow keys (then Enter, and the words), or by typing percents, which is how it works without script. */
export function PinBoard({ photo, pins, at, form, words }: PinBoardProps) {
  const [place, move] = useState(at)
  const within = (value: number) => Math.round(Math.min(100, Math.max(0, value)) * 10) / 10
  const click = (event: MouseEvent) => {
    const box = (event.currentTarget as HTMLElement).querySelector('img')!.getBoundingClientRect()
    move({ x: within((event.clientX - box.left) / box.width * 100), y: within((event.clientY - box.top) / box.height * 100) })
  }
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') { event.preventDefault(); document.querySelector<HTMLElement>(`#${form} textarea`)?.focus(); return }
    const [right, down] = ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as Record<string, [number, number]>)[event.key] ?? [0, 0]
    if (!right && !down) return
    event.preventDefault()
    const step = event.shiftKey ? 5 : 1
    move({ x: within(place.x + right * step), y: within(place.y + down * step) })
  }
  const field = (name: 'x' | 'y') => (
    <label>{words[name]}<input name={name} form={form} inputmode="decimal" value={place[name]} onInput={event => move({ ...place, [name]: within(Number(event.currentTarget.value.replace(',', '.')) || 0) })} /></label>
  )
  return (
    <div class="pin-board">
      <div id={`${form}-place`} role="group" aria-label={words.board} aria-describedby={`${form}-hint`} tabIndex={0} onClick={click} onKeyDown={key}>
        <MarkedPhoto photo={photo} pins={pins} fresh={{ number: pins.length + 1, ...place }} />
      </div>
      <p class="hint" id={`${form}-hint`}>{words.hint}</p>
      <div class="place-fields">{field('x')}{field('y')}</div>
    </div>
  )
}
