import { amount, speaker } from '#platform/locale.ts'
import { Actions, Button, Crumbs, Facts, List, Notice, Opening, Post, Reading, Row, Time, useHere, type Here } from '#platform/ui/ui.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { messages } from './messages.ts'
import type { showTest } from './show-attempt.ts'

type Shown = Revealed<Awaited<ReturnType<typeof showTest>>>

/** What is ahead, before it begins: how many questions, how long, how often, what counts. */
export function TestPage({ shown, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  const { run, test, attempts, access, left } = shown
  const open = attempts.find(({ submitted_at }) => !submitted_at)
  return (
    <Reading>
      <Crumbs label={say('where')} items={[{ to: `/learn/${run.slug}`, label: run.about.title[here.locale] }]} />
      <Opening over={say('test')} title={test.title[here.locale]} lead={say('saved-as-you-go')} />
      <Facts items={[
        { name: say('questions'), value: String(test.questions) },
        { name: say('to-pass'), value: `${test.pass} %` },
        { name: say('time-limit'), value: test.minutes === null ? say('no-limit') : amount(test.minutes, 'minute')[here.locale] },
        { name: say('attempts-left'), value: say('of', { left, all: test.attempts }) },
      ]} />
      {access !== 'open' ? <Notice kind="warn" title={say('closed')} />
        : open || left > 0 ? <Post to={`/learn/${run.slug}/test/start`}><Actions><Button icon="play">{say(open ? 'resume' : 'start')}</Button></Actions></Post>
          : <Notice kind="info" title={say('no-attempts-left')} />}
      <Earlier shown={shown} />
    </Reading>
  )
}

function Earlier({ shown: { run, attempts } }: { shown: Shown }) {
  const say = speaker(messages, useHere().locale)
  const submitted = attempts.filter(({ submitted_at }) => submitted_at)
  if (!submitted.length) return null
  return (
    <section>
      <h2>{say('my-attempts')}</h2>
      <List>{submitted.map(({ id, number, submitted_at, grading }) => (
        <Row title={say('attempt-number', { number })} to={`/learn/${run.slug}/test/${id}/result`} icon={grading?.passed ? 'circle-check' : 'circle'}
          note={<><span>{`${grading?.grade ?? 0} %`}</span> · {say(grading?.passed ? 'passed' : 'not-passed')} · <Time at={submitted_at!} as="moment" /></>} />
      ))}</List>
    </section>
  )
}
