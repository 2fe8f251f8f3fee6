import { speaker } from '#platform/locale.ts'
import { Actions, Button, Notice, Opening, Reading, type Here } from '#platform/ui/ui.ts'
import type { LessonHere } from './show-lesson.ts'
import { messages } from './messages.ts'

/** A closed lesson says why it is closed and what opens it. Not a word of its text is here. */
export function ClosedPage({ shown: { run, title, closed }, here }: { shown: LessonHere; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening over={run.about.title[here.locale]} title={title[here.locale]} />
      <Notice kind="info" title={say(`closed-${closed!}`)} />
      <Actions>
        {closed === 'sign-in' && <Button to={`/sign-in?next=${encodeURIComponent(here.path)}`}>{say('sign-in')}</Button>}
        {closed === 'sign-in' && <Button kind="secondary" to="/sign-up">{say('sign-up')}</Button>}
        <Button kind={closed === 'sign-in' ? 'quiet' : 'primary'} to={`/courses/${run.course}`}>{say('about-course')}</Button>
      </Actions>
    </Reading>
  )
}
