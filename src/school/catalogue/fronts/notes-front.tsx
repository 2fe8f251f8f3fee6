import { amount } from '#platform/locale.ts'
import { Link, Opening, useHere } from '#platform/ui/ui.ts'
import { mineIn } from '../course-card.tsx'
import type { Home } from '../home-page.tsx'
import { howLong } from '../words.ts'
import { NextStep, PromiseStrip, Reviews, useSay } from './parts.tsx'

/** A notebook: code first, a dense index of every note, and remarks in the margin. */
export function NotesFront({ home }: { home: Home }) {
  const { locale, school } = useHere()
  const say = useSay()
  const [way] = home.trajectories
  return (
    <div class="notebook">
      <div class="written">
        <Opening title={school.tagline[locale]} lead={way?.outcome[locale]}><NextStep home={home} /></Opening>
        {home.code && <div class="code" role="group" aria-label={home.code.language} tabindex={0}><p class="label">{home.code.language}</p><pre><code>{home.code.text}</code></pre></div>}
        {home.courses.map(course => (
          <section>
            <h2><Link to={`/courses/${course.slug}`}>{course.about.title[locale]}</Link></h2>
            <p>{course.about.outcome[locale]}</p>
            <Index home={home} course={course.slug} run={mineIn(home.mine, course.slug)?.run_name} open={course.run} />
          </section>
        ))}
      </div>
      <aside class="margin" aria-label={say('margin')}>
        {home.courses.map(course => <p class="remark">{[say(course.about.level), howLong(course.minutes, locale), course.about.licence].join(' · ')}</p>)}
        <p class="remark keys">{say('keys-note')} <kbd>Tab</kbd> <kbd>Enter</kbd></p>
        {way && <p class="remark"><Link to={`/trajectories#${way.slug}`}>{way.title[locale]}</Link>. {way.summary[locale]}</p>}
        <PromiseStrip home={home} />
      </aside>
      <div class="below"><Reviews home={home} /></div>
    </div>
  )
}

/** Every note under its number; one that is open to everyone, or to whoever is enrolled, is a link. */
function Index({ home, course, run, open }: { home: Home; course: string; run: string | undefined; open: string | null }) {
  const { locale } = useHere()
  const say = useSay()
  let number = 0
  return (
    <ol class="index">{(home.outlines.get(course) ?? []).map(({ title, lessons }) => (
      <li>
        <p class="over">{title[locale]}</p>
        <ol>{lessons.map(({ slug, title, minutes, free }) => {
          const to = run ?? (free ? open : null)
          return (
            <li>
              <span class="ordinal">{String(++number).padStart(2, '0')}</span>
              <span class="entry">{to ? <Link to={`/learn/${to}/${slug}`}>{title[locale]}</Link> : title[locale]}{free && !run && <mark>{say('free')}</mark>}</span>
              <span class="pages">{amount(minutes, 'minute')[locale]}</span>
            </li>
          )
        })}</ol>
      </li>
    ))}</ol>
  )
}
