import { speaker, type Locale } from '#platform/locale.ts'
import { BeforeAfter, Disclosure } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'
import { photoOf, type ShownFile, type ShownTake } from './shown-work.tsx'

/** What has changed between the last two versions of a photo, one over the other; nothing where there are no two photos. */
export function CompareTakes({ takes, files, locale }: { takes: ShownTake[]; files: ShownFile[]; locale: Locale }) {
  const say = speaker(messages, locale)
  const shown = takes.slice(-2).flatMap(take => {
    const photo = photoOf(take, files.find(({ id }) => id === take.file), locale)
    return photo ? [{ label: say('take', { number: take.number }), shows: <img {...photo} loading="lazy" /> }] : []
  })
  const [before, after] = shown
  if (!before || !after) return null
  return <Disclosure summary={say('compare-takes')}><BeforeAfter before={before} after={after} caption={say('compare-takes-lead')} /></Disclosure>
}
