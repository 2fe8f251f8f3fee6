// How a test and a work stand, in words: the same in the table, on the page of one learner and in the file.
import { Link, Tag, Time, type Kind } from '#platform/ui/ui.ts'
import type { About } from '#school/courses/courses.ts'
import { messages } from '../messages.ts'
import type { Learner } from './read-group.ts'

type Say = (key: keyof typeof messages, facts?: Record<string, string | number>) => string
type Standing = Pick<Learner, 'test' | 'work'>

export const testWords = ({ test }: Pick<Standing, 'test'>, say: Say): string =>
  !test ? say('test-none') : test.grade === null ? say('test-open') : say(test.passed ? 'test-passed' : 'test-failed')

export const workWords = ({ work }: Pick<Standing, 'work'>, nameless: boolean, say: Say): string => {
  if (!work) return say(nameless ? 'stands-hidden' : 'stands-none')
  return say(work.given_at ? work.accepted ? 'stands-accepted' : 'stands-returned' : work.held ? 'stands-held' : 'stands-waiting')
}

/** The words for where somebody is in a course. */
export const stateWords = ({ enrolment, access, behind }: Pick<Learner, 'enrolment' | 'access' | 'behind'>, say: Say): string[] => {
  if (enrolment.completed_at) return [say('is-finished')]
  if (access === 'left' || access === 'ended') return [say(`is-${access}`)]
  return behind.length ? behind.map(each => say(`behind-${each}`)) : [say('is-going')]
}

export const moduleWords = ({ done, lessons }: { done: number; lessons: readonly unknown[] }, say: Say): string =>
  done === 0 ? say('module-none') : done === lessons.length ? say('module-done') : say('module-part', { done, all: lessons.length })

/** Only what wants attention or is over; somebody who simply learns bears no mark. */
export function StateTags({ row, say }: { row: Pick<Learner, 'enrolment' | 'access' | 'behind'>; say: Say }) {
  const plain = !row.enrolment.completed_at && row.access === 'open' && !row.behind.length
  if (plain) return null
  const kind: Kind | 'plain' = row.enrolment.completed_at ? 'ok' : row.behind.length ? 'warn' : 'plain'
  return <p class="marks">{stateWords(row, say).map(words => <Tag kind={kind} icon={kind === 'ok' ? 'circle-check' : kind === 'warn' ? 'clock' : 'log-out'}>{words}</Tag>)}</p>
}

/** `to` leads to the attempt that is told of; nothing does for an attempt that is still open. */
export function TestCell({ test, about, to, say }: { test: Learner['test']; about: Pick<About, 'test'>; to: string | undefined; say: Say }) {
  if (!test || test.grade === null) return <>{testWords({ test }, say)}</>
  const grade = `${test.grade} %`
  return <>{to ? <Link to={to}>{grade}</Link> : grade}<br /><span class="quiet">{testWords({ test }, say)} · {say('test-attempts', { taken: test.taken, all: about.test.attempts })}</span></>
}

export function WorkCell({ work, nameless, to, say }: { work: Learner['work']; nameless: boolean; to: string | undefined; say: Say }) {
  const words = workWords({ work }, nameless, say)
  if (!work) return <span class={nameless ? 'quiet' : undefined}>{words}</span>
  return (
    <>
      {to ? <Link to={to}>{words}</Link> : words}<br />
      <span class="quiet">
        {work.points !== null && work.given_at && <>{say('work-points', { points: work.points, all: work.out_of! })} · </>}
        {work.number > 1 && <>{say('work-version', { number: work.number })} · </>}
        <Time at={work.given_at ?? work.sent_at} />
        {work.late && <> · {say('work-late')}</>}
      </span>
    </>
  )
}
