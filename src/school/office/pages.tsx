import { speaker, type Messages, type Text } from '#platform/locale.ts'
import type { Kept } from '#platform/mail/mail.ts'
import { Button, Card, Crumbs, DataTable, EmptyState, Facts, Notice, Opening, Post, Reading, Tag, Time, dateInWords, type Here } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'
import type { Overview } from './overview.ts'

const toOffice = (here: Here) => <Crumbs label={messages.title[here.locale]} items={[{ to: '/office', label: messages.title[here.locale] }]} />
const outcomeKinds: Record<string, 'ok' | 'warn' | 'bad' | 'info'> = { running: 'info', done: 'ok', failed: 'warn', 'given-up': 'bad', interrupted: 'warn' }

/** What failed stands first, with the number support asks for. */
export function JobsPage({ jobs, here }: { jobs: Overview['jobs']; here: Here }) {
  const say = speaker(messages, here.locale)
  const failing = (job: Overview['jobs'][number]) => Boolean(job.fault || job.dead)
  const sorted = jobs.toSorted((one, other) => Number(failing(other)) - Number(failing(one)))
  const broken = jobs.filter(failing).length
  return (
    <>
      {toOffice(here)}
      <Opening title={say('jobs-title')} lead={say('jobs-lead')} />
      {jobs.length > 0 && <Notice kind={broken ? 'bad' : 'ok'} title={broken ? say('jobs-broken', { count: broken }) : say('jobs-fine')} />}
      <DataTable caption={say('jobs')} rows={sorted} empty={say('no-jobs')} columns={[
        { head: say('job'), cell: ({ job }) => (messages as Messages)[`job-${job}`]?.[here.locale] ?? <code>{job}</code> },
        { head: say('outcome'), cell: job => job.outcome ? <Tag kind={outcomeKinds[job.outcome] ?? 'plain'}>{say(`outcome-${job.outcome}` as 'outcome-done')}</Tag> : say('never') },
        { head: say('last'), cell: job => job.lastStarted ? <Time at={job.lastStarted} as="short" /> : say('never') },
        { head: say('handled'), number: true, cell: job => job.handled ?? '' },
        { head: say('next'), cell: job => job.dead ? say('stopped') : job.next ? <Time at={job.next} as="short" /> : '' },
        { head: say('fault'), cell: job => job.fault ? <code>{job.fault}</code> : '' },
      ]} />
    </>
  )
}

export function MailPage({ health, here }: { health: Overview['mail']; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      {toOffice(here)}
      <Opening title={say('mail-title')} lead={say('mail-lead')} />
      <Notice kind={health.givenUp ? 'bad' : 'ok'} title={health.givenUp ? say('mail-broken', { count: health.givenUp }) : say('mail-fine')} />
      <Facts items={[
        { name: say('mail-sent'), value: health.sent }, { name: say('mail-waiting'), value: health.waiting }, { name: say('mail-given-up'), value: health.givenUp },
        ...health.since ? [{ name: say('mail-since'), value: <Time at={health.since} as="moment" /> }] : [],
      ]} />
      <Post to="/office/mail/test"><Button>{say('test')}</Button></Post>
      {here.school.demo && <p><Button kind="secondary" to="/outbox">{say('outbox')}</Button></p>}
    </Reading>
  )
}

export function OutboxPage({ letters, writes, here }: { letters: Kept[]; /** Whether the school knows addresses at all. */ writes: boolean; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('outbox')} lead={say('outbox-lead')} />
      {letters.length === 0 ? <EmptyState title={say('outbox-empty')}><p>{say(writes ? 'outbox-how' : 'outbox-none')}</p></EmptyState> : letters.map(({ id, to, subject, text, at }) => (
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
      {toOffice(here)}
      <Opening title={say('settings-title')} lead={say('settings-lead')} />
      <Facts items={[
        { name: say('name'), value: shown.name[locale] }, { name: say('operator'), value: shown.operator[locale] }, { name: say('bin'), value: shown.bin },
        { name: say('address'), value: shown.address }, { name: say('version'), value: shown.version }, { name: say('responsible'), value: shown.responsible[locale] },
        { name: say('fields'), value: shown.fields.map(field => field[locale]).join(', ') }, { name: say('files'), value: <code>{shown.file}</code> },
      ]} />
    </Reading>
  )
}
