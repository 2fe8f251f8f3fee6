import { speaker } from '#platform/locale.ts'
import { DataTable, type Here } from '#platform/ui/ui.ts'
import { withinText } from '#trust/law/law.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { channelName, ContactLink } from '#trust/publication/publication.ts'
import { messages } from './messages.ts'

type Contact = Policy['operator']['contacts'][number]

/** The channels of a school with their hours and the time of an answer; with `topics`, also what each is for. */
export function ChannelsTable({ contacts, caption, topics = false, here: { locale } }: { contacts: Contact[]; caption: string; topics?: boolean; here: Here }) {
  const say = speaker(messages, locale)
  return (
    <DataTable caption={caption} rows={contacts} columns={[
      { head: say('channel'), cell: ({ channel }) => channelName(channel, locale) },
      { head: say('address'), cell: contact => <ContactLink contact={contact} /> },
      ...topics ? [{ head: say('for-what'), cell: (contact: Contact) => contact.for.map(topic => say(`for-${topic}`)).join(', ') }] : [],
      { head: say('hours'), cell: ({ hours }) => hours[locale] },
      { head: say('answer-within'), cell: ({ answer }) => withinText(answer)[locale] },
    ]} />
  )
}
