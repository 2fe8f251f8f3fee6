import { speaker } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Actions, Button, Crumbs, Facts, Link, Notice, Opening, Post, Reading, Tag, Time, type Here } from '#platform/ui/ui.ts'
import { actName, detailsInWords, thingInWords } from './acts.ts'
import { brief } from './log-page.tsx'
import { messages } from './messages.ts'
import { purposeName } from './purposes.ts'
import { roleName } from './role-names.ts'
import type { Entry, Neighbour } from './show-entry.ts'

/** One entry whole: what happened, and where it stands between what was sealed before it and after it. */
export function EntryPage({ entry: { row, chain, checkpoint }, here }: { entry: Revealed<Entry>; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const person = (id: string | null, otherwise: 'log-no-account' | 'log-nobody') => id ? <Link to={`/office/people/${id}`}><code class="id">{brief(id)}</code></Link> : say(otherwise)
  return (
    <Reading>
      <Crumbs label={say('log-title')} items={[{ to: '/privacy-office/audit', label: say('log-title') }]} />
      <Opening over={say('entry-number', { number: row.number })} title={capital(actName(row.act, locale))} />
      <Facts items={[
        { name: say('log-at'), value: <Time at={row.at} as="moment" /> },
        { name: say('log-role'), value: roleName(row.role, locale) },
        { name: say('log-who'), value: person(row.actor, 'log-no-account') },
        { name: say('log-whose'), value: person(row.subject, 'log-nobody') },
        ...row.thing ? [{ name: say('log-thing'), value: thingInWords(row.thing, locale) }] : [],
        { name: say('log-outcome'), value: <Tag kind={row.outcome === 'refused' ? 'bad' : 'ok'}>{say(row.outcome === 'refused' ? 'log-refused' : 'log-done')}</Tag> },
        ...row.purpose ? [{ name: say('log-purpose'), value: purposeName(row.purpose, locale) }] : [],
        ...row.details ? [{ name: say('log-details'), value: detailsInWords(row.details, locale) }] : [],
        { name: say('entry-code'), value: <code>{row.act}</code> },
      ]} />
      <p class="quiet">{say('entry-keeps')}</p>
      <h2>{say('entry-chain')}</h2>
      {!chain ? <Notice><p>{say('entry-waits')}</p></Notice> : <>
        <Notice kind={chain.same ? 'ok' : 'bad'} title={say(chain.same ? 'entry-same' : 'entry-differs')} />
        <Facts items={[
          { name: say('entry-position'), value: <Hash of={chain.own} /> },
          { name: say('entry-before'), value: chain.before ? <Hash of={chain.before} /> : say('entry-first') },
          { name: say('entry-after'), value: chain.after ? <Hash of={chain.after} /> : say('entry-last') },
          ...checkpoint ? [{ name: say('entry-checkpoint', { size: checkpoint.size }), value: <><Time at={checkpoint.at} as="moment" /><br /><code class="hash">{checkpoint.root}</code></> }] : [],
        ]} />
      </>}
      <Post to="/privacy-office/audit/verify"><Actions><Button kind="secondary" icon="shield-check">{say('log-verify')}</Button></Actions></Post>
    </Reading>
  )
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1)

const Hash = ({ of: { position, hash } }: { of: Neighbour }) => <>№ {position + 1}<br /><code class="hash">{hash}</code></>
