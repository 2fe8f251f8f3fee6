import { speaker } from '#platform/locale.ts'
import { Actions, Button, Crumbs, Link, Opening, Post, Reading, type FieldsProps, type Here, type Html } from '#platform/ui/ui.ts'
import type { Week } from './find-week.ts'
import { messages } from './messages.ts'
import { reminding } from './plan-week.ts'
import { WeekCard } from './week-card.tsx'

type Shown = { week: Week | undefined; agreed: boolean; Fields: (props: FieldsProps) => Html }

export function RhythmPage({ shown: { week, agreed, Fields }, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Crumbs label={say('to-learning')} items={[{ to: '/me', label: say('to-learning') }]} />
      <Opening title={say('title')} lead={say('lead')} />
      <Post to="/me/rhythm">
        {here.actor.guarded && !agreed && <input type="hidden" name="remind" value="none" />}
        <Fields here={here} {...asksOnly(agreed, here)} values={{ days: week?.days.filter(({ planned }) => planned).map(({ weekday }) => String(weekday)) ?? [], remind: week?.remind ?? 'none' }} />
        {agreed && <p class="hint">{say('agreed')} <Link to={`/me/consents/${reminding}`}>{say('to-consent')}</Link></p>}
        <p class="hint">{say('any-day')} {say('what-is-kept')}</p>
        <Actions><Button>{say('save')}</Button></Actions>
      </Post>
      {week && <WeekCard week={week} />}
      {week && <Post to="/me/rhythm/drop"><Actions><Button kind="quiet" icon="trash-2">{say('drop')}</Button></Actions></Post>}
    </Reading>
  )
}

/** What was agreed to is not asked again; what only a guardian can allow is not offered to a minor. */
const asksOnly = (agreed: boolean, { actor }: Here) => agreed ? { only: ['days', 'remind'] } : actor.guarded ? { only: ['days'] } : {}
