import { fill, speaker } from '#platform/locale.ts'
import { Actions, Button, Crumbs, DataTable, Facts, Link, Opening, Post, Tag, Time, type Here } from '#platform/ui/ui.ts'
import type { Delivered, LetterState } from './delivery.ts'
import { place } from './draft-page.tsx'
import { messages } from './messages.ts'

const kinds: Record<LetterState, 'ok' | 'info' | 'bad' | 'plain'> = { sent: 'ok', waiting: 'info', 'given-up': 'bad', 'no-address': 'plain' }

/** Who was told of a version: numbers first, then each letter. Nobody is named here: the way to a person leads through their own page. */
export function DeliveryPage({ shown: { version, notices, counts, letters, mayRetry }, here }: { shown: Delivered; here: Here }) {
  const say = speaker(messages, here.locale)
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const nobody = version.number === 1 && notices.made + all === 0
  return (
    <>
      <Crumbs label={say('title')} items={[{ to: '/privacy-office', label: say('office') }, { to: place, label: say('title') }]} />
      <Opening over={say('version', { number: version.number })} title={say('delivery')} lead={say(nobody ? 'delivery-nobody' : 'delivery-lead')} />
      <Facts items={[
        { name: say('announced-on'), value: <Time at={version.announcedAt} as="moment" /> }, { name: say('from'), value: <Time at={version.inForceFrom} as="moment" /> },
        ...nobody ? [] : [
          { name: say('notices-made'), value: notices.made }, { name: say('notices-seen'), value: notices.seen },
          ...(['sent', 'waiting', 'given-up', 'no-address'] as const).map(state => ({ name: say(`letters-${state}`), value: counts[state] })),
        ],
      ]} />
      {mayRetry && here.actor.role === 'privacy-officer' && <Post to={`${place}/versions/${version.number}/retry`}><p class="hint">{say('retry-hint')}</p><Actions><Button>{say('retry')}</Button></Actions></Post>}
      {!nobody && <section id="letters">
        <h2>{say('letters')}</h2>
        <DataTable caption={say('letters')} rows={letters} empty={say('letters-none')} columns={[
          { head: say('person'), cell: ({ person }) => <Link to={`/office/people/${person}`}><code>{person.slice(0, 8)}</code></Link> },
          { head: say('state'), cell: ({ state }) => <Tag kind={kinds[state]}>{say(`letter-${state}`)}</Tag> },
          { head: say('sent-at'), cell: ({ sent_at }) => sent_at ? <Time at={sent_at} as="moment" /> : say('nothing') },
          { head: say('attempts'), cell: ({ attempts }) => attempts, number: true },
          { head: say('next-try'), cell: ({ state, next_try_at }) => state === 'waiting' && next_try_at ? <Time at={next_try_at} as="moment" /> : say('nothing') },
        ]} />
        {all > letters.length && <p>{fill(messages['more-letters'], { shown: letters.length, all })[here.locale]}</p>}
      </section>}
    </>
  )
}
