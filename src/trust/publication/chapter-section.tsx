import { speaker } from '#platform/locale.ts'
import { Link, PromiseChip, useHere } from '#platform/ui/ui.ts'
import type { Checked } from '#trust/evidence/evidence.ts'
import { messages } from './messages.ts'
import type { PublishedChapter } from './published.ts'

type Props = { chapter: PublishedChapter; states: Checked[]; version: number }

/** A chapter: in plain words first, then its sentences, each with what has become of it and a way to ask. */
export function ChapterSection({ chapter, states, version }: Props) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  return (
    <section id={chapter.id} class="chapter">
      <h2>{chapter.title[locale]}</h2>
      <p class="plain">{chapter.plain[locale]}</p>
      {chapter.promises.map(({ id, says }) => {
        const checked = states.find(state => state.id === id)
        return (
          <div class="promise" id={id}>
            <p>{says[locale]}</p>
            <p class="marks">
              {checked && <PromiseChip state={checked.evidence.state} to={`/trust/${id}`} {...checked.looked ? { at: checked.evidence.checkedAt } : {}} />}
              {' '}<Link to={`/contacts?topic=privacy&clause=${id}&version=${version}#write`} class="quiet">{say('ask')}</Link>
            </p>
          </div>
        )
      })}
    </section>
  )
}
