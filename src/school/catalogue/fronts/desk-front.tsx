import { amount } from '#platform/locale.ts'
import { Columns, DataTable, Facts, Link, Opening, Steps, Tag, useHere } from '#platform/ui/ui.ts'
import { withinText } from '#trust/law/law.ts'
import { channelName, ContactLink } from '#trust/publication/publication.ts'
import { mineIn } from '../course-card.tsx'
import type { Home } from '../home-page.tsx'
import { howLong } from '../words.ts'
import { firstLesson, NextStep, PromiseStrip, Reviews, useSay } from './parts.tsx'

/** A clear desk: what to do, in order; the courses as a table; who answers, always in sight. */
export function DeskFront({ home }: { home: Home }) {
  const { locale, school } = useHere()
  const say = useSay()
  return (
    <Columns label={say('contacts')} aside={<Contact home={home} />}>
      <Opening title={school.tagline[locale]}><NextStep home={home} /></Opening>
      <Figures home={home} />
      <Tasks home={home} />
      <DataTable caption={say('courses')} rows={home.courses} columns={[
        { head: say('course'), cell: ({ slug, about }) => <><Link to={`/courses/${slug}`}>{about.title[locale]}</Link>{mineIn(home.mine, slug) && <> <Tag kind="accent">{say('enrolled')}</Tag></>}</> },
        { head: say('filter-level'), cell: ({ about }) => say(about.level) },
        { head: say('lessons-word'), cell: ({ lessons }) => String(lessons), number: true },
        { head: say('filter-length'), cell: ({ minutes }) => howLong(minutes, locale), number: true },
        { head: say('work-reviewed-in'), cell: ({ reviewDays }) => reviewDays === null ? say('closed-now') : withinText({ 'working-days': reviewDays })[locale], number: true },
      ]} />
      <PromiseStrip home={home} />
      <Reviews home={home} />
    </Columns>
  )
}

/** Plain numbers, large: what a person asks first. */
function Figures({ home: { courses, operator } }: { home: Home }) {
  const { locale } = useHere()
  const say = useSay()
  const [course] = courses
  const [first] = operator.contacts
  if (!course || !first) return null
  const answer = withinText(first.answer)[locale]
  const figures = [[say('lessons-word'), String(course.lessons)], [say('filter-length'), howLong(course.minutes, locale)], ...course.reviewDays === null ? [] : [[say('work-reviewed-in'), withinText({ 'working-days': course.reviewDays })[locale]]], [say('letter-answered-in'), answer]]
  return <dl class="figures">{figures.map(([name, figure]) => <div><dt>{name}</dt><dd>{figure}</dd></div>)}</dl>
}

/** What there is to do, in order, each with what it takes. */
function Tasks({ home }: { home: Home }) {
  const { locale, actor } = useHere()
  const say = useSay()
  const lesson = firstLesson(home)
  const [course] = home.courses
  if (!lesson || !course) return null
  const enrolment = mineIn(home.mine, course.slug)
  const signedIn = actor.person !== null
  const at = enrolment ? 3 : signedIn ? 2 : 0
  const state = (place: number) => place < at ? 'done' as const : place === at ? 'now' as const : 'next' as const
  const { test, assignment } = course.about
  return (
    <section>
      <h2>{say('tasks')}</h2>
      <Steps label={say('tasks')} items={[
        { title: say('task-try'), to: lesson.to, state: state(0), note: `${lesson.title[locale]}, ${amount(lesson.minutes, 'minute')[locale]}` },
        { title: say('task-sign-up'), ...signedIn ? {} : { to: '/sign-up' }, state: state(1), note: say('task-sign-up-note') },
        { title: say('task-enrol'), to: `/courses/${course.slug}`, state: state(2), note: course.about.title[locale] },
        { title: say('task-learn'), ...enrolment ? { to: `/learn/${enrolment.run_name}` } : {}, state: state(3), note: say('task-learn-note', { count: course.lessons }) },
        { title: say('task-finish'), state: state(4), note: say('task-finish-note', { questions: test.questions, pass: test.pass, work: assignment.title[locale] }) },
      ]} />
    </section>
  )
}

function Contact({ home: { operator } }: { home: Home }) {
  const { locale } = useHere()
  const say = useSay()
  return (
    <section class="card contact-block">
      <h2 class="title">{say('contacts')}</h2>
      <p>{operator.name[locale]}<br />{operator.address[locale]}</p>
      <Facts items={operator.contacts.filter(({ channel }) => channel !== 'post').map(contact => ({
        name: channelName(contact.channel, locale), value: <><ContactLink contact={contact} /><br /><span class="quiet">{contact.hours[locale]}</span></>,
      }))} />
      <p><Link to="/contacts">{say('contacts-all')}</Link></p>
    </section>
  )
}
