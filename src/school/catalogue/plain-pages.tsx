import { speaker } from '#platform/locale.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { Facts, Link, Opening, type Here } from '#platform/ui/ui.ts'
import { messages as reportMessages } from '#people/child-reports/child-reports.ts'
import { EnquiryForm, type Asking } from '#people/support/support.ts'
import { ChannelsTable } from './channels-table.tsx'
import { messages } from './messages.ts'

/** Every channel of the manifest with its hours and the time of an answer, and the form, where the school takes enquiries. */
export function ContactsPage({ operator, asking, reports, here }: { operator: Policy['operator']; asking: Asking | undefined; reports: boolean; here: Here }) {
  const say = speaker(messages, here.locale)
  const film = /^\/learn\/[a-z0-9-]+\/[a-z0-9-]+#[a-z0-9-]+$/.exec(here.query.video ?? '')?.[0]
  const begun = film && say('video-plays-not', { place: film })
  return (
    <>
      <Opening title={say('contacts')} lead={say('contacts-lead')} />
      <ChannelsTable contacts={operator.contacts} caption={say('channels')} topics here={here} />
      <section id="write">
        <h2>{say('write-to-us')}</h2>
        {here.actor.person && <p><Link to="/me/enquiries">{say('my-enquiries')}</Link></p>}
        {asking ? <EnquiryForm asking={begun ? { ...asking, values: { ...asking.values, words: begun } } : asking} here={here} /> : <p>{say('write-by-channels')}</p>}
        {reports && <p><Link to="/minors/report">{reportMessages.link[here.locale]}</Link></p>}
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
