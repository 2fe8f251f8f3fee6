import { fill, speaker, type Text } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { DataTable, Disclosure, Facts, List, Row, Tag, Time, type Here } from '#platform/ui/ui.ts'
import { actName, purposeName, tellsWhy, type Look } from '#trust/audit/audit.ts'
import { fieldsInWords, type Transfer } from '#trust/processors/processors.ts'
import { responsibleFor, stateOf } from './case-file.tsx'
import { TermLine } from './desk/term-line.tsx'
import { columnInWords } from './column-words.ts'
import { messages } from './messages.ts'
import type { MyRequest } from './my-data.ts'
import type { Name } from './parts.ts'

/** Each request with its state, both dates and who answers; the days that are left as a line. */
export function Requests({ requests, officers, otherwise, law, here }: { requests: Revealed<MyRequest[]>; officers: Revealed<Name[]>; otherwise: string; law: string; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <section id="requests">
      <h2>{say('requests')}</h2>
      {requests.length === 0 ? <p class="quiet">{say('no-requests')}</p> : (
        <List>{requests.map(request => (
          <Row icon={request.answered_at ? 'circle-check' : 'clock'} to={`/me/data/requests/${request.id}`} title={`№ ${request.number}. ${say(request.kind as 'access')}`} end={<Tag kind={tagOf[stateOf(request)]}>{say(stateOf(request))}</Tag>}
            note={<>{say('asked')} <Time at={request.asked_at} /> · {request.answered_at ? say('answered-on') : say('due')} <Time at={request.answered_at ?? request.due_by} as="moment" /> · {whoAnswers(request, officers, otherwise, here)}</>}>
            {!request.answered_at && <TermLine row={request} law={law} here={here} />}
            {request.answered_at && request.done !== null && <Answer request={request} here={here} />}
          </Row>
        ))}</List>
      )}
    </section>
  )
}

function Answer({ request, here }: { request: Revealed<MyRequest>; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Disclosure summary={say('answer-head')}>
      <Facts items={(['done', 'kept', 'why'] as const).map(name => ({ name: say(name), value: request[name] ?? '' }))} />
    </Disclosure>
  )
}

export const tagOf = { received: 'info', open: 'info', granted: 'ok', refused: 'warn' } as const

export const whoAnswers = (request: Pick<MyRequest, 'kind' | 'responsible'>, officers: Revealed<Name[]>, otherwise: string, { locale }: Here) =>
  request.kind === 'access' ? messages.system[locale] : responsibleFor(request, officers, otherwise)

export function Looks({ looks, here }: { looks: Revealed<Look>[]; here: Here }) {
  const say = speaker(messages, here.locale)
  const table = (rows: Revealed<Look>[]) => <DataTable caption={say('looks')} rows={rows} empty={say('no-looks')} columns={[
    { head: say('when'), cell: row => <Time at={row.at} as="moment" /> },
    { head: say('who'), cell: row => say(row.role as 'teacher') },
    { head: say('act'), cell: row => <>{actName(row.act, here.locale)}{row.details && tellsWhy(row.act) && <><br /><span class="quiet">{row.details}</span></>}</> },
    ...rows.some(({ purpose }) => purpose) ? [{ head: say('purpose'), cell: (row: Revealed<Look>) => row.purpose ? purposeName(row.purpose, here.locale) : '—' }] : [],
  ]} />
  const [latest, earlier] = [looks.slice(0, 5), looks.slice(5)]
  return (
    <section id="looks">
      <h2>{say('looks')}</h2>
      {table(latest)}
      {earlier.length > 0 && <Disclosure summary={fill(messages['looks-earlier'], { count: earlier.length })[here.locale]}>{table(earlier)}</Disclosure>}
    </section>
  )
}

/** Each time something went to somebody outside: which fields, when, on which ground. */
export function PassedOn({ transfers, names, here }: { transfers: Transfer[]; names: Record<string, Text>; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <section id="passed-on">
      <h2>{say('passed-on')}</h2>
      <DataTable caption={say('passed-on')} rows={transfers} empty={say('nothing-passed')} columns={[
        { head: say('when'), cell: row => <Time at={row.at} as="moment" /> },
        { head: say('to-whom'), cell: row => names[row.recipient]?.[here.locale] ?? row.recipient },
        { head: say('fields'), cell: row => row.fields.map(field => columnInWords(fieldsInWords([field], here.locale), here.locale)).join(', ') },
        { head: say('ground'), cell: row => <>{say(`ground-${row.ground}` as 'ground-operation')}{row.agreement && <>, {say('under', { number: row.agreement })}</>}</> },
      ]} />
    </section>
  )
}
