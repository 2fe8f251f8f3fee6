import { speaker } from '#platform/locale.ts'
import { Opening, Reading, type Here } from '#platform/ui/ui.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { ChannelsTable } from '#school/catalogue/catalogue.ts'
import { messages } from './messages.ts'

const tried = ['axe', 'narrow', 'keys', 'script', 'colour', 'figures'] as const
const limits = ['people', 'voice', 'marks', 'code'] as const

/** The standard, how it is tried, what still fails, and who answers until when. */
export function AccessibilityPage({ contacts, here }: { contacts: Policy['operator']['contacts']; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('accessibility')} lead={say('accessibility-lead')} />
      <section id="standard"><h2>{say('accessibility-standard')}</h2><p>{say('accessibility-standard-text')}</p></section>
      <section id="tried"><h2>{say('accessibility-tried')}</h2><ul>{tried.map(each => <li>{say(`accessibility-tried-${each}`)}</li>)}</ul></section>
      <section id="limits"><h2>{say('accessibility-limits')}</h2><ul>{limits.map(each => <li>{say(`accessibility-limits-${each}`)}</li>)}</ul></section>
      <section id="report">
        <h2>{say('accessibility-report')}</h2>
        <p>{say('accessibility-report-text')}</p>
        <ChannelsTable contacts={contacts} caption={say('accessibility-channels')} here={here} />
      </section>
    </Reading>
  )
}
