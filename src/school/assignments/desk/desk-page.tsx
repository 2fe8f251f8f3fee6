import { speaker } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Actions, Button, Columns, Crumbs, Disclosure, Facts, Notice, Opening, Post, Tag, Time, type Here } from '#platform/ui/ui.ts'
import { Feedback, nameIn, Talk } from '../feedback.tsx'
import { holdForm } from '../forms.ts'
import { messages } from '../messages.ts'
import { ShownWork } from '../shown-work.tsx'
import { Notes } from './notes.tsx'
import type { DeskShown } from './open-work.ts'
import { ReviewFields } from './review-fields.tsx'

export type Shown = Revealed<DeskShown>

/** The work on the left, what is said about it on the right; under each other on a narrow screen. */
export function DeskPage({ shown, here }: { shown: Shown; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const name = nameIn(shown.people, shown.work.person) || say('gone')
  const writing = !shown.review?.given_at && !shown.heldByOther && shown.takes.length > 0
  return (
    <>
      <Crumbs label={say('queue')} items={[{ to: '/teach', label: say('to-queue') }]} />
      <Opening over={shown.assignment.title[locale]} title={say('desk', { name })}><About shown={shown} here={here} /></Opening>
      <Holder shown={shown} here={here} />
      {writing
        ? <Columns label={say('review')} aside={<ReviewFields shown={shown} here={here} />}><Notes shown={shown} here={here} /><Aside shown={shown} here={here} /></Columns>
        : <><Latest shown={shown} here={here} /><Aside shown={shown} here={here} /></>}
      {shown.next && <Actions><Button kind="quiet" to={`/teach/submissions/${shown.next}`} icon="arrow-right">{say('next-work')}</Button></Actions>}
    </>
  )
}

function About({ shown: { state, takes, answerBy, work }, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  const last = takes.at(-1)
  return (
    <Facts items={[
      { name: say('state'), value: <><Tag kind={state === 'accepted' ? 'ok' : 'info'}>{say(`state-${state}`)}</Tag>{work.accepted_at && <> <Time at={work.accepted_at} as="moment" /></>}</> },
      ...last ? [{ name: say('take', { number: last.number }), value: <Time at={last.sent_at} as="moment" /> }] : [],
      ...answerBy && (state === 'sent' || state === 'in-review') ? [{ name: say('answer-by'), value: <Time at={answerBy} as="moment" /> }] : [],
    ]} />
  )
}

/** Who is at it: two teachers do not write over each other. */
function Holder({ shown, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  const { work, heldByOther, review, takes } = shown
  if (review?.given_at || !takes.length) return null
  const to = `/teach/submissions/${work.id}/hold`
  const until = work.held_until && work.held_until > here.now ? <Time at={work.held_until} as="moment" /> : null
  if (heldByOther) return (
    <Notice kind="warn" title={say('held-by', { name: nameIn(shown.people, work.held_by) || say('teacher') })}>
      <p>{say('held-until')} {until}</p>
      <Post to={to}><holdForm.Fields values={{ over: 'yes' }} /><Button kind="secondary">{say('take-over')}</Button></Post>
    </Notice>
  )
  if (until) return <p class="quiet">{say('yours-until')} {until}</p>
  return <Post to={to}><Actions><Button icon="lock">{say('begin')}</Button></Actions></Post>
}

function Latest({ shown, here }: { shown: Shown; here: Here }) {
  const take = shown.takes.at(-1)
  return take ? <One take={take} shown={shown} here={here} /> : null
}

function Aside({ shown, here }: { shown: Shown; here: Here }) {
  const earlier = shown.takes.slice(0, -1).toReversed()
  return (
    <>
      {earlier.length > 0 && <Disclosure summary={speaker(messages, here.locale)('earlier')}>{earlier.map(take => <One take={take} shown={shown} here={here} />)}</Disclosure>}
      {shown.reviews.some(({ given_at }) => given_at) && <Talk replies={shown.replies} people={shown.people} mine={false} to={`/teach/submissions/${shown.work.id}/reply`} locale={here.locale} />}
    </>
  )
}

function One({ take, shown, here }: { take: Shown['takes'][number]; shown: Shown; here: Here }) {
  const { locale } = here
  const { kind, criteria } = shown.assignment
  const file = shown.files.find(({ id }) => id === take.file)
  const review = shown.reviews.find(each => each.take === take.id && each.given_at)
  const of = <Piece extends { review: string }>(all: Piece[]) => all.filter(each => each.review === review?.id)
  return review
    ? <Feedback {...{ take, review, file, kind, criteria, locale }} people={shown.people} notes={of(shown.notes)} marks={of(shown.marks)} />
    : <ShownWork take={take} file={file} notes={[]} kind={kind} locale={locale} />
}
