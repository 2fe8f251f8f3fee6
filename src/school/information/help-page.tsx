import { speaker } from '#platform/locale.ts'
import { Actions, Button, Link, Opening, Reading, type Here } from '#platform/ui/ui.ts'
import { withinText } from '#trust/law/law.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'

const questions = ['begin', 'progress', 'test', 'review', 'certificate', 'data', 'leave'] as const
const places = { begin: '/courses', review: '/terms#courses', certificate: '/certificates', data: '/me/data' } as const

/** Short answers to what is asked first, each with the way on; last the people who answer the rest. */
export function HelpPage({ contacts, here }: { contacts: Policy['operator']['contacts']; here: Here }) {
  const say = speaker(messages, here.locale)
  const [first] = contacts
  return (
    <Reading>
      <Opening title={say('help')} lead={say('help-lead')} />
      {questions.map(question => (
        <section id={question}>
          <h2>{say(`help-${question}`)}</h2>
          <p>{say(`help-${question}-answer`)}</p>
          {question in places && <p><Link to={places[question as 'begin']}>{say(`help-to-${question as 'begin'}`)}</Link></p>}
        </section>
      ))}
      <section id="people">
        <h2>{say('help-not-here')}</h2>
        {first && <p>{say('help-answered', { within: withinText(first.answer, 'genitive')[here.locale] })}</p>}
        <Actions><Button to="/contacts">{say('help-contacts')}</Button><Button kind="secondary" to="/trust">{say('see-promises')}</Button></Actions>
      </section>
    </Reading>
  )
}
