import { speaker } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Actions, Button, Card, EmptyState, Opening, Post, Reading, Time, type Here } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'
import type { showMessages } from './show-messages.ts'

export function MessagesPage({ rows, here }: { rows: Revealed<Awaited<ReturnType<typeof showMessages>>>; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('title')} lead={say('lead')} />
      {rows.length ? rows.map(({ id, name, reach, words, written_at, answered_at }) => (
        <Card title={name || say('nameless')} over={<Time at={written_at} as="moment" />}>
          <p>{words}</p>
          {reach && <p><a href={reach.includes('@') ? `mailto:${reach}` : `tel:${reach.replace(/[^+\d]/g, '')}`}>{reach}</a></p>}
          {answered_at
            ? <p class="quiet">{say('is-answered')}: <Time at={answered_at} as="moment" /></p>
            : <Post to={`/office/messages/${id}/answered`}><Actions><Button kind="secondary" icon="check">{say('mark-answered')}</Button></Actions></Post>}
        </Card>
      )) : <EmptyState title={say('none')} />}
    </Reading>
  )
}
