import { speaker } from '#platform/locale.ts'
import { Actions, Button, Crumbs, Opening, Post, Reading, type Here } from '#platform/ui/ui.ts'
import type { Week } from './find-week.ts'
import { planFormWith } from './forms.ts'
import { messages } from './messages.ts'
import { WeekCard } from './week-card.tsx'

export function RhythmPage({ shown: { week, letters }, here }: { shown: { week: Week | undefined; letters: boolean }; here: Here }) {
  const say = speaker(messages, here.locale)
  const { Fields } = planFormWith(letters)
  return (
    <Reading>
      <Crumbs label={say('to-learning')} items={[{ to: '/me', label: say('to-learning') }]} />
      <Opening title={say('title')} lead={say('lead')} />
      <Post to="/me/rhythm">
        <Fields values={{ days: week?.days.filter(({ planned }) => planned).map(({ weekday }) => String(weekday)) ?? [], remind: week?.remind ?? 'none' }} />
        <p class="hint">{say('any-day')} {say('what-is-kept')}</p>
        <Actions><Button>{say('save')}</Button></Actions>
      </Post>
      {week && <WeekCard week={week} />}
      {week && <Post to="/me/rhythm/drop"><Actions><Button kind="quiet" icon="trash-2">{say('drop')}</Button></Actions></Post>}
    </Reading>
  )
}
