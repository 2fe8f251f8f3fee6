import { fill, speaker } from '#platform/locale.ts'
import { Button, Crumbs, DataTable, dateInWords, EmptyState, Icon, Link, Opening, Tabs, Tag, Time, type Here, type IconName } from '#platform/ui/ui.ts'
import { withinText } from '#trust/law/law.ts'
import { messages } from '../messages.ts'
import { stages, type DeskRow, type Open, type showDesk } from './desk.ts'
import { TermLine } from './term-line.tsx'

type Shown = Awaited<ReturnType<typeof showDesk>>

export const kindIcons: Record<string, IconName> = {
  access: 'download', rectification: 'pencil', restriction: 'pause', objection: 'hand', withdrawal: 'undo-2', portability: 'share-2', complaint: 'flag', erasure: 'trash-2', management: 'mail',
}

/** What waits, the nearest deadline first, each with the line of its working days. Nobody is named. */
export function DeskPage({ shown, law, here }: { shown: Shown; law: string; here: Here }) {
  const say = speaker(messages, here.locale)
  const { stage, open, answered, counts } = shown
  return (
    <>
      <Crumbs label={say('desk-office')} items={[{ to: '/privacy-office', label: say('desk-office') }]} />
      <Opening title={say('desk-title')} lead={say('desk-lead')} />
      <Tabs label={say('desk-title')} items={stages.map(each => ({ to: each === 'all' ? '/privacy-office/requests' : `/privacy-office/requests?stage=${each}`, label: say(`stage-${each}`), current: each === stage, count: counts[each] }))} />
      {stage !== 'done' && (open.length ? <Waiting rows={open} law={law} here={here} /> : <Nothing shown={shown} here={here} />)}
      {answered.length > 0 && (stage === 'done' || stage === 'all') && <Answered rows={answered} here={here} />}
      {stage === 'done' && !answered.length && <EmptyState title={say('desk-none-answered')} />}
    </>
  )
}

function Nothing({ shown: { stage, answered, counts }, here: { locale, school, actor } }: { shown: Shown; here: Here }) {
  const say = speaker(messages, locale)
  const [last] = answered
  if (stage !== 'all' && counts.all) return <EmptyState title={say('desk-none-here')} action={<Button kind="secondary" to="/privacy-office/requests">{say('desk-show-all')}</Button>} />
  return (
    <EmptyState title={say('desk-empty')}>
      {last && <p>{fill(messages['desk-last'], { date: dateInWords(last.answered_at!, locale, 'date', actor.zone ?? school.zone), within: withinText({ 'working-days': last.daysTaken })[locale] })[locale]}</p>}
    </EmptyState>
  )
}

const Kind = ({ row: { kind }, here }: { row: DeskRow; here: Here }) => <><Icon name={kindIcons[kind] ?? 'inbox'} /> {messages[kind as 'access']?.[here.locale] ?? kind}</>
const number = (row: DeskRow) => <Link to={`/privacy-office/requests/${row.id}`}>{`№ ${row.number}`}</Link>

function Waiting({ rows, law, here }: { rows: Open[]; law: string; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <DataTable caption={say('desk-caption')} rows={rows} columns={[
      { head: say('number'), cell: number },
      { head: say('desk-kind'), cell: row => <Kind row={row} here={here} /> },
      { head: say('desk-subject'), cell: () => <span class="quiet"><Icon name="eye-off" /> {say('desk-hidden')}</span> },
      { head: say('asked'), cell: row => <Time at={row.asked_at} /> },
      { head: say('due'), cell: row => <><Time at={row.due_by} as="moment" /> <Left row={row} here={here} /><TermLine row={row} law={law} here={here} /></> },
      { head: say('state'), cell: row => <><Tag kind={row.taken_at ? 'info' : 'warn'}>{say(row.taken_at ? 'open' : 'received')}</Tag>{row.taken_at && <> <span class="quiet">{say(row.responsible === here.actor.person ? 'desk-mine' : 'desk-other')}</span></>}</> },
    ]} />
  )
}

export function Left({ row, here: { now, locale } }: { row: { due_by: Date; daysLeft: number }; here: Here }) {
  if (row.due_by < now) return <Tag kind="bad" icon="triangle-alert">{messages.late[locale]}</Tag>
  return <Tag kind={row.daysLeft <= 2 ? 'warn' : 'plain'} icon="clock">{fill(messages['days-left'], { days: row.daysLeft })[locale]}</Tag>
}

function Answered({ rows, here }: { rows: Shown['answered']; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <DataTable caption={say('desk-answered')} rows={rows} columns={[
      { head: say('number'), cell: number },
      { head: say('desk-kind'), cell: row => <Kind row={row} here={here} /> },
      { head: say('answered-on'), cell: row => <Time at={row.answered_at!} /> },
      { head: say('desk-took'), cell: row => withinText({ 'working-days': row.daysTaken })[here.locale] },
      { head: say('state'), cell: row => <Tag kind={row.granted ? 'ok' : 'info'}>{say(row.granted ? 'granted' : 'refused')}</Tag> },
    ]} />
  )
}
