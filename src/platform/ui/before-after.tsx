import type { ComponentChildren } from 'preact'
import { Island } from '../islands/island.tsx'
import { speaker } from '../locale.ts'
import { useHere } from './here.ts'
import { BeforeAfterSlider } from './islands/before-after-slider.tsx'
import { messages } from './messages.ts'

type Picture = { /** What it is called: "Before", "Side light". */ label: string; shows: ComponentChildren }

/** Two pictures of one thing, side by side; with script one lies over the other and a slider says how much of it is seen. Both are described by themselves. */
export function BeforeAfter({ before, after, caption }: { before: Picture; after: Picture; caption: string }) {
  const say = speaker(messages, useHere().locale)
  return (
    <figure class="figure before-after">
      <div class="pair">
        {[before, after].map(({ label, shows }) => <div class="one"><p class="label">{label}</p>{shows}</div>)}
      </div>
      <Island of={BeforeAfterSlider} label={say('compare')} before={before.label} after={after.label} words={{ aside: say('side-by-side'), over: say('one-over-other') }} />
      <figcaption>{caption}</figcaption>
    </figure>
  )
}
