import { speaker } from '#platform/locale.ts'
import { DataTable, useHere } from '#platform/ui/ui.ts'
import { lawProfile } from '#trust/law/law.ts'
import { messages } from './messages.ts'
import type { Published } from './published.ts'
import type { Kept } from './show-policy.ts'

type Props = { published: Published }
const sources = { person: 'source-person', automatic: 'source-automatic', partner: 'source-partner' } as const

/** Every category with the reason beside it. */
export function CollectedSection({ published }: Props) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const { grounds } = lawProfile(published.law)
  return (
    <section id="part-collected">
      <h2>{say('part-collected')}</h2>
      <p class="plain">{say('plain-collected')}</p>
      <DataTable caption={say('part-collected')} rows={published.data} columns={[
        { head: say('what'), cell: data => data.what[locale] },
        { head: say('why'), cell: data => data.why[locale] },
        { head: say('source'), cell: data => say(sources[data.source]) },
        { head: say('needed'), cell: data => say(data.needed ? 'needed-yes' : 'needed-no') },
        { head: say('basis'), cell: data => <>{grounds[data.basis]?.what[locale]} <span class="quiet">({grounds[data.basis]?.article[locale]})</span></> },
      ]} />
    </section>
  )
}

/** The same categories: what each is used for, who gets it, when it ends. */
export function UsedSection({ published }: Props) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const purpose = (id: string) => published.purposes.find(purpose => purpose.id === id)?.what[locale] ?? id
  const recipient = (id: string) => published.recipients.find(recipient => recipient.id === id)?.name[locale] ?? id
  const promise = (id: string) => published.chapters.flatMap(({ promises }) => promises).find(promise => promise.id === id)
  return (
    <section id="part-used">
      <h2>{say('part-used')}</h2>
      <p class="plain">{say('plain-used')}</p>
      <ul>{published.purposes.map(({ id, what }) => (
        <li id={`purpose-${id}`}>{what[locale]}<br /><span class="quiet">{published.data.filter(({ purposes }) => purposes.includes(id)).map(data => data.what[locale]).join('; ')}</span></li>
      ))}</ul>
      <DataTable caption={say('part-used')} rows={published.data} columns={[
        { head: say('what'), cell: data => data.what[locale] },
        { head: say('purposes'), cell: data => data.purposes.map(purpose).join('; ') },
        { head: say('recipients'), cell: data => data.recipients.map(recipient).join('; ') || say('nobody') },
        { head: say('term'), cell: data => typeof data.term === 'string' ? <a href={`#${data.term}`}>{promise(data.term)?.says[locale]}</a> : data.term[locale] },
      ]} />
    </section>
  )
}

/** The same categories: how each is kept, read from the database's own description. */
export function ProtectedSection({ published, kept }: Props & { kept: Kept }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  return (
    <section id="part-protected">
      <h2>{say('part-protected')}</h2>
      <p class="plain">{say('plain-protected')}</p>
      <DataTable caption={say('part-protected')} rows={published.data} columns={[
        { head: say('what'), cell: data => data.what[locale] },
        { head: say('protection'), cell: data => say(`kept-${kept[data.category] ?? 'open'}`) },
      ]} />
    </section>
  )
}
