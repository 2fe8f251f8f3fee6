import { speaker } from '#platform/locale.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { Actions, Button, Facts, Link, Opening, Post, Reading, type Here } from '#platform/ui/ui.ts'
import { VisitorForm } from '#school/contact/contact.ts'
import { ChannelsTable } from './channels-table.tsx'
import { messageForm } from './forms.ts'
import { messages } from './messages.ts'

/** Every channel of the manifest with its hours and the time of an answer. `term`: how long a visitor's message is kept, where the school takes one. */
export function ContactsPage({ operator, term, here }: { operator: Policy['operator']; term: string | undefined; here: Here }) {
  const say = speaker(messages, here.locale)
  const film = /^\/learn\/[a-z0-9-]+\/[a-z0-9-]+#[a-z0-9-]+$/.exec(here.query.video ?? '')?.[0]
  const begun = film && say('video-plays-not', { place: film })
  return (
    <>
      <Opening title={say('contacts')} lead={say('contacts-lead')} />
      <ChannelsTable contacts={operator.contacts} caption={say('channels')} topics here={here} />
      <section id="write">
        <h2>{say('write-to-us')}</h2>
        {here.actor.person
          ? <Post to="/contacts"><messageForm.Fields values={{ words: begun }} /><Actions><Button icon="send">{say('send-message')}</Button></Actions></Post>
          : term ? <VisitorForm term={term} words={begun} here={here} />
          : <><p>{say('write-signed-out')}</p><Actions><Button kind="secondary" to="/sign-in?next=/contacts">{say('sign-in')}</Button></Actions></>}
      </section>
      <section>
        <h2>{say('who-answers')}</h2>
        <Facts items={[
          { name: say('operator'), value: operator.name[here.locale] },
          { name: say('address'), value: operator.address[here.locale] },
          { name: say('responsible'), value: <>{operator.responsible.name[here.locale]}, {operator.responsible.duty[here.locale]}, <a href={`mailto:${operator.responsible.email}`}>{operator.responsible.email}</a></> },
        ]} />
        <p><Link to="/me/data">{say('my-rights')}</Link></p>
      </section>
    </>
  )
}
