import { fill, speaker, type Text } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Actions, Button, DataTable, Link, Notice, Opening, Post, Tag, Time, type Here } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'
import { roleName, roleNames } from './role-names.ts'
import type { LogRow } from './show-log.ts'

const filters = ['act', 'role', 'outcome', 'subject', 'actor'] as const
const choices = { role: Object.entries(roleNames), outcome: [['done', messages['log-done']], ['refused', messages['log-refused']]] as [string, Text][] }

/** The end of an id: ids of people who came in the same minute begin alike. */
const brief = (id: string) => `…${id.slice(-8)}`

/** What is shown, of what, and until when it is kept; then the rows. Filters stand in the address, so a view can be kept and passed on. */
export function LogPage({ rows, next, here }: { rows: Revealed<LogRow[]>; next: number | null; here: Here }) {
  const say = speaker(messages, here.locale)
  const kept = filters.flatMap(name => here.query[name] ? [[name, here.query[name]] as [string, string]] : [])
  const named = (['actor', 'subject'] as const).filter(name => rows.length > 0 && here.query[name])
  const only = (name: string, value: string) => `/privacy-office/audit?${new URLSearchParams([...kept.filter(([each]) => each !== name), [name, value]])}`
  return (
    <>
      <Opening title={say('log-title')} lead={fill(messages['log-scope'], { school: here.school.name[here.locale] })[here.locale]} />
      <form method="get" action={`${here.prefix}/privacy-office/audit`} class="filters">
        {filters.map(name => (
          <div class="field">
            <label for={`filter-${name}`}>{say(`log-${name}`)}</label>
            {name in choices
              ? <select id={`filter-${name}`} name={name}>
                  <option value="">{say('log-any')}</option>
                  {choices[name as keyof typeof choices].map(([value, label]) => <option value={value} selected={here.query[name] === value}>{label[here.locale]}</option>)}
                </select>
              : <input id={`filter-${name}`} name={name} value={here.query[name] ?? ''} autocomplete="off" />}
          </div>
        ))}
        <Actions><Button kind="secondary">{say('log-filter')}</Button>{kept.length > 0 && <Link to="/privacy-office/audit">{say('log-all')}</Link>}</Actions>
      </form>
      <Post to="/privacy-office/audit/verify"><Button>{say('log-verify')}</Button></Post>
      {named.length > 0 && <ul>{named.map(name => <li><Link to={`/office/people/${here.query[name]}`}>{say(`log-card-${name}`)}</Link></li>)}</ul>}
      <DataTable caption={say('log-caption')} rows={rows} empty={say('log-empty')} columns={[
        { head: say('log-at'), cell: row => <Time at={row.at} as="moment" /> },
        { head: say('log-who'), cell: row => row.actor ? <Link to={only('actor', row.actor)}><code>{brief(row.actor)}</code></Link> : '' },
        { head: say('log-role'), cell: row => <Link to={only('role', row.role)}>{roleName(row.role, here.locale)}</Link> },
        { head: say('log-act'), cell: row => <Link to={only('act', row.act)}><code>{row.act}</code></Link> },
        { head: say('log-whose'), cell: row => row.subject ? <Link to={only('subject', row.subject)}><code>{brief(row.subject)}</code></Link> : '' },
        { head: say('log-details'), cell: row => row.details ?? '' },
        { head: say('log-purpose'), cell: row => row.purpose ?? '' },
        { head: say('log-outcome'), cell: row => <Tag>{say(row.outcome === 'refused' ? 'log-refused' : 'log-done')}</Tag> },
        { head: say('log-sealed'), cell: row => say(row.sealed ? 'log-in-tree' : 'log-waiting') },
      ]} />
      {next !== null && <p><Link to={only('before', String(next))}>{say('log-earlier')}</Link></p>}
    </>
  )
}

export type ShownVerdict = { id: string; at: Date; intact: boolean; entries: number; checkpoints: number; unsealed: number; fault_at: number | null; fault: string | null }

/** What was recomputed, against what, and where the first fault is; the last one in words, the earlier ones in a table. */
export function VerdictPage({ verdicts, here }: { verdicts: ShownVerdict[]; here: Here }) {
  const say = speaker(messages, here.locale)
  const words = (verdict: ShownVerdict) => fill(messages[verdict.intact ? 'verify-intact' : 'verify-broken'], { entries: verdict.entries, checkpoints: verdict.checkpoints, at: verdict.fault_at ?? 0, unsealed: verdict.unsealed })[here.locale]
  const [last] = verdicts
  return (
    <>
      <Opening title={say('verify-title')} lead={say('verify-lead')} />
      {last && <Notice kind={last.intact ? 'ok' : 'bad'} title={words(last)}>{last.fault && <p>{say(`fault-${last.fault}` as 'fault-entry-changed')}</p>}</Notice>}
      <DataTable caption={say('verify-earlier')} rows={verdicts} empty={say('verify-none')} columns={[
        { head: say('log-at'), cell: verdict => <Time at={verdict.at} as="moment" /> },
        { head: say('verify-result'), cell: words },
      ]} />
      <Actions><Post to="/privacy-office/audit/verify"><Button>{say('log-verify')}</Button></Post><Button kind="secondary" to="/privacy-office/audit">{say('log-title')}</Button></Actions>
    </>
  )
}
