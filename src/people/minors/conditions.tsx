import { speaker, type Text } from '#platform/locale.ts'
import { Card, Link, Time, type Here } from '#platform/ui/ui.ts'
import type { Context } from '#trust/audit/audit.ts'
import { takesMinors } from './guardianships.ts'
import { messages } from './messages.ts'

/** What applies to minors in this school, as its manifest says, with the version it stands in. */
export type Conditions = { from: number; lines: Text[]; version: number; since: Date }

/** Undefined where the school takes no minors. */
export function conditionsOf({ policy }: Pick<Context, 'policy'>): Conditions | undefined {
  const { age, version } = policy
  return age === 'none' || !takesMinors(policy) ? undefined : { from: age.from, lines: age.conditions ?? [], version: version.number, since: version.inForceFrom }
}

/** The school's own sentences, then what is off by itself: for a child to read before anything is asked. */
export function ConditionsCard({ conditions: { from, lines, version, since }, here }: { conditions: Conditions; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Card id="conditions" title={say('conditions', { from })}>
      <ul>{[...lines.map(line => line[here.locale]), say('guardian-sees'), say('off-consents'), say('off-following')].map(line => <li>{line}</li>)}</ul>
      <p class="quiet">{say('conditions-version', { version })} <Time at={since} as="date" />. <Link to={`/privacy/versions/${version}`}>{say('policy')}</Link></p>
    </Card>
  )
}
