import { z } from 'zod'
import { fill, speaker } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Crumbs, DataTable, dateInWords, Disclosure, Facts, Opening, Reading, Tag, Timeline, Time, type Here } from '#platform/ui/ui.ts'
import { isSelf, query, type Context } from '#trust/audit/audit.ts'
import { lawProfile } from '#trust/law/law.ts'
import { stateOf } from './case-file.tsx'
import { daysOfTerm } from './days-of-term.ts'
import { messages } from './messages.ts'
import { officersOf, requestsOf, type MyRequest } from './my-data.ts'
import { DaysOfTerm, tagOf, whoAnswers } from './my-requests.tsx'
import type { Name } from './parts.ts'

/** One request, for the person who made it, and who answers for it. */
export const showRequest = query('rights.show-request', {
  input: z.strictObject({ id: z.uuid() }),
  async find({ db, actor }: Context, { id }): Promise<{ person: string; request: MyRequest; officers: Name[] } | undefined> {
    const [row, mine, officers] = await Promise.all([
      db.selectFrom('rights.requests').select('person').where('id', '=', id).executeTakeFirst(), requestsOf(db, actor.person!), officersOf(db, actor.person!),
    ])
    return row && { person: row.person, request: mine.find(each => each.id === id)!, officers }
  },
  may: (actor, { person }) => isSelf(actor, person),
  reveals: () => [],
})

type Shown = { request: MyRequest; officers: Name[]; law: string; otherwise: string }

/** The receipt of a request: number, words, dates, who answers, what has happened so far. Made to be printed as well. */
export function RequestPage({ shown: { request, officers, law, otherwise }, here }: { shown: Revealed<Shown>; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const days = daysOfTerm({ asked: request.asked_at, due: request.due_by, now: here.now }, lawProfile(law))
  return (
    <Reading>
      <Crumbs label={say('where')} items={[{ to: '/me/data#requests', label: say('title') }]} />
      <Opening over={here.school.name[locale]} title={fill(messages['request-title'], { number: request.number })[locale]} lead={say(request.kind as 'access')}>
        <p><Tag kind={tagOf[stateOf(request)]}>{say(stateOf(request))}</Tag></p>
      </Opening>
      {!request.answered_at && <DaysOfTerm request={request} law={law} here={here} />}
      {request.wish !== null && <blockquote class="said-words">{request.wish}</blockquote>}
      <Facts items={[
        { name: say('asked'), value: <Time at={request.asked_at} as="moment" /> },
        { name: say('due'), value: <Time at={request.due_by} as="moment" /> },
        { name: say('promised'), value: <Time at={request.promised_by} as="moment" /> },
        { name: say('responsible'), value: whoAnswers(request, officers, otherwise, here) },
      ]} />
      <h2>{say('so-far')}</h2>
      <Timeline items={[
        { at: request.asked_at, icon: 'inbox', title: say('step-received') },
        ...request.taken_at ? [{ at: request.taken_at, icon: 'user' as const, title: say('step-taken') }] : [],
        ...request.answered_at ? [{ at: request.answered_at, icon: 'circle-check' as const, title: say('step-answered') }] : [],
      ]} />
      {request.answered_at && request.done !== null && <><h2>{say('answer-head')}</h2><Facts items={(['done', 'kept', 'why'] as const).map(name => ({ name: say(name), value: <span class="said-words">{request[name] ?? ''}</span> }))} /></>}
      {days.length > 0 && (
        <Disclosure summary={say('days-as-table')}>
          <DataTable caption={say('days-as-table')} rows={days} columns={[
            { head: say('day'), cell: ({ date }) => dateInWords(new Date(`${date}T12:00:00Z`), locale) },
            { head: say('day-kind'), cell: ({ working, holiday }) => holiday?.[locale] ?? say(working ? 'day-working' : 'day-off') },
            { head: say('state'), cell: ({ state }) => say(`day-${state}`) },
          ]} />
        </Disclosure>
      )}
      <p class="quiet">{say('receipt-hint')}</p>
    </Reading>
  )
}
