import { speaker } from '#platform/locale.ts'
import { DataTable, Link, Notice, Opening, PromiseChip, Tag, ToWorkplace, useHere } from '#platform/ui/ui.ts'
import type { Compliance, Duty } from './compliance.ts'
import { messages } from './messages.ts'

/** For the privacy officer: each duty of the law with its evidence, and the ground of every kind of data and recipient. */
export function CompliancePage({ duties, data, recipients, ready }: Compliance) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  return (
    <article class="document">
      <ToWorkplace />
      <Opening title={say('compliance-title')} lead={say('compliance-lead')} />
      <Notice kind={ready ? 'ok' : 'bad'} title={say(ready ? 'compliance-ready' : 'compliance-not-ready')} />
      <DataTable caption={say('compliance-duties')} rows={duties} columns={[
        { head: say('act'), cell: ({ article }) => article[locale] },
        { head: say('what'), cell: ({ what }) => what[locale] },
        { head: say('state'), cell: duty => <StateOf duty={duty} missing={say('compliance-missing')} /> },
        { head: say('changed-promises'), cell: ({ promises }) => <ul>{promises.map(({ id, says }) => <li><Link to={`/trust/${id}`}>{says[locale]}</Link></li>)}</ul> },
      ]} />
      <DataTable caption={say('compliance-data')} rows={data} columns={[
        { head: say('what'), cell: ({ name }) => name[locale] },
        { head: say('basis'), cell: ({ ground }) => ground[locale] },
        { head: say('act'), cell: ({ article }) => article[locale] },
      ]} />
      <DataTable caption={say('part-recipients')} rows={recipients} empty={say('no-recipients')} columns={[
        { head: say('who'), cell: ({ name }) => name[locale] },
        { head: say('function'), cell: ({ ground }) => ground[locale] },
        { head: say('compliance-agreement'), cell: ({ article }) => article[locale] },
      ]} />
    </article>
  )
}

const StateOf = ({ duty: { state }, missing }: { duty: Duty; missing: string }) =>
  state === 'missing' ? <Tag kind="bad">{missing}</Tag> : <PromiseChip state={state} />
