import { fill, speaker, type Text } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Actions, Button, DataTable, Disclosure, EmptyState, Icon, Link, Opening, Post, Tag, Time, ToWorkplace, type Here } from '#platform/ui/ui.ts'
import { actGroups, actName, tellsWhy, thingInWords } from './acts.ts'
import { filterInWords, placeOf } from './chosen-filters.tsx'
import { dropForm, viewForm } from './export/export-page.tsx'
import { filterNames, filtersIn, withoutWrong, wrongIn, type FilterName as Filter } from './filters.ts'
import { messages } from './messages.ts'
import { purposeName } from './purposes.ts'
import { roleName, roleNames } from './role-names.ts'
import type { Alarm, Log, LogRow } from './show-log.ts'

type Row = Revealed<LogRow>

/** The end of an id: ids of people who came in the same minute begin alike. */
export const brief = (id: string) => `…${id.slice(-8)}`

const chosen = (here: Here) => Object.entries(filtersIn(withoutWrong(here.query))) as [Filter, string][]
const at = (pairs: [string, string][], place?: string) => placeOf(Object.fromEntries(pairs), place)

/** What is shown, of what, and until when it is kept; then the rows. Filters stand in the address, so a view can be kept and passed on. */
export function LogPage({ log: { rows, next, alarm, views }, here }: { log: Revealed<Log>; here: Here }) {
  const say = speaker(messages, here.locale)
  const kept = chosen(here)
  const only = (name: Filter | 'before', value: string) => at([...kept.filter(([each]) => each !== name), [name, value]])
  return (
    <>
      {alarm && <AlarmBand alarm={alarm} here={here} />}
      <ToWorkplace />
      <Opening title={say('log-title')} lead={fill(messages['log-scope'], { school: here.school.name[here.locale] })[here.locale]} />
      <Views here={here} />
      {views.length > 0 && <OwnViews views={views} here={here} />}
      <div class="narrowing"><Disclosure summary={say('log-filters')} open={wrongIn(here.query).length > 0}><Filters here={here} /></Disclosure></div>
      <Chosen kept={kept} here={here} />
      {kept.length > 0 && <Disclosure summary={say('view-keep')} open={here.failed !== undefined}><Post to={at(kept, '/privacy-office/audit/views')}><viewForm.Fields here={here} values={Object.fromEntries(kept)} /><Actions><Button kind="secondary">{say('view-keep')}</Button></Actions></Post></Disclosure>}
      {rows.length === 0
        ? <EmptyState title={say('log-none')} action={kept.length > 0 ? <Button kind="secondary" to={at(kept.slice(0, -1))}>{say('log-widen')}</Button> : undefined}><p>{say('log-empty')}</p></EmptyState>
        : <DataTable caption={say('log-caption', { zone: here.actor.zone ?? here.school.zone ?? 'Asia/Almaty' })} rows={rows} columns={[
            { head: say('log-at'), cell: row => <Link to={`/privacy-office/audit/${row.id}`}><Time at={row.at} as="short" /></Link> },
            { head: say('log-who'), cell: row => <Who row={row} only={only} here={here} /> },
            { head: say('log-act'), cell: row => <><Link to={only('act', row.act)}>{actName(row.act, here.locale)}</Link>{row.outcome === 'refused' && <> <Tag kind={isProbe(row) ? 'plain' : 'bad'} icon="ban">{say('log-refused')}</Tag></>}</> },
            { head: say('log-whose-or-what'), cell: row => row.subject ? <Link to={only('subject', row.subject)}><code class="id">{brief(row.subject)}</code></Link> : row.thing ? thingInWords(row.thing, here.locale) : say('log-nobody') },
            { head: say('log-reason'), cell: row => [row.purpose && purposeName(row.purpose, here.locale), tellsWhy(row.act) && row.details].filter(Boolean).join(': ') },
            { head: say('entry-chain'), cell: row => row.position === null ? say('log-waiting') : `№ ${row.position + 1}` },
          ]} />}
      {next !== null && <Actions><Button kind="secondary" to={only('before', String(next))} icon="arrow-right">{say('log-earlier')}</Button></Actions>}
      <Actions>
        <Button kind="secondary" icon="download" to={at(kept, '/privacy-office/audit/export')}>{say('export-view')}</Button>
        <Post to="/privacy-office/audit/verify"><Button kind="secondary" icon="shield-check">{say('log-verify')}</Button></Post>
      </Actions>
    </>
  )
}

/** Refusals of visitors are not written down, so one without a person is our own try at what is forbidden. */
const isProbe = ({ actor, role, outcome }: Row) => actor === null && role === 'visitor' && outcome === 'refused'

function Who({ row, only, here: { locale } }: { row: Row; only: (name: Filter, value: string) => string; here: Here }) {
  if (isProbe(row)) return <span class="quiet">{messages['log-probe'][locale]}</span>
  return <span class="apart"><Link to={only('role', row.role)}>{roleName(row.role, locale)}</Link>{row.actor && <><br /><Link to={only('actor', row.actor)}><code class="id">{brief(row.actor)}</code></Link></>}</span>
}

/** Across the whole page, before everything else: what was found, and which entries nobody can vouch for. */
function AlarmBand({ alarm: { at, fault, from, to }, here: { locale } }: { alarm: Alarm; here: Here }) {
  const say = speaker(messages, locale)
  return (
    <section class="alarm" role="alert">
      <Icon name="triangle-alert" />
      <div>
        <p class="title">{say('log-alarm')}: <Time at={at} as="moment" /></p>
        <p>{fault && say(`fault-${fault}` as 'fault-entry-changed')} <strong>{say('alarm-range', { from, to })}</strong></p>
        <p>{say('alarm-steps')}</p>
        <p><Link to="/privacy-office/audit/verified">{say('alarm-do')}</Link></p>
      </div>
    </section>
  )
}

/** Kept by this officer under a name of their own; nobody else sees them. */
function OwnViews({ views, here: { locale } }: { views: Revealed<Log>['views']; here: Here }) {
  const say = speaker(messages, locale)
  return (
    <nav class="filter views own" aria-labelledby="my-views">
      <p class="quiet" id="my-views">{say('my-views')}</p>
      <ul>{views.map(({ id, name, filters }) => (
        <li><Link to={`/privacy-office/audit?${filters ?? ''}`}>{name}</Link> <Post to="/privacy-office/audit/views/drop"><dropForm.Fields values={{ id }} /><Button kind="quiet" icon="x" aria-label={say('view-drop', { name: name ?? '' })}>{''}</Button></Post></li>
      ))}</ul>
    </nav>
  )
}

/** The questions an officer comes with, each an address. */
function Views({ here: { locale } }: { here: Here }) {
  const say = speaker(messages, locale)
  const views: [string, 'view-deeds' | 'view-refused' | 'view-looks' | 'view-rights' | 'view-roles'][] = [['kind=deed', 'view-deeds'], ['outcome=refused', 'view-refused'], ['act=staff.look', 'view-looks'], ['act=rights.', 'view-rights'], ['act=staff.change-role', 'view-roles']]
  return <nav class="filter views" aria-label={say('views')}><ul>{views.map(([query, name]) => <li><Link to={`/privacy-office/audit?${query}`}>{say(name)}</Link></li>)}</ul></nav>
}

const isDay = (name: Filter) => name === 'from' || name === 'to'

function Filters({ here }: { here: Here }) {
  const { locale, query, prefix } = here
  const say = speaker(messages, locale)
  const acts: [string, Text][] = actGroups().map(([group, name]) => [`${group}.`, name])
  const { act } = query
  const wrong = wrongIn(query)
  const marked = (name: Filter) => wrong.includes(name) && { 'aria-invalid': true, 'aria-describedby': `filter-${name}-problem` }
  if (act && !acts.some(([value]) => value === act)) acts.unshift([act, { ru: actName(act, 'ru'), kk: actName(act, 'kk'), en: actName(act, 'en') }])
  const choices: Partial<Record<Filter, [string, Text][]>> = { act: acts, role: Object.entries(roleNames), outcome: [['done', messages['log-done']], ['refused', messages['log-refused']]], kind: [['deed', messages['kind-deed']], ['look', messages['kind-look']]] }
  return (
    <form method="get" action={`${prefix}/privacy-office/audit`} class="filters narrow">
      {filterNames.map(name => (
        <div class="field">
          <label for={`filter-${name}`}>{say(`log-${name}`)}</label>
          {choices[name]
            ? <select id={`filter-${name}`} name={name} {...marked(name)}>
                <option value="">{say('log-any')}</option>
                {choices[name].map(([value, label]) => <option value={value} selected={query[name] === value}>{label[locale]}</option>)}
              </select>
            : isDay(name) && !wrong.includes(name) ? <input id={`filter-${name}`} name={name} type="date" value={query[name] ?? ''} />
            : <input id={`filter-${name}`} name={name} value={query[name] ?? ''} autocomplete="off" {...marked(name)} />}
          {wrong.includes(name) && <span class="problem" id={`filter-${name}-problem`}><Icon name="circle-alert" /> {say(isDay(name) ? 'log-no-day' : 'log-no-filter')}</span>}
        </div>
      ))}
      <Actions><Button kind="secondary" icon="search">{say('log-filter')}</Button></Actions>
    </form>
  )
}

/** Each filter in words, with a way to take it off; who is meant by an id is told on their card, for a reason. */
function Chosen({ kept, here: { locale } }: { kept: [Filter, string][]; here: Here }) {
  const say = speaker(messages, locale)
  if (!kept.length) return null
  const words = ([name, value]: [Filter, string]) => filterInWords(name, value, locale)
  const people = kept.filter(([name]) => name === 'actor' || name === 'subject') as ['actor' | 'subject', string][]
  return (
    <>
      <ul class="chosen" aria-label={say('log-chosen')}>
        {kept.map(each => <li><Link to={at(kept.filter(other => other !== each))} class="tag plain" aria-label={say('log-without', { what: words(each) })}>{say(`log-${each[0]}`)}: {words(each)} ×</Link></li>)}
        <li><Link to="/privacy-office/audit" class="tag plain">{say('log-all')}</Link></li>
      </ul>
      {people.length > 0 && <ul>{people.map(([name, id]) => <li><Link to={`/office/people/${id}`}>{say(`log-card-${name}`)}</Link></li>)}</ul>}
    </>
  )
}
