import { z } from 'zod'
import { fill, speaker, type Locale } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Button, DataTable, Facts, form, Link, Opening, Post, Reading, Tag, Time, type Here } from '#platform/ui/ui.ts'
import type { Case, DeskRow } from './desk.ts'
import { messages } from './messages.ts'
import { given } from './parts.ts'

const Words = z.string().trim().min(10).max(4000)
export const answerForm = form(
  z.strictObject({ granted: z.enum(['yes', 'no']), done: Words, kept: Words, why: Words }),
  {
    granted: { type: 'radio', options: (locale: Locale) => (['yes', 'no'] as const).map(value => ({ value, label: messages[value][locale] })) },
    done: { type: 'textarea', rows: 3 }, kept: { type: 'textarea', rows: 3 }, why: { type: 'textarea', rows: 3 },
  }, { ...messages, granted: messages.decision })

export function DeskPage({ open, answered, here }: { open: (DeskRow & { daysLeft: number })[]; answered: DeskRow[]; here: Here }) {
  const say = speaker(messages, here.locale)
  const number = (row: DeskRow) => <Link to={`/privacy-office/requests/${row.id}`}>{`№ ${row.number}`}</Link>
  const common = [{ head: say('number'), cell: number }, { head: say('kind'), cell: (row: DeskRow) => say(row.kind as 'access') }, { head: say('asked'), cell: (row: DeskRow) => <Time at={row.asked_at} /> }]
  return (
    <>
      <Opening title={say('desk-title')} />
      <DataTable caption={say('desk-caption')} rows={open} empty={say('desk-empty')} columns={[
        ...common,
        { head: say('promised'), cell: row => <Time at={row.promised_by} as="moment" /> },
        { head: say('due'), cell: row => <Time at={row.due_by} as="moment" /> },
        { head: say('state'), cell: row => <Tag>{leftInWords(row, here)}</Tag> },
      ]} />
      <DataTable caption={say('desk-answered')} rows={answered} empty={say('desk-none-answered')} columns={[
        ...common, { head: say('state'), cell: row => <Tag>{say(row.granted ? 'granted' : 'refused')}</Tag> },
      ]} />
    </>
  )
}

function leftInWords(row: DeskRow & { daysLeft: number }, { now, locale }: Here) {
  if (row.due_by < now) return messages.late[locale]
  return fill(messages['days-left'], { days: row.daysLeft })[locale]
}

export function CasePage({ request, here }: { request: Revealed<Case>; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening over={say(request.kind as 'access')} title={fill(messages['case-title'], { number: request.number })[here.locale]} />
      <Facts items={[
        { name: say('asked'), value: <Time at={request.asked_at} as="moment" /> },
        { name: say('promised'), value: <Time at={request.promised_by} as="moment" /> },
        { name: say('due'), value: <Time at={request.due_by} as="moment" /> },
        ...request.taken_at ? [{ name: say('taken'), value: <Time at={request.taken_at} as="moment" /> }] : [],
      ]} />
      {!request.taken_at && !request.answered_at && <Post to={`/privacy-office/requests/${request.id}/take`}><Button kind="secondary">{say('take')}</Button></Post>}
      {request.wish !== null && <><h2>{say('case-wish')}</h2><blockquote>{request.wish}</blockquote></>}
      {request.kind === 'rectification' && !request.answered_at && <p><Link to={given().accountAt(request.person)}>{say('to-account')}</Link></p>}
      <h2>{say('answer-head')}</h2>
      {request.answered_at
        ? <Facts items={(['done', 'kept', 'why'] as const).map(name => ({ name: say(name), value: request[name] ?? '' }))} />
        : <Post to={`/privacy-office/requests/${request.id}`}><answerForm.Fields here={here} /><Button>{say('answer')}</Button></Post>}
    </Reading>
  )
}
