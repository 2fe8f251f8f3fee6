import type { ComponentChildren } from 'preact'
import { speaker } from '#platform/locale.ts'
import { DataTable, Disclosure, Grid, Link, List, Notice, Opening, Row, Tag, Time, type Here } from '#platform/ui/ui.ts'
import { actName, roleName, thingInWords } from '#trust/audit/audit.ts'
import { messages } from './messages.ts'
import type { Overview } from './overview.ts'

type Key = keyof typeof messages
type Figure = { key: Key; value: number; to: string; bad?: boolean }
type Shown = { shown: Overview; officer: boolean; here: Here }

/** Fewer people than this could be told apart. */
const crowd = 10

/** Three questions, each with its answer first and the rows behind it a tap away. */
export function OfficePage(props: Shown) {
  const { officer, here } = props
  const say = speaker(messages, here.locale)
  return (
    <>
      <Opening title={say(officer ? 'officer-title' : 'title')} lead={say(officer ? 'officer-lead' : 'lead')} />
      <div class="grid questions">
        <Question title={say('broken')}><Broken {...props} /></Question>
        <Question title={say('waits')}><Waits {...props} /></Question>
        {!officer && <Question title={say('wellbeing')}><How {...props} /></Question>}
      </div>
      {!officer && <Deeds {...props} />}
      <Tools {...props} />
    </>
  )
}

const Question = ({ title, children }: { title: string; children: ComponentChildren }) => <section class="card question-of-office"><h2 class="title">{title}</h2>{children}</section>

/** Only what is broken is a list; what is well is one line. */
function Broken({ shown: { promises, jobs, mail, overdue }, officer, here }: Shown) {
  const { locale } = here
  const say = speaker(messages, locale)
  const broken = promises.filter(({ evidence }) => evidence.state === 'broken')
  const count = (...states: string[]) => promises.filter(({ evidence }) => states.includes(evidence.state)).length
  const all: Figure[] = [
    { key: 'overdue', value: overdue, to: officer ? '/privacy-office/retention' : '/trust' },
    ...officer ? [] : [{ key: 'jobs-failed' as const, value: jobs.filter(({ fault, dead }) => fault || dead).length, to: '/office/jobs' }, { key: 'mail-given-up' as const, value: mail.givenUp, to: '/office/mail' }],
  ]
  const figures = all.filter(({ value }) => value > 0)
  const copies = promises.find(({ name }) => name === 'back-up/databases')
  return (
    <>
      <Notice kind={broken.length + figures.length ? 'bad' : 'ok'} title={say(broken.length + figures.length ? 'something-broken' : 'nothing-broken')} />
      <List>
        {broken.map(({ id, says }) => <Row title={says[locale]} to={`/trust/${id}`} icon="circle-alert" />)}
        {figures.map(({ key, value, to }) => <Row title={say(key)} to={to} icon="circle-alert" end={<Tag kind="bad">{String(value)}</Tag>} />)}
        <Row title={say('promises')} to="/trust" icon="shield-check" note={say('promises-of', { kept: count('kept', 'due'), unproven: count('unproven', 'paused'), broken: broken.length })} />
        {officer && <Unproven promises={promises} here={here} />}
        {!officer && copies && <Row title={say('backup-last')} to={`/trust/${copies.id}`} icon="archive" note={copies.evidence.figure[locale]} />}
      </List>
    </>
  )
}

/** Whoever answers for the promises wants to know which of them nothing shows yet, and why. */
function Unproven({ promises, here: { locale } }: { promises: Overview['promises']; here: Here }) {
  const unproven = promises.filter(({ evidence }) => evidence.state === 'unproven')
  if (!unproven.length) return null
  return (
    <li class="row"><Disclosure summary={`${messages['promises-unproven'][locale]}: ${unproven.length}`}>
      <List>{unproven.map(({ id, says, evidence }) => <Row title={says[locale]} to={`/trust/${id}`} note={evidence.figure[locale]} />)}</List>
    </Disclosure></li>
  )
}

/** What is zero does not wait, and is not shown. */
function Waits({ shown: { words, enquiries, mail, requests }, officer, here }: Shown) {
  const say = speaker(messages, here.locale)
  const desk = officer ? '/privacy-office/enquiries' : '/office/enquiries'
  const asked: Figure[] = [{ key: 'enquiries-late', value: enquiries.late, to: `${desk}?stage=late`, bad: true }, { key: 'enquiries-open', value: enquiries.waiting, to: desk }]
  const all: Figure[] = officer
    ? [...asked, { key: 'requests-late', value: Number(requests.late), to: '/privacy-office/requests', bad: true }, { key: 'requests-open', value: Number(requests.open), to: '/privacy-office/requests' }]
    : [
      ...asked, { key: 'reviews', value: words.reviews, to: '/office/reviews' }, { key: 'suggestions', value: words.suggestions, to: '/office/reviews' },
      { key: 'mail-waiting', value: mail.waiting, to: '/office/mail' },
    ]
  const figures = all.filter(({ value }) => value > 0)
  if (!figures.length) return <><Notice kind="ok" title={say('nothing-waits')} /><p class="quiet">{say('nothing-waits-more')}</p></>
  return <ul class="tally-list">{figures.map(({ key, value, to, bad }) => <li class={bad ? 'bad' : undefined}><strong>{value}</strong> <Link to={to}>{say(key)}</Link></li>)}</ul>
}

/** Numbers of people, from ten upwards; each leads to where its rows are. */
function How({ shown: { wellbeing }, here }: Shown) {
  const say = speaker(messages, here.locale)
  const many = (count: number) => count < crowd ? say('fewer') : String(count)
  const { senders, answered, inTime } = wellbeing
  const figures: [Key, string, string][] = [
    ['active', many(wellbeing.active), '/office/people'], ['learning', many(wellbeing.learning), '/office/courses'], ['finished', many(wellbeing.finished), '/office/certificates'],
    ['in-time', senders < crowd ? say('fewer') : say('in-time-of', { inTime, answered }), '/office/courses'],
  ]
  return (
    <>
      <ul class="tally-list in-words">{figures.map(([key, value, to]) => <li><strong>{value}</strong> <Link to={to}>{say(key)}</Link></li>)}</ul>
      <p class="quiet">{say('wellbeing-lead')}</p>
    </>
  )
}

function Deeds({ shown: { deeds }, here: { locale } }: Shown) {
  const say = speaker(messages, locale)
  return (
    <DataTable caption={say('deeds')} rows={deeds} empty={say('deeds-none')} columns={[
      { head: say('when'), cell: ({ at }) => <Time at={at} as="short" /> },
      { head: say('role'), cell: ({ role }) => roleName(role, locale) },
      { head: say('deed'), cell: ({ act, thing }) => <>{actName(act, locale)}{thing && <><br /><span class="quiet">{thingInWords(thing, locale)}</span></>}</> },
    ]} />
  )
}

const tools: Record<'officer' | 'operator', [string, Key][]> = {
  officer: [['/privacy-office/requests', 'requests'], ['/privacy-office/enquiries', 'enquiries'], ['/privacy-office/child-reports', 'child-reports'], ['/privacy-office/retention', 'retention'], ['/privacy-office/holds', 'holds'], ['/privacy-office/recipients', 'recipients'], ['/privacy-office/disclosures', 'disclosures'], ['/office/visits', 'visits'], ['/privacy-office/audit', 'audit'], ['/privacy-office/audit/verified', 'verified'], ['/privacy-office/law', 'law'], ['/privacy-office/policy', 'policy'], ['/trust', 'trust'], ['/privacy/versions', 'versions'], ['/office/people', 'people-all']],
  operator: [['/office/people', 'people'], ['/office/courses', 'courses'], ['/office/assignments', 'naming'], ['/office/reviews', 'moderation'], ['/office/enquiries', 'enquiries'], ['/privacy-office/disclosures', 'disclosures'], ['/privacy-office/policy', 'policy'], ['/privacy-office/holds', 'holds'], ['/office/certificates', 'certificates'], ['/privacy-office/retention', 'retention'], ['/office/visits', 'visits'], ['/office/jobs', 'jobs'], ['/office/mail', 'mail'], ['/office/invitations', 'invitations'], ['/office/settings', 'settings'], ['/trust', 'trust']],
}

function Tools({ officer, here }: Shown) {
  const say = speaker(messages, here.locale)
  return (
    <section>
      <h2>{say('tools')}</h2>
      <Grid small>{tools[officer ? 'officer' : 'operator'].map(([to, key]) => <section class="card whole tool"><p class="title"><Link to={to}>{say(key)}</Link></p></section>)}</Grid>
    </section>
  )
}
