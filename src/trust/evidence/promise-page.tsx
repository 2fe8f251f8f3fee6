import { speaker, type Text } from '#platform/locale.ts'
import { Crumbs, DataTable, Facts, Link, Notice, Opening, PromiseChip, Time, useHere } from '#platform/ui/ui.ts'
import type { Policy, Version } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'
import type { Checked, Result } from './show-evidence.ts'

type Shown = { checked: Checked; results: Result[]; version: Version; chapter: { title: Text }; rule: unknown; responsible: Policy['operator']['responsible'] }

/** One promise: where it stands in the policy, how it is checked, what the last thirty checks found. */
export function PromisePage({ checked, results, version, chapter, rule, responsible }: Shown) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const { id, says, evidence, name } = checked
  return (
    <article class="document">
      <Crumbs label={say('back')} items={[{ to: '/trust', label: say('back') }]} />
      <Opening title={says[locale]} over={say('paragraph', { version: version.number, chapter: chapter.title[locale] })}>
        <PromiseChip state={evidence.state} {...checked.looked ? { at: evidence.checkedAt } : {}} />
      </Opening>
      {evidence.state === 'broken' && <Notice kind="bad"><p>{say('broken-note', { email: responsible.email })}</p></Notice>}
      <Facts items={[
        { name: say('figure'), value: evidence.figure[locale] },
        { name: say('how'), value: <>{say(evidence.kind)} <code>{name} {JSON.stringify(rule)}</code></> },
        { name: say('cannot-see'), value: say(`limit-${evidence.kind}`) },
        { name: say('responsible'), value: <>{responsible.name[locale]}, {responsible.duty[locale]}, <a href={`mailto:${responsible.email}`}>{responsible.email}</a></> },
      ]} />
      <p><Link to={`/privacy#${id}`}>{say('in-policy')}</Link></p>
      <section>
        <h2>{say('history')}</h2>
        <Strip results={results} label={say('results-number', { count: results.length })} />
        <p class="quiet">{say('oldest-left')}</p>
        <DataTable caption={say('history')} rows={results} columns={[
          { head: say('when'), cell: result => <Time at={result.checkedAt} as="moment" /> },
          { head: say('state'), cell: result => <PromiseChip state={result.state} /> },
          { head: say('figure'), cell: result => inWords(result.figure, locale) },
        ]} />
      </section>
    </article>
  )
}

const inWords = (figure: Text, locale: keyof Text) => figure[locale]

/** The oldest on the left; the table below says the same in words. */
const Strip = ({ results, label }: { results: Result[]; label: string }) =>
  <p class="strip" role="img" aria-label={label}>{results.toReversed().map(({ state }) => <span class={`cell ${state}`} />)}</p>
