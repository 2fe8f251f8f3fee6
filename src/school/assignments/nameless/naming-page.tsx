import { speaker } from '#platform/locale.ts'
import { Crumbs, EmptyState, Opening, Reading, Switch, Tag, type Here } from '#platform/ui/ui.ts'
import { messages } from '../messages.ts'
import type { Naming } from './set-naming.ts'

/** For whoever runs the school: where works are reviewed without names. */
export function NamingPage({ runs, here }: { runs: Naming[]; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  return (
    <Reading>
      <Crumbs label={say('office-home')} items={[{ to: '/office', label: say('office-home') }]} />
      <Opening title={say('assignments')} lead={say('assignments-lead')} />
      {runs.length === 0 && <EmptyState title={say('assignments-none')} />}
      {runs.map(({ run, course, title, anonymous, decided, covered }) => (
        <section>
          <h2>{course[locale]}</h2>
          <p>{title[locale]} · {run} <Tag>{say(decided ? 'by-office' : 'as-course-says')}</Tag> {covered > 0 && <Tag kind="info" icon="eye-off">{say('works-covered', { count: covered })}</Tag>}</p>
          <Switch to={`/office/assignments/${run}`} name="anonymous" isOn={anonymous} label={say('review-nameless')} />
        </section>
      ))}
    </Reading>
  )
}
