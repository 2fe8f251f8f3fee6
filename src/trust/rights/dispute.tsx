import { speaker } from '#platform/locale.ts'
import { Actions, Button, Facts, OutsideLink, type Here } from '#platform/ui/ui.ts'
import { lawProfile } from '#trust/law/law.ts'
import { messages } from './messages.ts'

/** Where one can turn when an answer does not satisfy: the steps of the law, with addresses, and the papers to take along. */
export function Dispute({ law, responsible, here }: { law: string; responsible: { name: string; email: string }; here: Here }) {
  const say = speaker(messages, here.locale)
  const { authority, dispute } = lawProfile(law)
  const outward = (url: string) => <OutsideLink to={url}>{new URL(url).host}</OutsideLink>
  return (
    <section id="complaint">
      <h2>{say('dispute-head')}</h2>
      <ol>{dispute.map(step => <li>{step[here.locale]}</li>)}</ol>
      <Facts items={[
        { name: say('dispute-school'), value: <>{responsible.name}, <a href={`mailto:${responsible.email}`}>{responsible.email}</a></> },
        { name: say('dispute-authority'), value: <>{authority.name[here.locale]}, {authority.address[here.locale]}. {outward(authority.site)}, {outward(authority.appeals)}</> },
      ]} />
      <p>{say('file-text')}</p>
      <Actions><Button to="/me/data/case-file" kind="secondary" icon="download">{say('file-take')}</Button></Actions>
    </section>
  )
}
