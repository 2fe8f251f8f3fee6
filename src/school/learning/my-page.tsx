import { speaker } from '#platform/locale.ts'
import { Actions, Button, Card, EmptyState, Facts, Grid, Link, List, Opening, Row, Tag, Time, useHere, type Here } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'
import { CourseProgress } from './outline.tsx'
import { nextStep, type MyCourse, type showMyLearning } from './show-my-learning.ts'

type Mine = Awaited<ReturnType<typeof showMyLearning>>

/** The next step first, then everything else. */
export function MyPage({ mine: { courses, achievements, certificates, unread }, here }: { mine: Mine; here: Here }) {
  const say = speaker(messages, here.locale)
  const current = courses.filter(({ access, enrolment }) => access === 'open' && !enrolment.completed_at)
    .toSorted((one, other) => lastAt(other) - lastAt(one))[0]
  return (
    <>
      <Opening title={say('my-learning')} />
      {here.school.workplace && <List><Row icon="briefcase" to={here.school.workplace.to} title={here.school.workplace.label[here.locale]} /></List>}
      {unread > 0 && <List><Row icon="bell" to="/notices" title={say('unread-notices', { count: unread })} /></List>}
      {current && <ContinueCard course={current} />}
      <Waiting courses={courses} />
      {courses.length > 0 && <section><h2>{say('my-courses')}</h2><Grid>{courses.map(course => <CourseCard course={course} />)}</Grid></section>}
      {courses.length === 0 && !here.school.workplace
        && <EmptyState title={say('no-courses')} action={<Button to="/courses">{say('catalogue')}</Button>}><p>{say('no-courses-hint')}</p></EmptyState>}
      {certificates.length > 0 && (
        <section>
          <h2>{say('certificates')}</h2>
          <List>{certificates.map(({ number, course, issued_at, revoked_at }) => (
            <Row icon="award" title={course.title[here.locale]} to={`/certificates/${number}`} note={<>{number} · <Time at={issued_at} /></>} {...revoked_at ? { end: <Tag kind="warn">{say('revoked')}</Tag> } : {}} />
          ))}</List>
        </section>
      )}
      {achievements.length > 0 && <Achievements list={achievements} titles={new Map(courses.map(({ run }) => [run.course, run.about.title[here.locale]]))} />}
      <p><Link to="/me/activity">{say('my-activity')}</Link></p>
    </>
  )
}

/** What somebody else waits for, or what came back: given works first, then dates. */
function Waiting({ courses }: { courses: MyCourse[] }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const open = courses.filter(({ access, enrolment }) => access === 'open' && !enrolment.completed_at)
  const given = open.filter(({ work }) => work?.given_at)
  const due = open.filter(({ due, work }) => due && !work?.accepted && (!work?.sent_at || work.given_at)).toSorted((one, other) => one.due!.getTime() - other.due!.getTime()).slice(0, 5)
  const sent = open.filter(({ work }) => work?.sent_at && !work.given_at)
  if (!given.length && !due.length && !sent.length) return null
  return (
    <section>
      <h2>{say('waiting')}</h2>
      <List>
        {given.map(({ run, work }) => <Row icon="message-square" to={`/learn/${run.slug}/assignment`} title={say(work!.accepted ? 'work-accepted' : 'work-returned')} note={<>{run.about.title[locale]} · <Time at={work!.given_at!} /></>} />)}
        {due.map(({ run, due }) => <Row icon="calendar" to={`/learn/${run.slug}/assignment`} title={run.about.assignment.title[locale]} note={<>{say('due')} <Time at={due!} as="moment" /></>} />)}
        {sent.map(({ run, work }) => <Row icon="clock" to={`/learn/${run.slug}/assignment`} title={run.about.assignment.title[locale]} note={<>{say('work-sent')} <Time at={work!.sent_at!} /></>} />)}
      </List>
    </section>
  )
}

const lastAt = ({ position, enrolment }: MyCourse) => (position?.at ?? enrolment.enrolled_at).getTime()

function ContinueCard({ course }: { course: MyCourse }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const { run, progress, position } = course
  const to = nextStep(course)
  const next = progress.items.find(({ item }) => to.split('#')[0]!.endsWith(`/${item}`))
  return (
    <Card tone="soft" over={say('next-up')} title={run.about.title[locale]} foot={<Actions><Button to={to} icon="play">{say(position || progress.done ? 'continue' : 'begin')}</Button></Actions>}>
      {next && <p class="lead">{next.title[locale]}</p>}
      <CourseProgress shown={course} />
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
      <CourseProgress shown={course} />
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
