import { amount, speaker } from '#platform/locale.ts'
import { Crumbs, DataTable, Opening, Time, type Here } from '#platform/ui/ui.ts'
import { idleMinutes } from '#school/enrolment/enrolment.ts'
import { messages } from './messages.ts'
import { Achievements } from './my-page.tsx'
import type { showMyActivity } from './show-my-learning.ts'

type Activity = Awaited<ReturnType<typeof showMyActivity>>

/** Exactly the rows that are kept, and a sentence where none are. */
export function ActivityPage({ activity: { views, days, achievements, courses, kept }, here }: { activity: Activity; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <>
      <Crumbs label={say('my-learning')} items={[{ to: '/me', label: say('my-learning') }]} />
      <Opening title={say('my-activity')} lead={say('activity-lead')} />
      <section>
        <h2>{say('time-spent')}</h2>
        {kept.time && <p>{say('time-how', { idle: amount(idleMinutes, 'minute')[here.locale] })}</p>}
        <DataTable caption={say('time-spent')} rows={days} empty={say(kept.time ? 'nothing-yet' : 'nothing-kept')} columns={[
          { head: say('day'), cell: ({ day }) => <Time at={new Date(`${day}T12:00:00+05:00`)} /> },
          { head: say('time-spent'), cell: ({ seconds }) => amount(Math.round(Number(seconds) / 60), 'minute')[here.locale], number: true },
        ]} />
      </section>
      <section>
        <h2>{say('views')}</h2>
        <DataTable caption={say('views')} rows={views} empty={say(kept.views ? 'nothing-yet' : 'nothing-kept')} columns={[
          { head: say('what'), cell: ({ kind }) => say(kind === 'file' ? 'view-file' : 'view-lesson') },
          { head: say('item'), cell: ({ course, lesson }) => `${course[here.locale]} / ${lesson[here.locale]}` },
          { head: say('when'), cell: ({ at }) => <Time at={at} as="moment" /> },
        ]} />
      </section>
      {achievements.length > 0 && <Achievements list={achievements} titles={new Map(Object.entries(courses).map(([course, title]) => [course, title[here.locale]]))} />}
    </>
  )
}
