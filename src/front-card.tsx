import { speaker, type Locale } from '#platform/locale.ts'
import { Icon, Link, Mark, Motif, Post, PromiseChip, dateInWords, useHere, type IconName } from '#platform/ui/ui.ts'
import { roleNames } from '#trust/audit/audit.ts'
import { messages as demoMessages, seenBy, type DemoPerson } from '#people/demo/demo.ts'
import { howLong, languageNames } from '#school/catalogue/catalogue.ts'
import { sights, type Living, type Sight } from './front-figures.ts'
import { messages } from './front-messages.ts'

/** A school in its own look: what it is, how its promises stand, what goes on in it, and who may be entered as. */
export function SchoolCard(living: Living) {
  const { site: { slug, address, policy, settings }, people, courses: [course, ...more] } = living
  const { locale, prefix } = useHere()
  const say = speaker(messages, locale)
  const seen = people.length ? sightsOf(living, locale) : []
  return (
    <article class="school" data-look={settings.theme} id={slug} aria-labelledby={`${slug}-name`}>
      <header class="poster">
        <p class="over"><Mark theme={settings.theme} size={36} /> <span>{address.host}</span></p>
        <h2 id={`${slug}-name`}><a href={address.origin + (prefix || '/')}>{policy.name[locale]}</a></h2>
        <p class="tagline">{settings.tagline[locale]}</p>
        <Motif theme={settings.theme} />
      </header>
      <div class="inside">
        <p class="chips"><Promises {...living} /></p>
        {course && (
          <p class="teaches">
            <a href={`${address.origin}${prefix}/courses/${course.slug}`}>{course.about.title[locale]}</a>
            <span class="quiet">{[howLong(course.minutes, locale), say('lessons', { count: course.lessons }), course.languages.map(language => languageNames[language]).join(', '), ...more.length ? [say('more-courses', { count: more.length })] : []].join(' · ')}</span>
          </p>
        )}
        {seen.length > 0 && (
          <section>
            <h3 id={`${slug}-now`}>{say('now')}</h3>
            <ul class="seen" aria-labelledby={`${slug}-now`}>{seen.map(each => <Seen {...each} slug={slug} people={people} />)}</ul>
          </section>
        )}
        {people.length > 0 ? (
          <section>
            <h3 id={`${slug}-people`}>{say('enter-as')}</h3>
            <ul class="faces" aria-labelledby={`${slug}-people`}>{people.map(person => <Face slug={slug} person={person} />)}</ul>
          </section>
        ) : <section><p>{say('first-person')}</p><p class="command"><code>npx senim person add --site {slug} --role operator</code></p></section>}
      </div>
    </article>
  )
}

function Promises({ site: { address }, states, looked }: Living) {
  const { locale, prefix } = useHere()
  const say = speaker(messages, locale)
  const to = `${address.origin}${prefix}/trust`
  if (!looked) return <PromiseChip state="unproven" note={say('first-check')} to={to} />
  return <><PromiseChip state="kept" note={say('of', states)} to={to} />{states.broken > 0 && <PromiseChip state="broken" note={String(states.broken)} to={to} />}</>
}

type Shown = { sight: Sight; icon: IconName; title: string; note: string }

/** What there is to see, the school's own choice first. */
function sightsOf({ site: { settings }, works, request, change, letters }: Living, locale: Locale): Shown[] {
  const say = speaker(messages, locale)
  const date = (at: Date, form: 'date' | 'short' = 'short') => dateInWords(at, locale, form, settings['time-zone'])
  const all: (Shown | undefined)[] = [
    works && { sight: 'works', icon: works.kind === 'photo' ? 'image' : works.kind === 'code' ? 'code' : 'file-text', title: say(`works-${works.kind}`, { count: works.count }), note: say('answer-by', { date: date(works.answerBy) }) },
    request && { sight: 'request', icon: 'clock', title: say(request.late ? 'request-late' : request.day > 0 ? 'request-day' : 'request-new', { number: request.number, day: request.day, days: request.days }), note: say('answer-by', { date: date(request.dueBy) }) },
    change && { sight: 'change', icon: 'calendar', title: say('change', { days: change.days }), note: say('change-from', { date: date(change.from, 'date') }) },
    letters > 0 ? { sight: 'letters', icon: 'mail', title: say('letters', { count: letters }), note: say('letters-more') } : undefined,
  ]
  return all.filter(each => each !== undefined).sort((one, other) => Number(other.sight === settings.look) - Number(one.sight === settings.look))
}

function Seen({ sight, icon, title, note, slug, people }: Shown & { slug: string; people: DemoPerson[] }) {
  const { locale } = useHere()
  const person = people.find(({ role }) => role === sights[sight])
  if (!person) return null
  return (
    <li>
      <Post to="/demo/enter">
        <input type="hidden" name="site" value={slug} /><input type="hidden" name="see" value={sight} />
        <button class="line">
          <Icon name={icon} />
          <span class="what"><strong>{title}</strong> <span class="quiet">{note}</span> <span class="quiet">{speaker(messages, locale)('as', { name: nameOf(person) })}</span></span>
          <Icon name="arrow-right" />
        </button>
      </Post>
    </li>
  )
}

/** Whoever is under age has somebody beside them, who comes in without an account. */
function Face({ slug, person }: { slug: string; person: DemoPerson }) {
  const { locale } = useHere()
  const { guardian } = person
  return (
    <>
      <Line slug={slug} person={person} name={person.name} role={roleNames[person.role][locale]} sees={demoMessages[seenBy(person)][locale]} />
      {guardian && <Line slug={slug} person={person} name={guardian.name} role={demoMessages['guardian-role'][locale]} sees={demoMessages['sees-guardian'][locale]} side="guardian" />}
    </>
  )
}

function Line({ slug, person, name, role, sees, side }: { slug: string; person: DemoPerson; name: DemoPerson['name']; role: string; sees: string; side?: 'guardian' }) {
  return (
    <li>
      <Post to="/demo/enter">
        <input type="hidden" name="site" value={slug} /><input type="hidden" name="key" value={person.key} />
        {side && <input type="hidden" name="side" value={side} />}
        <button class="line">
          <span class="initials" aria-hidden="true">{name.first[0]}{name.last[0]}</span>
          <span class="what"><span><strong>{nameOf({ name })}</strong> <span class="role">{role}</span></span> <span class="quiet">{sees}</span></span>
        </button>
      </Post>
    </li>
  )
}

const nameOf = ({ name: { first, last } }: Pick<DemoPerson, 'name'>) => `${first} ${last}`
