import { fill, speaker } from '#platform/locale.ts'
import { Actions, Button, Link, Post, type Here } from '#platform/ui/ui.ts'
import { durationText } from '#trust/law/law.ts'
import { sendPath } from './controls.ts'
import { visitorForm } from './forms.ts'
import { messages } from './messages.ts'

/** `term`: how long a message is kept, as an ISO duration; `words`: what is written in the message already. */
export function VisitorForm({ term, words, here }: { term: string; words?: string | undefined; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Post to={sendPath}>
      <visitorForm.Fields values={{ words }} />
      <p>{fill(messages.consent, { for: durationText(term)[here.locale] })[here.locale]} <Link to="/privacy">{say('policy')}</Link></p>
      <Actions><Button icon="send">{say('send')}</Button></Actions>
    </Post>
  )
}
