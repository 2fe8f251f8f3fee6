import { speaker, type Text } from '#platform/locale.ts'
import { Actions, Button, Card, Link, Opening, Post, Reading, type FieldsProps, type Here, type Html } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'

export type Asked = { Fields: (props: FieldsProps) => Html; within: Text; mailbox: string | undefined }

/** What happens with a report, before anything is typed. */
export function ReportPage({ asked: { Fields, within, mailbox }, here }: { asked: Asked; here: Here }) {
  const say = speaker(messages, here.locale)
  const subject = say('letter-subject')
  return (
    <Reading>
      <Opening title={say('title')} lead={say('lead')} />
      <Card title={say('what-happens')}><ul><li>{say('then-closed')}</li><li>{say('then-looked')}</li><li>{say('then-told', { within: within[here.locale] })}</li></ul></Card>
      <Post to="/minors/report" class="enquiry">
        <Fields here={here} />
        <p class="quiet">{say('consent')} <Link to="/privacy">{say('policy')}</Link></p>
        <Actions><Button icon="send">{say('send')}</Button></Actions>
      </Post>
      {mailbox && <p class="quiet"><a href={`mailto:${mailbox}?subject=${encodeURIComponent(subject)}`}>{say('by-letter', { address: mailbox, subject })}</a></p>}
    </Reading>
  )
}
