import { z } from 'zod'
import { speaker, type Locale } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Actions, Button, Crumbs, Disclosure, Facts, Link, Notice, Opening, Post, Tag, Time, type Here } from '#platform/ui/ui.ts'
import { CompareTakes } from '../compare-takes.tsx'
import { Feedback, nameIn, Talk } from '../feedback.tsx'
import { holdForm } from '../forms.ts'
import { PlaceWork } from '../gallery/consent-part.tsx'
import { messages } from '../messages.ts'
import { AboutLearner } from '../nameless/about-learner.tsx'
import { aliasInWords } from '../nameless/nameless.ts'
import { ShownWork } from '../shown-work.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { Notes } from './notes.tsx'
import type { DeskShown } from './open-work.ts'
import { ReviewFields } from './review-fields.tsx'

export type Shown = Revealed<DeskShown>

/** What was typed is never taken away: whoever was writing when another took the work over keeps their fields. */
export const isWriting = (shown: Shown, here: Here) =>
  !shown.review?.given_at && shown.takes.length > 0 && (!shown.heldByOther || here.failed?.form === 'review')

/** The work on the left, what is said about it on the right, what happens next at the foot; under each other on a narrow screen. */
export function DeskPage({ shown, here }: { shown: Shown; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const writing = isWriting(shown, here)
  const after = z.uuid().safeParse(here.query.after).data
  return (
    <>
      <Crumbs label={say('queue')} items={[{ to: '/teach', label: say('to-queue') }]} />
      <Opening over={shown.assignment.title[locale]} title={say('desk', { name: learnerOf(shown, locale) })} />
      {shown.covered && <Notice title={say('covered-tag')}><p>{say('covered-lead')}</p></Notice>}
      <div class="glance"><About shown={shown} here={here} /><Holder shown={shown} here={here} />{after && <p class="quiet"><Link to={`/teach/submissions/${after}`}>{say('see-given')}</Link></p>}</div>
      {writing
        ? <div class="desk">
            <section class="desk-work" aria-label={say('the-work')} tabindex={0}><Notes shown={shown} here={here} /><Beside shown={shown} here={here} /></section>
            <section class="desk-review" aria-label={say('review')}><ReviewFields shown={shown} here={here} /></section>
          </div>
        : <div class="desk-read"><Latest shown={shown} here={here} /><Beside shown={shown} here={here} /></div>}
      <DecisionBar shown={shown} here={here} writing={writing} />
    </>
  )
}

/** The learner as a teacher may know them now. */
export const learnerOf = ({ covered, work, people }: Shown, locale: Locale) => covered ? aliasInWords(work.alias!, locale) : nameIn(people, work.person) || messages.gone[locale]

function About({ shown: { state, takes, answerBy, work, waiting }, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  const last = takes.at(-1)
  const open = state === 'sent' || state === 'in-review'
  return (
    <Facts items={[
      { name: say('state'), value: <><Tag kind={state === 'accepted' ? 'ok' : 'info'}>{say(`state-${state}`)}</Tag>{work.accepted_at && <> <Time at={work.accepted_at} as="moment" /></>}</> },
      ...last ? [{ name: say('take', { number: last.number }), value: <Time at={last.sent_at} as="moment" /> }] : [],
      ...answerBy && open ? [{ name: say('answer-by'), value: <><Time at={answerBy} as="moment" />{answerBy < here.now && <> <Tag kind="bad" icon="triangle-alert">{say('overdue')}</Tag></>}</> }] : [],
      ...waiting ? [{ name: say('queue'), value: say('waiting-of', { count: waiting }) }] : [],
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
      {!isWriting(shown, here) && <Post to={to}><holdForm.Fields values={{ over: 'yes' }} /><Button kind="secondary">{say('take-over')}</Button></Post>}
    </Notice>
  )
  if (until) return <p class="quiet">{say('yours-until')} {until}</p>
  return <Post to={to}><Actions><Button kind="secondary" icon="lock">{say('begin')}</Button></Actions></Post>
}

function Latest({ shown, here }: { shown: Shown; here: Here }) {
  const take = shown.takes.at(-1)
  return take ? <One take={take} shown={shown} here={here} /> : null
}

/** What is looked up now and then stands after the work, so that the work itself comes first. */
function Beside({ shown, here }: { shown: Shown; here: Here }) {
  const earlier = shown.takes.slice(0, -1).toReversed()
  return (
    <>
      <CompareTakes takes={shown.takes} files={shown.files} locale={here.locale} />
      {earlier.length > 0 && <Disclosure summary={speaker(messages, here.locale)('earlier')}>{earlier.map(take => <One take={take} shown={shown} here={here} />)}</Disclosure>}
      {shown.reviews.some(({ given_at }) => given_at) && <Talk replies={shown.replies} people={shown.people} mine={false} to={`/teach/submissions/${shown.work.id}/reply`} locale={here.locale} />}
      <AboutLearner shown={shown} here={here} />
      {shown.mayShow && shown.run && <PlaceWork consent={shown.consent} course={shown.run.course} work={shown.work.id} here={here} />}
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
