import { speaker, type Locale } from '#platform/locale.ts'
import { Avatar, Facts, Post, Button, Rubric, Said, Time, Actions } from '#platform/ui/ui.ts'
import { fullName } from '#people/accounts/accounts.ts'
import type { Criterion } from '#school/courses/courses.ts'
import { replyForm } from './forms.ts'
import { messages } from './messages.ts'
import { NoteList, ShownWork, viewOf, type ShownFile, type ShownNote, type ShownTake } from './shown-work.tsx'

export type ShownMark = { review: string; criterion: string; points: number | null; words: string | null }
export type ShownReview = { id: string; take: string; teacher: string | null; words: string | null; points: number | null; out_of: number; given_at: Date | null; accepted: boolean | null }
export type ShownReply = { id: string; by_learner: boolean; teacher: string | null; words: string | null; written_at: Date }
export type Person = Parameters<typeof fullName>[0] & { id: string }

export const nameIn = (people: Person[], id: string | null) => { const found = people.find(person => person.id === id); return found ? fullName(found) : '' }

export const percentOf = (points: number, outOf: number) => Math.round(points / outOf * 100)

/** One version of a work with what was said about it: marks first, then criteria, words, and the grade last. */
export function Feedback({ take, review, notes, marks, file, kind, criteria, people, locale }: {
  take: ShownTake; review: ShownReview; notes: ShownNote[]; marks: ShownMark[]; file: ShownFile | undefined; kind: string; criteria: Criterion[]; people: Person[]; locale: Locale
}) {
  const say = speaker(messages, locale)
  const by = nameIn(people, review.teacher)
  return (
    <section aria-labelledby={`feedback-${take.number}`}>
      <h2 id={`feedback-${take.number}`}>{say('feedback')}: {say('take', { number: take.number })}</h2>
      <div class={viewOf(file) && notes.length ? 'reviewed' : undefined}>
        <div><ShownWork take={take} file={file} notes={notes} kind={kind} locale={locale} /></div>
        {notes.length > 0 && <NoteList notes={notes} locale={locale} />}
      </div>
      <Criteria criteria={criteria} reached={{ take: take.number, marks }} locale={locale} />
      {review.words && <><h3>{say('overall')}</h3><Said>{review.words}</Said></>}
      <h3>{say('grade')}</h3>
      <p class="grade">{say('grade-of', { points: review.points ?? 0, outOf: review.out_of, percent: percentOf(review.points ?? 0, review.out_of) })}</p>
      <Facts items={[...review.given_at ? [{ name: say('given-at'), value: <Time at={review.given_at} as="moment" /> }] : [], ...by ? [{ name: say('reviewed-by'), value: by }] : []]} />
    </section>
  )
}

/** The criteria as they were for this work; with marks, also what was reached and what was said. */
export function Criteria({ criteria, reached, locale }: { criteria: Criterion[]; reached?: { take: number; marks: ShownMark[] }; locale: Locale }) {
  const say = speaker(messages, locale)
  return <Rubric caption={reached ? say('criteria-of', { number: reached.take }) : say('criteria')} criteria={criteria.map(({ id, title, levels }) => {
    const mark = reached?.marks.find(({ criterion }) => criterion === id)
    return { title: title[locale], levels: levels.map(({ points, text }) => ({ points, text: text[locale] })), ...reached && { reached: { points: mark?.points ?? 0, words: mark?.words } } }
  })} />
}

/** What learner and teacher write to each other about the work. */
export function Talk({ replies, people, mine, to, locale }: { replies: ShownReply[]; people: Person[]; mine: boolean; to: string; locale: Locale }) {
  const say = speaker(messages, locale)
  const who = ({ by_learner, teacher }: ShownReply) => by_learner ? say(mine ? 'you' : 'learner') : nameIn(people, teacher) || say('teacher')
  return (
    <section id="talk">
      <h2>{say('talk')}</h2>
      {replies.length ? <ul class="list">{replies.map(reply => <li class="row" id={`reply-${reply.id}`}><Avatar name={who(reply)} /><div class="what"><p class="title">{who(reply)}</p><Said>{reply.words}</Said><p class="quiet"><Time at={reply.written_at} as="moment" /></p></div></li>)}</ul> : <p class="quiet">{say('no-talk')}</p>}
      <Post to={to}><replyForm.Fields /><Actions><Button kind="secondary" icon="message-square">{say('send-answer')}</Button></Actions></Post>
    </section>
  )
}

