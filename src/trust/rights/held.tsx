import { fill, speaker } from '#platform/locale.ts'
import { Disclosure, Facts, type Here } from '#platform/ui/ui.ts'
import { sourceInWords, type ShownCategory } from './categories.ts'
import { messages } from './messages.ts'

/** What is held, one line for each kind with its count; kinds that end together stand together. What there is nothing of comes last, folded. */
export function Held({ counts, categories, here }: { counts: Record<string, number>; categories: ShownCategory[]; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const of = ({ category }: ShownCategory) => counts[category] ?? 0
  const [some, none] = [categories.filter(each => of(each) > 0), categories.filter(each => of(each) === 0)]
  const terms = Map.groupBy(some, ({ until }) => until[locale])
  return (
    <section id="held">
      <h2>{say('held')}</h2>
      <p>{fill(messages['held-sum'], { kinds: some.length, records: some.reduce((sum, each) => sum + of(each), 0) })[locale]}</p>
      {[...terms].map(([until, kinds]) => (
        <div class="kinds" role="group" aria-label={until}>
          <p class="quiet">{say('until')}: {until}</p>
          {kinds.map(kind => <Kind kind={kind} count={of(kind)} here={here} />)}
        </div>
      ))}
      {none.length > 0 && <Disclosure summary={fill(messages['held-none'], { kinds: none.length })[locale]}>{none.map(kind => <Kind kind={kind} count={0} here={here} />)}</Disclosure>}
    </section>
  )
}

function Kind({ kind, count, here: { locale } }: { kind: ShownCategory; count: number; here: Here }) {
  const say = speaker(messages, locale)
  return (
    <Disclosure summary={<span class="kind"><span>{kind.what[locale]}</span><span class="quiet">{say('records-count', { count })}</span></span>}>
      <Facts items={[
        { name: say('what-for'), value: <>{kind.why[locale]}<br /><span class="quiet">{kind.purposes.map(use => use[locale]).join('; ')}</span></> },
        { name: say('basis'), value: kind.basis[locale] },
        { name: say('source'), value: sourceInWords(kind, locale) },
        { name: say('recipients'), value: kind.recipients.map(name => name[locale]).join(', ') || say('nobody') },
        { name: say('until'), value: kind.until[locale] },
      ]} />
    </Disclosure>
  )
}
