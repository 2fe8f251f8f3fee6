import { z } from 'zod'
import { speaker } from '#platform/locale.ts'
import { Actions, Button, Card, Disclosure, EmptyState, form, Opening, Post, Tag, Time, Timeline, ToWorkplace, useHere, type Here } from '#platform/ui/ui.ts'
import { fullName } from '#people/accounts/accounts.ts'
import { messages } from './messages.ts'
import type { Office } from './show-office.ts'

export const publishForm = form(z.strictObject({ current: z.boolean().default(false) }), { current: { type: 'checkbox' } }, messages)
export const runForm = form(z.strictObject({ run: z.string().max(120), access_days: z.int().min(1).max(3650).optional(), answer_days: z.int().min(1).max(30) }),
  { run: { type: 'hidden' }, access_days: { type: 'number', optional: true, hint: 'access-hint' }, answer_days: { type: 'number' } }, messages)
export const planForm = form(z.strictObject({ course: z.string().max(100), opens: z.iso.date() }), { course: { type: 'hidden' }, opens: { type: 'date', hint: 'opens-hint' } }, messages)
export const teacherForm = form(z.strictObject({ run: z.string().max(120), person: z.uuid() }), { run: { type: 'hidden' }, person: { type: 'select' } }, messages)

type Course = Office['courses'][number]
type Teachers = { value: string; label: string }[]

export function OfficePage({ office, teachers, here }: { office: Office; teachers: Teachers; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <>
      <ToWorkplace />
      <Opening title={say('office')} lead={say('office-lead')}><Actions><Button kind="secondary" icon="upload" to="/office/courses/import">{say('bring-in')}</Button></Actions></Opening>
      {office.courses.length ? office.courses.map(course => <CourseCard course={course} office={office} teachers={teachers} />) : <EmptyState title={say('no-courses')} />}
    </>
  )
}

function CourseCard({ course, office, teachers }: { course: Course; office: Office; teachers: Teachers }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const runs = office.runs.filter(run => run.course === course.id)
  const moves = office.log.filter(move => move.course === course.id)
  return (
    <Card title={course.about.title[locale]} id={course.slug} over={<>
      {course.published ? <Tag kind="ok">{say('published-version', { number: course.published_number ?? 0 })}</Tag> : <Tag kind="warn">{say('not-in-catalogue')}</Tag>}
      {course.draft && <Tag kind="info">{say('draft-version', { number: course.draft_number ?? 0 })}</Tag>}
    </>}>
      <Materials course={course} />
      {(course.draft || !course.published) && <Post to={`/office/courses/${course.slug}/publish`}>{course.published && <publishForm.Fields />}<Actions><Button>{say('publish')}</Button></Actions></Post>}
      {course.published && <Post to={`/office/courses/${course.slug}/unpublish`}><Actions><Button kind="secondary">{say('unpublish')}</Button></Actions></Post>}
      <h3>{say('runs')}</h3>
      {runs.map(run => <Run run={run} office={office} teachers={teachers} />)}
      {course.published && <Post to={`/office/courses/${course.slug}/runs`}><Actions><Button kind="secondary" icon="plus">{say('open-run')}</Button></Actions></Post>}
      {course.published && <Disclosure summary={say('plan-run')} open={planForm.cameBack(useHere(), { course: course.slug })}><Post to="/office/courses/plan"><planForm.Fields values={{ course: course.slug }} /><Actions><Button kind="secondary">{say('plan')}</Button></Actions></Post></Disclosure>}
      <Disclosure summary={say('log')}><Timeline items={moves.map(({ act, at, number }) => ({ at, title: say(`act-${act}` as 'act-imported', { number: number ?? 0 }) }))} /></Disclosure>
    </Card>
  )
}

/** What the course consists of: to look at, and to take along as a folder. */
function Materials({ course }: { course: Course }) {
  const { locale, prefix } = useHere()
  const say = speaker(messages, locale)
  const at = `/office/courses/${course.slug}`
  const ways = (which: string, draft: boolean) => <>
    <Button kind="secondary" icon="eye" to={`${at}/preview${which}`}>{say(draft ? 'preview-draft' : 'preview')}</Button>
    <a class="button quiet" href={`${prefix}${at}/folder.zip${which}`} download><span>{say(draft ? 'download-draft' : 'download')}</span></a>
  </>
  return <Actions>{course.draft && ways('?which=draft', true)}{course.published && ways('', false)}</Actions>
}

function Run({ run, office, teachers }: { run: Office['runs'][number]; office: Office; teachers: Teachers }) {
  const here = useHere()
  const { now, locale } = here
  const say = speaker(messages, locale)
  const taught = office.teachers.filter(each => each.run === run.id).map(({ person }) => person)
  const open = !run.closes_at || run.closes_at > now
  const state = !open ? <>{say('closed')} <Time at={run.closes_at!} as="moment" /></> : run.opens_at > now ? <>{say('opens-on')} <Time at={run.opens_at} as="moment" /></> : say('open')
  const name = (person: string) => { const found = office.staff.find(({ id }) => id === person); return (found && fullName(found)) || '—' }
  return (
    <Disclosure summary={<>{run.slug} · {state}</>} open={[teacherForm, runForm].some(each => each.cameBack(here, { run: run.slug }))}>
      <p>{say('taught-by')}: {taught.length ? '' : say('nobody')}</p>
      <ul>{taught.map(person => <li>{name(person)} <Post to={`/office/courses/runs/${run.slug}/teachers/${person}/dismiss`}><Button kind="quiet">{say('dismiss')}</Button></Post></li>)}</ul>
      {teachers.length > 0 && <Post to="/office/courses/teachers"><teacherForm.Fields values={{ run: run.slug }} options={{ person: teachers }} /><Actions><Button kind="secondary">{say('assign')}</Button></Actions></Post>}
      <Post to="/office/courses/runs"><runForm.Fields values={{ run: run.slug, access_days: run.access_days, answer_days: run.answer_days }} /><Actions><Button kind="secondary">{say('save')}</Button></Actions></Post>
      {open && <Post to={`/office/courses/runs/${run.slug}/close`}><Actions><Button kind="quiet">{say('close-run')}</Button></Actions></Post>}
    </Disclosure>
  )
}
