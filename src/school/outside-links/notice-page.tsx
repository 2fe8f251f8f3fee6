import { speaker } from '#platform/locale.ts'
import type { Outside } from '#platform/outside-address.ts'
import { Actions, Button, Facts, Icon, Link, Notice, Opening, Reading, type Here } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'

/** What is said before somebody leaves: where to, whose rules apply there, what to look at. Nothing of the reader goes along. */
export function NoticePage({ link: { to, policy, tool, from, host }, here }: { link: Outside & { from: string; host: string }; here: Here }) {
  const say = speaker(messages, here.locale)
  const rel = 'noopener noreferrer external'
  return (
    <Reading>
      <Opening over={say('over')} title={say('title', { host })} lead={say('rules', { host })} />
      {tool && <Notice kind="warn" title={say('tool')}><p>{say('payments')}</p></Notice>}
      <Facts items={[
        { name: say('address'), value: <span class="address">{to}</span> },
        { name: say('policy'), value: <>{say('advice')} {policy ? <><Link to={policy} rel={rel}>{say('read-policy', { host: new URL(policy).host })}</Link>.</> : say('policy-unknown')}</> },
        { name: say('safety'), value: say('no-guarantee', { host }) },
        { name: say('answers'), value: say('disclaimer') },
        { name: say('your-data'), value: <>{say('check-data')} {!tool && say('payments')}</> },
        { name: say('from-us'), value: say('nothing-goes') },
      ]} />
      <Actions><Link to={to} class="button primary" rel={rel}><span>{say('go', { host })}</span><Icon name="external-link" /></Link><Button kind="secondary" to={from} icon="arrow-left">{say('stay')}</Button></Actions>
      <p class="quiet">{say('optional')}</p>
    </Reading>
  )
}
