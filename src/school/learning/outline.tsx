import { amount, speaker } from '#platform/locale.ts'
import { Disclosure, Icon, Link, Progress, useHere } from '#platform/ui/ui.ts'
import type { LessonHere } from './show-lesson.ts'
import { messages } from './messages.ts'

type Shown = Pick<LessonHere, 'run' | 'outline' | 'enrolment' | 'completions' | 'progress'>

/** The course beside the lesson: what is done, where one is, what is left. Can be closed, and needs no script for it. */
export function CourseOutline({ shown, current }: { shown: Shown; current?: string }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const { run, outline, enrolment, progress } = shown
  const rest = progress.items.filter(({ kind }) => kind !== 'lesson')
  return (
    <div class="beside"><Disclosure summary={say('outline')} open id="outline">
      {enrolment && <CourseProgress shown={shown} />}
      {outline.map(module => (
        <>
          <p class="over">{module.title[locale]}</p>
          <ol class="outline">
            {module.lessons.map(lesson => <Entry to={`/learn/${run.slug}/${lesson.slug}`} title={lesson.title[locale]} note={amount(lesson.minutes, 'minute')[locale]}
              done={isDone(shown, 'lesson', lesson.slug)} current={lesson.slug === current} locked={!enrolment && !lesson.free} />)}
          </ol>
        </>
      ))}
      {rest.length > 0 && <p class="over">{say('at-the-end')}</p>}
      <ol class="outline">{rest.map(({ kind, item, title }) => <Entry to={enrolment && `/learn/${run.slug}/${item}`} title={title[locale]} note={say(kind as 'test')} done={isDone(shown, kind, item)} current={item === current} locked={!enrolment} />)}</ol>
    </Disclosure></div>
  )
}

const isDone = ({ completions }: Shown, kind: string, item: string) => completions.some(each => each.kind === kind && each.item === item)

/** Without `to` it only says what there is: a test and a work are for those who are enrolled, while a closed lesson has a page that says so. */
function Entry({ to, title, note, done, current, locked }: { to: string | undefined; title: string; note: string; done: boolean; current: boolean; locked: boolean }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const entry = (
    <>
      <Icon name={done ? 'circle-check' : locked ? 'lock' : current ? 'circle-dot' : 'circle'} />
      <span><span>{title}</span><span class="quiet">{done ? say('item-done') : locked ? say('item-locked') : note}</span></span>
    </>
  )
  return <li class={done ? 'passed' : undefined}>{to ? <Link to={to} {...current ? { 'aria-current': 'page' as const } : {}}>{entry}</Link> : entry}</li>
}

/** The same figure everywhere: the learner's page, the teacher's list, the API. Each part is as long as its lesson takes. */
export function CourseProgress({ shown: { progress, outline } }: { shown: Pick<Shown, 'progress' | 'outline'> }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const lessons = outline.flatMap(module => module.lessons)
  const usual = lessons.reduce((sum, { minutes }) => sum + minutes, 0) / (lessons.length || 1)
  const sizeOf = (item: string) => lessons.find(({ slug }) => slug === item)?.minutes || usual
  const parts = progress.items.filter(({ needed }) => needed).map(({ kind, item, done }) => ({ size: kind === 'lesson' ? sizeOf(item) : usual, state: done ? 'done' as const : 'next' as const }))
  return <Progress parts={parts} words={say('progress', { percent: progress.percent, done: progress.done, required: progress.required })} />
}
