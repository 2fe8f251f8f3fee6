// The papers of a dispute: every request with its dates and answers, and where one can turn next. A page by itself, to keep or to attach.
import { z } from 'zod'
import { fill, speaker } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { dateInWords } from '#platform/ui/ui.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { lawProfile } from '#trust/law/law.ts'
import { messages } from './messages.ts'
import { officersOf, requestsOf, type MyRequest } from './my-data.ts'
import { given, type Name } from './parts.ts'

export type CaseFile = { requests: MyRequest[]; officers: Name[] }

export const showCaseFile = query('rights.case-file', {
  input: z.strictObject({}),
  async find({ db, actor }: Context): Promise<CaseFile> {
    const [requests, officers] = await Promise.all([requestsOf(db, actor.person!), officersOf(db, actor.person!)])
    return { requests, officers }
  },
  may: actor => actor.person !== null,
  reveals: () => [],
})

/** Who answers for a request: the officer by name, or whom the policy names where no officer has come yet. */
export const responsibleFor = ({ responsible }: Pick<MyRequest, 'responsible'>, officers: Revealed<Name[]>, otherwise: string): string => {
  const officer = officers.find(({ id }) => id === responsible)
  return officer && given().fullName(officer) || otherwise
}

/** Where a request stands. */
export const stateOf = ({ taken_at, answered_at, granted }: Pick<MyRequest, 'taken_at' | 'answered_at' | 'granted'>) =>
  answered_at ? granted ? 'granted' as const : 'refused' as const : taken_at ? 'open' as const : 'received' as const

/** In the reader's language, without a script, a picture or an address to load anything from. */
export function caseFile({ requests, officers }: Revealed<CaseFile>, { locale, policy, now, site, zone }: Pick<Context, 'locale' | 'policy' | 'now' | 'site' | 'zone'>): string {
  const say = speaker(messages, locale)
  const { authority, dispute } = lawProfile(policy.law)
  const { operator } = policy
  const title = fill(messages['file-title'], { school: policy.name[locale] })[locale]
  const moment = (at: Date) => dateInWords(at, locale, 'moment', zone)
  return `<!doctype html>${
    <html lang={locale}>
      <head><meta charset="utf-8" /><title>{title}</title></head>
      <body>
        <h1>{title}</h1>
        <p>{moment(now)} · {site}</p>
        <p>{operator.name[locale]}, {operator.address[locale]}. {operator.responsible.name[locale]}, {operator.responsible.email}</p>
        {requests.length === 0 && <p>{say('no-requests')}</p>}
        {requests.map(request => (
          <section>
            <h2>№ {request.number}: {say(request.kind as 'access')}</h2>
            {request.wish !== null && <blockquote>{request.wish}</blockquote>}
            <dl>
              {[
                [say('asked'), moment(request.asked_at)], [say('promised'), moment(request.promised_by)], [say('due'), moment(request.due_by)],
                [say('responsible'), responsibleFor(request, officers, operator.responsible.name[locale])],
                ...request.taken_at ? [[say('taken'), moment(request.taken_at)]] : [],
                [say('state'), say(stateOf(request))],
                ...request.answered_at ? [[say('answered-on'), moment(request.answered_at)]] : [],
                ...(['done', 'kept', 'why'] as const).flatMap(name => request[name] ? [[say(name), request[name]]] : []),
              ].map(([name, value]) => <><dt>{name}</dt><dd>{value}</dd></>)}
            </dl>
          </section>
        ))}
        <h2>{say('dispute-head')}</h2>
        <ol>{dispute.map(step => <li>{step[locale]}</li>)}</ol>
        <p>{authority.name[locale]}, {authority.address[locale]}. {authority.site} · {authority.appeals}</p>
      </body>
    </html>}`
}
