import type { ComponentChildren } from 'preact'
import { amount, speaker, type Locale } from '#platform/locale.ts'
import { Actions, Button, Columns, Crumbs, Link, Notice, Opening, Post, Tag, useHere, type Here } from '#platform/ui/ui.ts'
import { askedHere, fieldLabels, QuestionFields, type Asked } from '#school/assessment/assessment.ts'
import { LessonBody, LessonVideo, shownVideo, type Block } from '#school/courses/courses.ts'
import { asLocale } from '#school/enrolment/enrolment.ts'
import { NoteField, NoteLink } from '#school/notes/notes.ts'
import { CheckAnswer } from './check-answer.tsx'
import { messages } from './messages.ts'
import { CourseOutline } from './outline.tsx'
import { answerTo, isDone, mayUndo, type OpenLesson } from './show-lesson.ts'
import { placeIn } from './way.ts'

export function LessonPage({ shown, here }: { shown: OpenLesson; here: Here }) {
  const { run, outline, lesson, enrolment } = shown
  const say = speaker(messages, here.locale)
  const language = enrolment ? asLocale(enrolment.language) : here.locale
  const lessons = outline.flatMap(module => module.lessons)
  const at = lessons.findIndex(({ slug }) => slug === lesson.slug)
  return (
    <Columns label={say('outline')} aside={<CourseOutline shown={shown} current={lesson.slug} />}>
      <article class="lesson" lang={language === here.locale ? undefined : language}>
        <Crumbs label={say('where')} items={[{ to: enrolment ? `/learn/${run.slug}` : `/courses/${run.course}`, label: run.about.title[here.locale] }]} />
        <Opening over={say('place-in-course', placeIn(outline, lesson.slug)!)} title={lesson.title[language]} lead={amount(lesson.minutes, 'minute')[here.locale]}>
          <p class="to-outline"><a href="#outline" lang={here.locale}>{say('to-outline')}</a></p>
          {enrolment && <NoteLink />}
        </Opening>
        {enrolment && language !== here.locale && <OtherLanguage shown={shown} />}
        {enrolment && shown.position?.lesson === lesson.slug && shown.position.place > 0 &&
          <Notice><p>{say('stopped-here')} <a href={`#place-${shown.position.place}`}>{say('go-there')}</a></p></Notice>}
        <Sections shown={shown} language={language} />
      </article>
      {enrolment && <NoteField note={shown.note} place={{ run: run.slug, lesson: lesson.slug, enrolment: enrolment.id }} />}
      <Ending shown={shown} previous={lessons[at - 1]?.slug} next={lessons[at + 1]?.slug} />
    </Columns>
  )
}

/** Whoever reads the page in another language than the course may have the course in it too. */
function OtherLanguage({ shown: { run, lesson } }: { shown: OpenLesson }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  return (
    <div lang={locale}><Notice title={say('other-language')}>
      <Post to={`/learn/${run.slug}/language`}>
        <input type="hidden" name="lesson" value={lesson.slug} />
        <Button kind="secondary" icon="languages" name="language" value={locale}>{say('read-in-this')}</Button>
      </Post>
    </Notice></div>
  )
}

/** Each part that begins with a heading has an address of its own, so that one can stop in it and return to it. */
function Sections({ shown, language }: { shown: OpenLesson; language: Locale }) {
  const { locale, prefix } = useHere()
  const say = speaker(messages, locale)
  const { run, lesson, enrolment } = shown
  const parts = sectionsOf(lesson.blocks)
  return (
    <>
      {parts.map((blocks, place) => (
        <section id={`place-${place}`} data-place={place}>
          <LessonBody blocks={blocks} figures={lesson.figures} locale={language} lesson={slug => `${prefix}/learn/${run.slug}/${slug}`} video={(name, title) => <Film shown={shown} name={name} title={title} language={language} />}
            check={name => <Check shown={shown} name={name} language={language} />} />
          {enrolment && place > 0 && place < parts.length - 1 && (
            <Post to={`/learn/${run.slug}/${lesson.slug}/place`} class="stop-here" aria-label={say('stop-here')}>
              <Button kind="quiet" icon="map-pin" name="place" value={String(place)}>{say('stop-here')}</Button>
            </Post>
          )}
        </section>
      ))}
    </>
  )
}

/** A video with its captions and its transcript; where it does not play, one says so to the school. */
function Film({ shown: { run, lesson }, name, title, language }: { shown: OpenLesson; name: string; title: string; language: Locale }) {
  const { prefix } = useHere()
  const video = lesson.videos.find(each => each.name === name)
  const at = `/learn/${run.slug}/${lesson.slug}`
  return video ? <LessonVideo video={shownVideo(video)} title={title} locale={language} at={`${prefix}${at}/media`} report={`/contacts?video=${encodeURIComponent(`${at}#${name}`)}#write`} /> : null
}

export function sectionsOf(blocks: Block[]): Block[][] {
  const sections: Block[][] = [[]]
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 2 && sections.at(-1)!.length) sections.push([])
    sections.at(-1)!.push(block)
  }
  return sections
}

/** A question in the text: asked, and after the answer explained. The explanation is not on the page before. */
function Check({ shown, name, language }: { shown: OpenLesson; name: string; language: Locale }) {
  const { locale, failed, prefix } = useHere()
  const say = speaker(messages, locale)
  const { run, lesson, enrolment } = shown
  const check = lesson.checks.find(each => each.name === name)
  if (!check) return null
  const answer = answerTo(shown, check.id)
  if (answer) return <CheckFrame id={check.id} title={say('check')}><CheckAnswer answer={answer} language={language} /></CheckFrame>
  const labels = fieldLabels(language)
  const refused = failed?.values.question === check.id ? failed : undefined
  const problem = refused?.problems.answer?.[locale]
  const fields = (
    <>
      {problem && <Notice kind="bad" focus title={problem} />}
      <QuestionFields question={askedHere(check.id, check.asked as Asked, language, seedOf(check.id), labels)} labels={labels} given={refused && [refused.values.answer ?? []].flat()} />
      <input type="hidden" name="question" value={check.id} />
      <Actions><Button kind="secondary">{say('check-it')}</Button></Actions>
    </>
  )
  return (
    <CheckFrame id={check.id} title={say('check')}>
      {enrolment
        ? <Post to={`/learn/${run.slug}/${lesson.slug}/check`}>{fields}</Post>
        : <form method="get" action={`${prefix}/learn/${run.slug}/${lesson.slug}#check-${check.id}`}>{fields}<p class="hint">{say('check-not-kept')}</p></form>}
    </CheckFrame>
  )
}

const CheckFrame = ({ id, title, children }: { id: string; title: string; children: ComponentChildren }) =>
  <div class="card soft check" id={`check-${id}`} role="group" aria-label={title}><p class="over">{title}</p>{children}</div>

const seedOf = (id: string) => parseInt(id.slice(-6), 16)

function Ending({ shown, previous, next }: { shown: OpenLesson; previous: string | undefined; next: string | undefined }) {
  const { locale, prefix } = useHere()
  const say = speaker(messages, locale)
  const { run, lesson, enrolment } = shown
  const to = `/learn/${run.slug}/${lesson.slug}`
  return (
    <footer class="lesson-end" id="lesson-end" tabindex={-1}>
      {enrolment && (isDone(shown)
        ? <><p><Tag kind="ok" icon="circle-check">{say('is-done')}</Tag></p>{mayUndo(shown) && <Post to={`${to}/undo`}><Actions><Button kind="secondary" icon="undo-2">{say('undo')}</Button></Actions></Post>}</>
        : <Post to={`${to}/done`}><Actions><Button icon="check">{say('done')}</Button></Actions></Post>)}
      {!enrolment && <Actions><Button to={`/courses/${run.course}`}>{say('join')}</Button></Actions>}
      {enrolment && <p><a href={`${prefix}${to}/file`} download><span>{say('take-along')}</span></a></p>}
      <nav class="pagination" aria-label={say('neighbours')}>
        {previous && <Link to={`/learn/${run.slug}/${previous}`} class="button quiet" rel="prev">{say('previous')}</Link>}
        {next ? <Link to={`/learn/${run.slug}/${next}`} class="button secondary" rel="next">{say('next')}</Link>
          : enrolment && <Link to={`/learn/${run.slug}`} class="button secondary">{say('to-course')}</Link>}
      </nav>
    </footer>
  )
}
