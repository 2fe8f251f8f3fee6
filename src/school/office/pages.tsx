import { speaker, type Messages, type Text } from '#platform/locale.ts'
import type { Kept } from '#platform/mail/mail.ts'
import { Button, Card, DataTable, EmptyState, Facts, Grid, List, Opening, Post, Reading, Row, Tag, Time, dateInWords, type Here } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'
import type { Overview } from './overview.ts'

type Key = keyof typeof messages
type Figure = { key: Key; value: number; to: string; bad?: boolean }

const broken = ({ promises, jobs, mail, overdue }: Overview): Figure[] => [
  { key: 'promises-broken', value: promises.filter(({ evidence }) => evidence.state === 'broken').length, to: '/trust', bad: true },
  { key: 'promises-unproven', value: promises.filter(({ evidence }) => evidence.state === 'unproven').length, to: '/trust' },
  { key: 'promises-kept', value: promises.filter(({ evidence }) => evidence.state === 'kept' || evidence.state === 'due').length, to: '/trust' },
  { key: 'overdue', value: overdue, to: '/trust', bad: true },
  { key: 'jobs-failed', value: jobs.filter(({ fault, dead }) => fault || dead).length, to: '/office/jobs', bad: true },
  { key: 'mail-given-up', value: mail.givenUp, to: '/office/mail', bad: true },
]

/** Three questions, not charts: each figure leads to its rows. */
export function OfficePage({ shown, officer, here }: { shown: Overview; officer: boolean; here: Here }) {
  const say = speaker(messages, here.locale)
  const waits: Figure[] = officer
    ? [{ key: 'requests-open', value: Number(shown.requests.open), to: '/privacy-office/requests' }, { key: 'requests-late', value: Number(shown.requests.late), to: '/privacy-office/requests', bad: true }]
    : [{ key: 'reviews', value: shown.words.reviews, to: '/office/reviews' }, { key: 'suggestions', value: shown.words.suggestions, to: '/office/reviews' }, { key: 'visitors', value: shown.visitors, to: '/office/messages' }, { key: 'mail-waiting', value: shown.mail.waiting, to: '/office/mail' }]
  const tools: [string, Key][] = officer
    ? [['/privacy-office/requests', 'requests'], ['/privacy-office/recipients', 'recipients'], ['/privacy-office/audit', 'audit'], ['/privacy-office/audit/verified', 'verified'], ['/privacy-office/law', 'law'], ['/trust', 'trust'], ['/privacy/versions', 'versions']]
    : [['/office/people', 'people'], ['/office/courses', 'courses'], ['/office/reviews', 'moderation'], ['/office/messages', 'visitor-messages'], ['/office/certificates', 'certificates'], ['/office/jobs', 'jobs'], ['/office/mail', 'mail'], ['/office/settings', 'settings'], ['/trust', 'trust']]
  const figures = broken(shown).filter(({ to }) => !officer || !to.startsWith('/office'))
  return (
    <>
      <Opening title={say(officer ? 'officer-title' : 'title')} lead={say(officer ? 'officer-lead' : 'lead')} />
      <Grid>
        <Card title={say('broken')}><Figures figures={figures} here={here} /></Card>
        <Card title={say('waits')}><Figures figures={waits} here={here} /></Card>
        <Card title={say('tools')}><List>{tools.map(([to, key]) => <Row title={say(key)} to={to} />)}</List></Card>
      </Grid>
    </>
  )
}

function Figures({ figures, here }: { figures: Figure[]; here: Here }) {
  const say = speaker(messages, here.locale)
  return <List>{figures.map(({ key, value, to, bad }) => <Row title={say(key)} to={to} end={<Tag kind={bad && value ? 'bad' : 'info'}>{String(value)}</Tag>} />)}</List>
}

export function JobsPage({ jobs, here }: { jobs: Overview['jobs']; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <>
      <Opening title={say('jobs-title')} lead={say('jobs-lead')} />
      <DataTable caption={say('jobs')} rows={jobs} empty={say('no-jobs')} columns={[
        { head: say('job'), cell: ({ job }) => (messages as Messages)[`job-${job}`]?.[here.locale] ?? <code>{job}</code> },
        { head: say('last'), cell: job => job.lastStarted ? <Time at={job.lastStarted} as="moment" /> : say('never') },
        { head: say('outcome'), cell: job => job.outcome ? say(`outcome-${job.outcome}` as 'outcome-done') : '' },
        { head: say('handled'), number: true, cell: job => job.handled ?? '' },
        { head: say('next'), cell: job => job.dead ? say('stopped') : job.next ? <Time at={job.next} as="moment" /> : '' },
        { head: say('fault'), cell: job => job.fault ?? '' },
      ]} />
    </>
  )
}

export function MailPage({ health, here }: { health: Overview['mail']; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('mail-title')} lead={say('mail-lead')} />
      <Facts items={[
        { name: say('mail-sent'), value: health.sent }, { name: say('mail-waiting'), value: health.waiting }, { name: say('mail-given-up'), value: health.givenUp },
        ...health.since ? [{ name: say('mail-since'), value: <Time at={health.since} as="moment" /> }] : [],
      ]} />
      <Post to="/office/mail/test"><Button>{say('test')}</Button></Post>
      {here.school.demo && <p><Button kind="secondary" to="/outbox">{say('outbox')}</Button></p>}
    </Reading>
  )
}

export function OutboxPage({ letters, here }: { letters: Kept[]; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('outbox')} lead={say('outbox-lead')} />
      {letters.length === 0 ? <EmptyState title={say('outbox-empty')} /> : letters.map(({ id, to, subject, text, at }) => (
        <Card title={subject} over={`${to} · ${dateInWords(new Date(at), here.locale, 'moment', here.school.zone)}`} id={id}>
          {text.split('\n').filter(Boolean).map(line => <p>{linked(line)}</p>)}
        </Card>
      ))}
    </Reading>
  )
}

/** The links of a letter can be followed from here, as from a mailbox. */
const linked = (line: string) => line.split(/(https?:\/\/\S+)/).map(part => /^https?:/.test(part) ? <a href={part}>{part}</a> : part)

export type ShownSettings = { name: Text; operator: Text; bin: string; address: string; version: string; responsible: Text; fields: Text[]; file: string }

export function SettingsPage({ shown, here }: { shown: ShownSettings; here: Here }) {
  const say = speaker(messages, here.locale)
  const { locale } = here
  return (
    <Reading>
      <Opening title={say('settings-title')} lead={say('settings-lead')} />
      <Facts items={[
        { name: say('name'), value: shown.name[locale] }, { name: say('operator'), value: shown.operator[locale] }, { name: say('bin'), value: shown.bin },
        { name: say('address'), value: shown.address }, { name: say('version'), value: shown.version }, { name: say('responsible'), value: shown.responsible[locale] },
        { name: say('fields'), value: shown.fields.map(field => field[locale]).join(', ') }, { name: say('files'), value: <code>{shown.file}</code> },
      ]} />
    </Reading>
  )
}
