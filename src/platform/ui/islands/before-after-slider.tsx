/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'

export type BeforeAfterSliderProps = { label: string; before: string; after: string; words: { aside: string; over: string } }

let edges = 0

/** Lays the second picture over the first and moves the edge between them: arrow keys, Home and End come with the range itself. */
export function BeforeAfterSlider({ label, before, after, words }: BeforeAfterSliderProps) {
  const [alive, wake] = useState(false)
  const [over, lay] = useState(true)
  const [at, move] = useState(50)
  const place = useRef<HTMLDivElement>(null)
  const rules = useRef<CSSStyleSheet | null>(null)
  useEffect(() => {
    // A style sheet of its own says where the edge is: the page has no inline style, and its policy allows none.
    rules.current = new CSSStyleSheet()
    document.adoptedStyleSheets.push(rules.current)
    place.current!.closest<HTMLElement>('.before-after')!.dataset.edge = String(++edges)
    wake(true)
  }, [])
  useEffect(() => {
    const figure = place.current!.closest<HTMLElement>('.before-after')!
    figure.classList.toggle('over', alive && over)
    rules.current?.replaceSync(`[data-edge='${figure.dataset.edge}'] { --at: ${at}% }`)
  }, [alive, over, at])
  return (
    <div class="before-after-slider" ref={place} hidden={!alive}>
      {over && <input type="range" min={0} max={100} value={at} aria-label={label} aria-valuetext={`${before} ${at} %, ${after} ${100 - at} %`} onInput={event => move(Number(event.currentTarget.value))} />}
      <button type="button" class="button quiet" onClick={() => lay(!over)}><span>{over ? words.aside : words.over}</span></button>
    </div>
  )
}
