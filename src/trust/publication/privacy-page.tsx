import { speaker } from '#platform/locale.ts'
import { Actions, Button, Link, Notice, Opening, Reading, SealExplained, Time, useHere } from '#platform/ui/ui.ts'
import { ChapterSection } from './chapter-section.tsx'
import { CollectedSection, ProtectedSection, UsedSection } from './data-sections.tsx'
import { CookiesSection, RecipientsSection } from './list-sections.tsx'
import { messages } from './messages.ts'
import { AgeSection, ContactsSection, LawSection, RegistrationSection, RightsSection } from './rights-sections.tsx'
import type { ShownPolicy } from './show-policy.ts'

/** The policy of a school, all of it made from the manifest: what stands here is what the software does. */
export function PrivacyPage({ published, standing, states, coming, kept, current }: ShownPolicy) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const law = <LawSection published={published} />
  return (
    <article class="document policy">
      <Opening title={say('title')}>
        <p class="version"><strong>{say('from')} <Time at={standing.inForceFrom} as="moment" /></strong> <span>{say('version', { number: standing.number })}</span> <Link to="/privacy/versions">{say('archive')}</Link></p>
        <SealExplained of={published.seal} label={say('seal')} />
        <p class="quiet">{say('seal')} <code>{published.seal.slice(0, 16)}</code></p>
        {!current && <Notice kind="warn"><p>{say(standing.withdrawnAt ? 'withdrawn-never' : 'not-current')} <Link to="/privacy">{say('to-current')}</Link></p></Notice>}
        {current && coming.map(next => (
          <Notice kind="info" title={say('coming-title')}>
            <p>{next.published.change?.summary[locale]}</p>
            <p>{say('will-apply')} <Time at={next.inForceFrom} as="moment" /> · <Link to={`/privacy/versions/${next.number}`}>{say('read-coming')}</Link> · <Link to={`/privacy/versions?from=${standing.number}&to=${next.number}`}>{say('what-changes')}</Link></p>
          </Notice>
        ))}
        <p class="lead">{say('lead')}</p>
      </Opening>
      <Reading>
        <section id="part-summary"><h2>{say('summary')}</h2><ol>{published.summary.map(line => <li>{line[locale]}</li>)}</ol></section>
        <Contents published={published} />
        {published.chapters.map(chapter => <ChapterSection chapter={chapter} states={states} version={standing.number} />)}
        <CollectedSection published={published} />
        <UsedSection published={published} />
        <ProtectedSection published={published} kept={kept} />
        <RecipientsSection published={published} />
        <CookiesSection published={published} />
        <RegistrationSection published={published} />
        <AgeSection published={published} />
        <RightsSection published={published} />
        {law}
        <section id="part-caution"><Notice kind="warn" title={say('caution-title')}><p>{say('caution')}</p></Notice></section>
        <ContactsSection published={published} version={standing.number} />
        <Start version={standing.number} />
      </Reading>
    </article>
  )
}

function Contents({ published }: Pick<ShownPolicy, 'published'>) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const fixed = ['collected', 'used', 'protected', 'recipients', 'cookies', 'registration', 'age', 'rights', 'law', 'caution', 'contacts'] as const
  return (
    <nav class="contents" aria-label={say('contents')}>
      <h2>{say('contents')}</h2>
      <ol>
        {published.chapters.map(({ id, title }) => <li><a href={`#${id}`}>{title[locale]}</a></li>)}
        {fixed.map(id => <li><a href={`#part-${id}`}>{say(`part-${id}`)}</a></li>)}
      </ol>
    </nav>
  )
}

function Start({ version }: { version: number }) {
  const { locale, actor } = useHere()
  const say = speaker(messages, locale)
  return (
    <section id="part-start">
      <p>{say('start-text')}</p>
      <Actions>
        {!actor.person && <Button to={`/sign-up?policy=${version}`}>{say('start')}</Button>}
        <Button kind="secondary" to="/">{say('home')}</Button>
      </Actions>
    </section>
  )
}
