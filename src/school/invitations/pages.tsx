import { speaker, type Locale, type Text } from '#platform/locale.ts'
import { Actions, Button, Crumbs, DataTable, form, Link, Notice, Opening, Post, Reading, Time, ToWorkplace, type Here } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'
import { Invitation } from './write-invitation.ts'

type Words = Record<Locale, string>
type Written = Words & { id: string; consent: string; written_at: Date; sent_at: Date | null; told: number }

export const invitationForm = form(Invitation, { consent: { type: 'select' }, ru: { type: 'textarea', rows: 4 }, kk: { type: 'textarea', rows: 4 }, en: { type: 'textarea', rows: 4 } }, messages)

export function InvitationsPage({ shown: { consents, written }, here }: { shown: { consents: { id: string; title: Text }[]; written: Written[] }; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  return (
    <Reading>
      <ToWorkplace />
      <Opening title={say('title')} lead={say('lead')} />
      {consents.length === 0 ? <Notice><p>{say('none')}</p></Notice> : (
        <Post to="/office/invitations">
          <invitationForm.Fields here={here} values={{ consent: consents[0]!.id }} options={{ consent: consents.map(({ id, title }) => ({ value: id, label: title[locale] })) }} />
          <Actions><Button icon="send">{say('write')}</Button></Actions>
        </Post>
      )}
      <DataTable caption={say('written')} rows={written} empty={say('nothing')} columns={[
        { head: say('when'), cell: ({ written_at }) => <Time at={written_at} as="moment" /> },
        { head: say('words'), cell: row => row[locale] },
        { head: say('told'), cell: ({ sent_at, told }) => sent_at ? told : say('waits') },
      ]} />
    </Reading>
  )
}

export function InvitationPage({ shown, here }: { shown: Words & { consent: string; sent_at: Date | null }; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Crumbs label={say('title')} items={[{ to: '/notices', label: say('title') }]} />
      <Opening title={say('title')} over={shown.sent_at && <Time at={shown.sent_at} />} />
      {shown[here.locale].split('\n').map(line => <p>{line}</p>)}
      <p class="quiet">{say('why-you')} <Link to={`/me/consents/${shown.consent}`}>{say('withdraw')}</Link></p>
    </Reading>
  )
}
