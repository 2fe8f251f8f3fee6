import { amount, speaker } from '#platform/locale.ts'
import { Actions, Button, Card, EmptyState, Facts, Grid, Link, List, Opening, Row, Tag, Time, useHere, type Here } from '#platform/ui/ui.ts'
import { FirstChoice } from '#school/catalogue/catalogue.ts'
import { WeekCard } from '#school/rhythm/rhythm.ts'
import { Day, minutesFor } from '#school/cards/cards.ts'
import { messages } from './messages.ts'
import { CourseProgress } from './outline.tsx'
import { Route } from './route.tsx'
import type { MyCourse, showMyLearning } from './show-my-learning.ts'
import { nextStep, placeIn, wayThrough } from './way.ts'

type Mine = Awaited<ReturnType<typeof showMyLearning>>

/** The next step first, then everything else. */
export function MyPage({ mine, here }: { mine: Mine; here: Here }) {
  const { courses, unread, cards, week } = mine
  const say = speaker(messages, here.locale)
  const current = courses.filter(({ access, enrolment }) => access === 'open' && !enrolment.completed_at)
    .toSorted((one, other) => lastAt(other) - lastAt(one))[0]
  return (
    <>
      <Opening title={say('my-learning')} />
      {here.school.workplace && <List><Row icon="briefcase" to={here.school.workplace.to} title={here.school.workplace.label[here.locale]} /></List>}
      <div class="my-day">
        {current && <ContinueCard course={current} />}
        <div><Waiting courses={courses} unread={unread} />{cards && <Cards cards={cards} />}{week && <WeekCard week={week} />}</div>
      </div>
      {courses.length === 0 && !here.school.workplace && (mine.toChoose.length > 0
        ? <><p class="lead">{say('no-courses-hint')}</p><FirstChoice courses={mine.toChoose} /></>
        : <EmptyState title={say('no-courses')} action={<Button to="/courses">{say('catalogue')}</Button>}><p>{say('no-courses-hint')}</p></EmptyState>)}
      <div class="my-day">
        {current && <section><h2>{say('my-way')}</h2><Route stages={wayThrough(asGoing(current))} label={current.run.about.title[here.locale]} /></section>}
        <Rest mine={mine} />
      </div>
      <p class="further">{courses.length > 0 && <Link to="/me/progress">{say('my-progress')}</Link>}{courses.length > 0 && <Link to="/me/notes">{say('my-notes')}</Link>}{courses.length > 0 && !cards && <Link to="/me/cards">{say('cards-off')}</Link>}{courses.length > 0 && !week && here.actor.role === 'learner' && <Link to="/me/rhythm">{say('choose-days')}</Link>}<Link to="/me/activity">{say('my-activity')}</Link></p>
    </>
  )
}

function Rest({ mine: { courses, achievements, certificates } }: { mine: Mine }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  if (!courses.length && !certificates.length && !achievements.length) return null
  return (
    <div>
      {courses.length > 0 && <section><h2>{say('my-courses')}</h2><Grid>{courses.map(course => <CourseCard course={course} />)}</Grid></section>}
      {certificates.length > 0 && (
        <section>
          <h2>{say('certificates')}</h2>
          <List>{certificates.map(({ number, course, issued_at, revoked_at }) => (
            <Row icon="award" title={course.title[locale]} to={`/certificates/${number}`} note={<>{number} · <Time at={issued_at} /></>} {...revoked_at ? { end: <Tag kind="warn">{say('revoked')}</Tag> } : {}} />
          ))}</List>
        </section>
      )}
      {achievements.length > 0 && <Achievements list={achievements} titles={new Map(courses.map(({ run }) => [run.course, run.about.title[locale]]))} />}
    </div>
  )
}

/** What is worth recalling today; for whoever has turned it on. */
function Cards({ cards: { due, next } }: { cards: NonNullable<Mine['cards']> }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  return (
    <section>
      <h2>{say('cards-title')}</h2>
      <List>{due > 0
        ? <Row icon="layers" to="/me/cards" title={say('cards-due', { count: due, time: amount(minutesFor(due), 'minute')[locale] })} note={say('cards-hint')} />
        : <Row icon="layers" to="/me/cards" title={say('cards-off')} note={next ? <>{say('cards-later')} <Day day={next} /></> : say('cards-none')} />}
      </List>
    </section>
  )
}

/** What came back, what somebody waits for, and by when. */
function Waiting({ courses, unread }: { courses: MyCourse[]; unread: number }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const open = courses.filter(({ access, enrolment }) => access === 'open' && !enrolment.completed_at)
  const given = open.filter(({ work }) => work?.given_at)
  const due = open.filter(({ due, work }) => due && !work?.accepted && (!work?.sent_at || work.given_at)).toSorted((one, other) => one.due!.getTime() - other.due!.getTime()).slice(0, 5)
  const sent = open.filter(({ work }) => work?.sent_at && !work.given_at)
  if (!given.length && !due.length && !sent.length && !unread) return null
  return (
    <section>
      <h2>{say('waiting')}</h2>
      <List>
        {given.map(({ run, work }) => <Row icon="message-square" to={`/learn/${run.slug}/assignment`} title={say(work!.accepted ? 'work-accepted' : 'work-returned')} note={<>{run.about.title[locale]} · <Time at={work!.given_at!} /></>} />)}
        {due.map(({ run, due }) => <Row icon="calendar" to={`/learn/${run.slug}/assignment`} title={run.about.assignment.title[locale]} note={<>{say('due')} <Time at={due!} as="moment" /></>} />)}
        {sent.map(({ run, work }) => <Row icon="clock" to={`/learn/${run.slug}/assignment`} title={run.about.assignment.title[locale]} note={<>{say('work-sent')} <Time at={work!.sent_at!} /></>} />)}
        {unread > 0 && <Row icon="bell" to="/notices" title={say('unread-notices', { count: unread })} />}
      </List>
    </section>
  )
}

const lastAt = ({ position, enrolment }: MyCourse) => (position?.at ?? enrolment.enrolled_at).getTime()

const asGoing = ({ run, progress, position }: MyCourse) => ({ run, progress, position, outline: run.outline })

/** The one thing to press: which lesson, how long it takes, and why it is this one. */
function ContinueCard({ course }: { course: MyCourse }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const { run, progress, position } = course
  const { to, item, why } = nextStep(asGoing(course))
  const at = item?.kind === 'lesson' ? placeIn(run.outline, item.item) : undefined
  return (
    <Card tone="soft" over={run.about.title[locale]} title={item?.title[locale] ?? run.about.title[locale]} foot={<Actions><Button to={to} icon="play">{say(position || progress.done ? 'continue' : 'begin')}</Button></Actions>}>
      {item && <p class="quiet">{at ? <>{say('place-in-course', { module: at.module, number: at.number, all: at.all })} · {amount(at.minutes, 'minute')[locale]}</> : say(item.kind)}</p>}
      {why && <p>{say(why)}</p>}
      <CourseProgress shown={asGoing(course)} />
    </Card>
  )
}

function CourseCard({ course }: { course: MyCourse }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const { run, enrolment, access } = course
  const facts = [
    { name: say('since'), value: <Time at={enrolment.enrolled_at} /> },
    ...enrolment.ends_at ? [{ name: say('open-until'), value: <Time at={enrolment.ends_at} as="moment" /> }] : [],
    ...enrolment.completed_at ? [{ name: say('completed-on'), value: <Time at={enrolment.completed_at} /> }] : [],
  ]
  return (
    <Card title={run.about.title[locale]} to={`/learn/${run.slug}`} over={enrolment.completed_at ? <Tag kind="ok" icon="circle-check">{say('completed')}</Tag> : access !== 'open' ? <Tag kind="warn">{say(`state-${access}`)}</Tag> : undefined}>
      <CourseProgress shown={asGoing(course)} />
      <Facts items={facts} />
    </Card>
  )
}

export function Achievements({ list, titles }: { list: Mine['achievements']; titles: Map<string, string> }) {
  const say = speaker(messages, useHere().locale)
  return (
    <section>
      <h2>{say('achievements')}</h2>
      <List>{list.map(({ kind, at, course }) => <Row icon="award" title={say(kind as 'first-lesson', { course: titles.get(course) ?? course })} note={<Time at={at} />} />)}</List>
    </section>
  )
}
