import { speaker } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Actions, Button, Card, Facts, Link, Post, Time, type Here } from '#platform/ui/ui.ts'
import { consentForm, placeForm } from './forms.ts'
import type { Consent } from './gallery.ts'
import { messages } from './messages.ts'

type Part = { consent: Revealed<Consent> | undefined; course: string; here: Here }

/** The learner's side: a consent for this one work, asked with nothing ticked and taken back by one button in the same place. */
export function MyConsent({ consent, course, run, here }: Part & { run: string }) {
  const say = speaker(messages, here.locale)
  const to = `/learn/${run}/assignment`
  const gallery = <Link to={`/courses/${course}/works`}>{say('gallery')}</Link>
  if (consent && !consent.withdrawn_at) return (
    <Card id="gallery" title={say('consent-given')}>
      <blockquote class="said-words">{consent.statement}</blockquote>
      <Facts items={[
        { name: say('given-when'), value: <Time at={consent.given_at} as="moment" /> },
        { name: say('which-version'), value: String(consent.number) },
        { name: say('signed'), value: consent.signed || say('gallery-unsigned') },
        { name: say('stands'), value: consent.placed_at ? <>{say('stands-shown')} {gallery}</> : say('stands-waiting') },
      ]} />
      <Post to={`${to}/withdraw`}><Actions><Button kind="secondary">{say('withdraw')}</Button></Actions></Post>
    </Card>
  )
  return (
    <Card id="gallery" title={say('show-work')}>
      <p>{say('show-work-lead')} {gallery}</p>
      {consent?.withdrawn_at && <p class="quiet">{say('withdrawn-when')} <Time at={consent.withdrawn_at} as="moment" /></p>}
      <Post to={`${to}/consent`}><consentForm.Fields /><Actions><Button kind="secondary">{say('give-consent')}</Button></Actions></Post>
    </Card>
  )
}

/** The teacher's side: with a consent, a button; without, the reason why there is none. */
export function PlaceWork({ consent, course, work, here }: Part & { work: string }) {
  const say = speaker(messages, here.locale)
  if (!consent || consent.withdrawn_at) return <Card id="gallery" title={say('gallery')}><p>{say('no-consent-desk')}</p></Card>
  return (
    <Card id="gallery" title={say('gallery')}>
      <p>{say('consent-desk')} <Time at={consent.given_at} as="moment" />. <Link to={`/courses/${course}/works`}>{say('gallery')}</Link></p>
      <Post to={`/teach/submissions/${work}/gallery`}><placeForm.Fields values={{ place: consent.placed_at ? 'no' : 'yes' }} />
        <Actions><Button kind="secondary">{say(consent.placed_at ? 'take-down' : 'place')}</Button></Actions></Post>
    </Card>
  )
}
