import { speaker } from '#platform/locale.ts'
import { Button, DataTable, Diff, Link, Opening, Tag, Time, useHere } from '#platform/ui/ui.ts'
import type { Change } from './changes.ts'
import { differencesIn } from './differences.tsx'
import { messages } from './messages.ts'
import { VersionState } from './version-state.tsx'
import type { PublishedVersion } from './versions.ts'

type Shown = { versions: PublishedVersion[]; current: number | undefined; from: number; to: number; changes: Change[]; now: Date }

/** The archive: every version, and what is different between any two. */
export function VersionsPage({ versions, current, from, to, changes, now }: Shown) {
  const { locale, prefix } = useHere()
  const say = speaker(messages, locale)
  return (
    <article class="document">
      <Opening title={say('versions-title')} lead={say('versions-lead')} />
      <DataTable caption={say('versions-title')} rows={versions.toReversed()} columns={[
        { head: say('version-number'), cell: ({ number }) => <Link to={`/privacy/versions/${number}`}>{say('version', { number })}</Link> },
        { head: say('from'), cell: ({ inForceFrom }) => <Time at={inForceFrom} as="moment" /> },
        { head: say('announced-on'), cell: ({ announcedAt }) => <Time at={announcedAt} as="moment" /> },
        { head: say('state'), cell: version => <VersionState of={version} current={current} /> },
        { head: say('reason'), cell: ({ reason, published }) => <>{say(`reason-${reason}`)}{published.change && <>. {published.change.summary[locale]}</>}</> },
      ]} />
      {versions.length > 1 && (
        <section id="difference">
          <h2>{say('difference', { from, to })}</h2>
          <form method="get" action={`${prefix}/privacy/versions`} class="inline">
            <Choose name="from" value={from} versions={versions} label={say('compare-from')} />
            <Choose name="to" value={to} versions={versions} label={say('compare-to')} />
            <Button kind="secondary">{say('compare')}</Button>
          </form>
          {changes.length ? <Diff items={differencesIn(changes)} /> : <p>{say('no-difference')}</p>}
        </section>
      )}
    </article>
  )
}

function Choose({ name, value, versions, label }: { name: string; value: number; versions: PublishedVersion[]; label: string }) {
  return (
    <label>{label} <select name={name}>{versions.map(({ number }) => <option value={number} selected={number === value}>{number}</option>)}</select></label>
  )
}
