import { speaker, type Text } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { DataTable, Disclosure, Facts, Link, Tag, Time, type Here } from '#platform/ui/ui.ts'
import { actName, type Look } from '#trust/audit/audit.ts'
import { fieldsInWords, type Transfer } from '#trust/processors/processors.ts'
import { responsibleFor, stateOf } from './case-file.tsx'
import { messages } from './messages.ts'
import type { MyRequest } from './my-data.ts'
import type { Name } from './parts.ts'

/** Each request with both dates: the school's words, and the stricter of them and the law. */
export function Requests({ requests, officers, otherwise, here }: { requests: Revealed<MyRequest[]>; officers: Revealed<Name[]>; otherwise: string; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <section id="requests">
      <DataTable caption={say('requests')} rows={requests} empty={say('no-requests')} columns={[
        { head: say('number'), cell: row => <Link to={`/me/data/requests/${row.id}`}>№ {row.number}</Link> },
        { head: say('kind'), cell: row => <><span>{say(row.kind as 'access')}</span>{row.answered_at && row.done !== null && <Answer request={row} here={here} />}</> },
        { head: say('asked'), cell: row => <Time at={row.asked_at} /> },
        { head: say('promised'), cell: row => <Time at={row.promised_by} as="moment" /> },
        { head: say('due'), cell: row => <Time at={row.due_by} as="moment" /> },
        { head: say('responsible'), cell: row => row.kind === 'access' ? say('system') : responsibleFor(row, officers, otherwise) },
        { head: say('state'), cell: row => <Tag>{say(stateOf(row))}</Tag> },
      ]} />
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

export function Looks({ looks, here }: { looks: Look[]; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <section id="looks">
      <DataTable caption={say('looks')} rows={looks} empty={say('no-looks')} columns={[
        { head: say('when'), cell: row => <Time at={row.at} as="moment" /> },
        { head: say('who'), cell: row => say(row.role as 'teacher') },
        { head: say('act'), cell: row => actName(row.act, here.locale) },
        { head: say('purpose'), cell: row => row.purpose ?? '' },
      ]} />
    </section>
  )
}

/** Each time something went to somebody outside: which fields, when, on which ground. */
export function PassedOn({ transfers, names, here }: { transfers: Transfer[]; names: Record<string, Text>; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <section id="passed-on">
      <DataTable caption={say('passed-on')} rows={transfers} empty={say('nothing-passed')} columns={[
        { head: say('when'), cell: row => <Time at={row.at} as="moment" /> },
        { head: say('to-whom'), cell: row => names[row.recipient]?.[here.locale] ?? row.recipient },
        { head: say('fields'), cell: row => fieldsInWords(row.fields, here.locale) },
        { head: say('ground'), cell: row => say(`ground-${row.ground}` as 'ground-operation') },
      ]} />
    </section>
  )
}
