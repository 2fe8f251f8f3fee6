import { speaker } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Actions, Button, Crumbs, Disclosure, EmptyState, Link, Opening, Post, Reading, Time, useHere, type Here } from '#platform/ui/ui.ts'
import type { myNotes } from './find-notes.ts'
import { messages } from './messages.ts'

type Courses = Revealed<Awaited<ReturnType<typeof myNotes>>>
type Course = Courses[number]

/** Everything written beside lessons. The words are opened for this page alone, so they are searched here and not in the database. */
export function NotesPage({ courses, here }: { courses: Courses; here: Here }) {
  const say = speaker(messages, here.locale)
  const search = (here.query.search ?? '').trim().slice(0, 100)
  const found = withWords(courses, search, here.locale)
  const count = found.reduce((sum, { notes }) => sum + notes.length, 0)
  return (
    <Reading>
      <Crumbs label={say('to-learning')} items={[{ to: '/me', label: say('to-learning') }]} />
      <Opening title={say('title')} lead={say('lead')} />
      {courses.length === 0
        ? <EmptyState title={say('empty')} action={<Button to="/me">{say('to-learning')}</Button>}><p>{say('empty-hint')}</p></EmptyState>
        : <>
            <form method="get" action={`${here.prefix}/me/notes`} role="search" class="search">
              <div class="field"><label for="search">{say('search')}</label><input id="search" name="search" type="search" value={search} maxlength={100} /></div>
              <Actions><Button kind="secondary" icon="search">{say('find')}</Button></Actions>
            </form>
            {search && count > 0 && <p role="status">{say('found', { count })} · <Link to="/me/notes">{say('show-all')}</Link></p>}
            {count === 0 && <EmptyState title={say('nothing-found', { search })} action={<Button kind="secondary" to="/me/notes">{say('show-all')}</Button>} />}
            {found.map(course => <InCourse course={course} search={search} />)}
          </>}
    </Reading>
  )
}

function InCourse({ course: { run, title, access, notes }, search }: { course: Course; search: string }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  return (
    <section>
      <h2>{title[locale]}</h2>
      {access !== 'open' && <p class="quiet">{say('course-closed')}</p>}
      {notes.map(({ id, lesson, title, words, written_at, place }) => (
        <article class="kept-note" id={id}>
          <h3>{access === 'open' && place >= 0 ? <Link to={`/learn/${run}/${lesson}#note`}>{title[locale]}</Link> : title[locale]}</h3>
          <p class="said-words">{marked(words ?? '', search, locale)}</p>
          <p class="quiet">{say('written')} <Time at={written_at} as="short" /></p>
          <Disclosure summary={say('remove')}>
            <Post to={`/me/notes/${id}/remove`}><p>{say('remove-hint')}</p><Actions><Button kind="danger" icon="trash-2" aria-label={say('remove-named', { lesson: title[locale] })}>{say('remove')}</Button></Actions></Post>
          </Disclosure>
        </article>
      ))}
    </section>
  )
}

const withWords = (courses: Courses, search: string, locale: string): Courses => courses
  .map(course => ({ ...course, notes: course.notes.filter(({ words, title }) => `${words ?? ''}\n${title[locale as 'ru']}`.toLocaleLowerCase(locale).includes(search.toLocaleLowerCase(locale))) }))
  .filter(({ notes }) => notes.length)

/** The text with what was searched for marked in it. */
function marked(text: string, search: string, locale: string) {
  if (!search) return text
  const [low, sought] = [text.toLocaleLowerCase(locale), search.toLocaleLowerCase(locale)]
  if (low.length !== text.length) return text
  const parts = []
  for (let from = 0; ;) {
    const at = low.indexOf(sought, from)
    parts.push(at < 0 ? text.slice(from) : <>{text.slice(from, at)}<mark>{text.slice(at, at + sought.length)}</mark></>)
    if (at < 0) return parts
    from = at + sought.length
  }
}
