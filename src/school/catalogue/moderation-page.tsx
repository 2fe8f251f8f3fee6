import { speaker } from '#platform/locale.ts'
import { Actions, Button, Card, EmptyState, Opening, Post, Time, ToWorkplace, type Here } from '#platform/ui/ui.ts'
import { judgeForm } from './forms.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { messages } from './messages.ts'
import { Stars } from './review-card.tsx'
import type { showModeration } from './show-catalogue.ts'

export function ModerationPage({ shown: { reviews, suggestions }, here }: { shown: Revealed<Awaited<ReturnType<typeof showModeration>>>; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <>
      <ToWorkplace />
      <Opening title={say('moderation')} lead={say('moderation-lead')} />
      {reviews.length ? reviews.map(review => {
        const consents = review.consented_at && !review.withdrawn_at
        return (
          <Card title={review.course_slug} over={<><Stars count={review.stars} /> · <Time at={review.written_at} /></>}>
            <p>{review.words}</p>
            <p class="quiet">{review.signed || say('unsigned')} · {say(consents ? 'consents' : 'consents-not')}</p>
            <Post to="/office/reviews">
              <judgeForm.Fields values={{ review: review.id }} only={['review', 'reason']} />
              <Actions>{consents && <Button name="approve" value="yes">{say('approve')}</Button>}<Button kind="secondary" name="approve" value="no">{say('decline')}</Button></Actions>
            </Post>
          </Card>
        )
      }) : <EmptyState title={say('nothing-waits')} />}
      <section>
        <h2>{say('suggestions')}</h2>
        {suggestions.length ? suggestions.map(({ id, words, written_at, read_at }) => (
          <Card over={<Time at={written_at} as="moment" />}>
            <p>{words}</p>
            {!read_at && <Post to={`/office/suggestions/${id}/read`}><Actions><Button kind="secondary" icon="check">{say('mark-read')}</Button></Actions></Post>}
          </Card>
        )) : <p>{say('no-suggestions')}</p>}
      </section>
    </>
  )
}
