import { speaker } from '#platform/locale.ts'
import { Actions, Button, dateInWords, Link, Notice, Post, type Here } from '#platform/ui/ui.ts'
import type { Asking } from './asking.ts'
import { messages } from './messages.ts'

/** The form by which one writes to the school; signed in it asks for no name and no address. */
export function EnquiryForm({ asking: { Fields, mails, within, kept, clause, values, times }, here }: { asking: Asking; here: Here }) {
  const { locale, actor } = here
  const say = speaker(messages, locale)
  return (
    <Post to={actor.person ? '/me/enquiries' : '/contacts'} class="enquiry">
      {clause && <Notice title={say('about-clause', { number: clause.number, version: clause.version })}><p>{clause.says[locale]}</p></Notice>}
      <Fields here={here} values={values} options={{ wished: timeOptions(times, here) }} />
      {!actor.person && !mails && <p class="quiet">{say('no-address')}</p>}
      <p>{say(mails ? 'answer-by-mail' : 'answer-here', { within: within[locale] })}</p>
      <p class="quiet">{say(actor.person ? 'kept' : 'consent', { for: kept[locale] })} <Link to="/privacy">{say('policy')}</Link></p>
      {!actor.person && <p><Link to="/contacts/data">{say('claim-ask')}</Link></p>}
      <Actions><Button icon="send">{say('send')}</Button></Actions>
    </Post>
  )
}

/** Times to choose from, in words and with the zone. */
export const timeOptions = (times: Date[], { locale, actor, school }: Here) =>
  [{ value: '', label: '—' }, ...times.map(time => ({ value: time.toISOString(), label: dateInWords(time, locale, 'moment', actor.zone ?? school.zone) }))]
