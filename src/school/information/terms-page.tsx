import { speaker, type Text } from '#platform/locale.ts'
import { DataTable, Facts, Link, Notice, Opening, Reading, Time, useHere, type Here } from '#platform/ui/ui.ts'
import { lawProfile, withinText } from '#trust/law/law.ts'
import { messages } from './messages.ts'
import type { TermsShown } from './show-terms.ts'

type Shown = { shown: TermsShown }

/** What school and learner owe each other. Every figure comes from the manifest, the courses or the law: none is written here. */
export function TermsPage({ shown, here }: Shown & { here: Here }) {
  const say = speaker(messages, here.locale)
  const { version } = shown
  return (
    <article class="document">
      <Opening title={say('terms')} lead={say('terms-lead')}>
        <p class="quiet">{say('terms-version', { number: version.number })} <Time at={version.inForceFrom} /></p>
      </Opening>
      <Reading>
        <Notice kind="info" title={say('terms-draft')}><p>{say('terms-draft-why')}</p></Notice>
        <Parties shown={shown} />
        <Said id="school" title="terms-school" lines={['terms-school-open', 'terms-school-same', 'terms-school-review', 'terms-school-answer', 'terms-school-quiet']} />
        <Said id="learner" title="terms-learner" lines={['terms-learner-own', 'terms-learner-key', 'terms-learner-others', 'terms-learner-rights']} />
        <Courses shown={shown} />
        <Said id="certificate" title="terms-certificate" lines={['terms-certificate-when', 'terms-certificate-name', 'terms-certificate-check', 'terms-certificate-not', 'terms-certificate-back']} />
        <Said id="price" title="terms-price" lines={['terms-price-free', 'terms-price-later']} />
        <Said id="works" title="terms-works" lines={['terms-works-yours', 'terms-works-seen', 'terms-works-material']} />
        <Said id="leave" title="terms-leave" lines={['terms-leave-course', 'terms-leave-school', 'terms-leave-certificate', 'terms-leave-pause']} />
        <Law shown={shown} />
        <section id="changes"><h2>{say('terms-changes')}</h2><p>{say('terms-changes-how')} <Link to="/privacy/versions">{say('terms-versions')}</Link></p></section>
      </Reading>
    </article>
  )
}

type Key = keyof typeof messages

function Said({ id, title, lines }: { id: string; title: Key; lines: Key[] }) {
  const say = speaker(messages, useHere().locale)
  return <section id={id}><h2>{say(title)}</h2><ul>{lines.map(line => <li>{say(line)}</li>)}</ul></section>
}

function Parties({ shown: { operator, age } }: Shown) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const from = age === 'none' ? say('terms-age-none') : age['guardian-from'] === undefined ? say('terms-age-from', { from: age.from }) : say('terms-age-guardian', { from: age.from, guardian: age['guardian-from'] })
  return (
    <section id="parties">
      <h2>{say('terms-parties')}</h2>
      <p>{say('terms-when')}</p>
      <Facts items={[
        { name: say('terms-operator'), value: operator.name[locale] },
        { name: say('terms-bin'), value: operator.bin },
        { name: say('terms-address'), value: operator.address[locale] },
        { name: say('terms-age'), value: <>{from}{age !== 'none' && <> <span class="quiet">{age.why[locale]}</span></>}</> },
      ]} />
    </section>
  )
}

function Courses({ shown: { courses } }: Shown) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  if (!courses.length) return null
  return (
    <section id="courses">
      <h2>{say('terms-courses')}</h2>
      <DataTable caption={say('terms-courses-caption')} rows={courses} columns={[
        { head: say('terms-course'), cell: ({ slug, about }) => <Link to={`/courses/${slug}`}>{about.title[locale]}</Link> },
        { head: say('terms-lessons'), cell: ({ about, lessons }) => say('terms-of', { some: Math.ceil(lessons * about.completion.lessons / 100), all: lessons }) },
        { head: say('terms-test'), cell: ({ about: { completion, test } }) => completion.test ? say('terms-test-rule', { pass: test.pass, attempts: test.attempts }) : say('terms-not-needed') },
        { head: say('terms-work'), cell: ({ about: { completion, assignment } }) => completion.assignment ? say('terms-work-rule', { pass: assignment.pass, attempts: assignment.attempts }) : say('terms-not-needed') },
        { head: say('terms-review'), cell: ({ reviewDays }) => reviewDays === null ? say('terms-closed') : withinText({ 'working-days': reviewDays })[locale] },
        { head: say('terms-licence'), cell: ({ about }) => about.licence },
      ]} />
    </section>
  )
}

function Law({ shown: { law, operator } }: Shown) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const { name, contract, dispute } = lawProfile(law)
  const written = operator.contacts.find(({ channel }) => channel === 'e-mail')
  const within: Text | undefined = written && withinText(written.answer, 'genitive')
  return (
    <section id="law">
      <h2>{say('terms-law')}</h2>
      <p>{say('terms-law-of', { country: name[locale] })}</p>
      <ul>{contract.map(({ what, article }) => <li>{what[locale]} <span class="quiet">{article[locale]}</span></li>)}</ul>
      <h3>{say('terms-dispute')}</h3>
      {within && <p>{say('terms-dispute-within', { within: within[locale] })} <Link to="/contacts">{say('terms-contacts')}</Link></p>}
      <ol>{dispute.slice(1).map(step => <li>{step[locale]}</li>)}</ol>
    </section>
  )
}
