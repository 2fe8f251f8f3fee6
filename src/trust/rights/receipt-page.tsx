import { z } from 'zod'
import { fill, speaker } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Crumbs, Facts, Opening, Reading, Seal, Time, Timeline, type Here } from '#platform/ui/ui.ts'
import { isSelf, query, type Context } from '#trust/audit/audit.ts'
import { lawProfile } from '#trust/law/law.ts'
import { Yours } from './by-letter/parts.tsx'
import { responsibleFor, stateOf } from './case-file.tsx'
import { TermLine, TermTable } from './desk/term-line.tsx'
import { messages } from './messages.ts'
import { officersOf, requestById, type MyRequest } from './my-data.ts'
import type { Name } from './parts.ts'

export type Receipt = { request: MyRequest & { person: string; came: string; confirmed_at: Date | null }; officers: Name[]; law: string; otherwise: { name: Record<'ru' | 'kk' | 'en', string>; email: string } }

/** One's own request, as a paper to keep: when it came, by when it is answered, who answers for it. */
export const showReceipt = query('rights.receipt', {
  input: z.strictObject({ id: z.uuid() }),
  async find({ db, actor, policy }: Context, { id }): Promise<Receipt | undefined> {
    const [request, officers] = await Promise.all([requestById(db, id), officersOf(db, actor.person!)])
    const { name, email } = policy.operator.responsible
    return request && { request, officers, law: policy.law, otherwise: { name, email } }
  },
  may: (actor, { request }) => isSelf(actor, request.person),
  reveals: () => [],
})

export function ReceiptPage({ receipt: { request, officers, law, otherwise }, here }: { receipt: Revealed<Receipt>; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const { authority } = lawProfile(law)
  return (
    <Reading>
      <Crumbs label={say('title')} items={[{ to: '/me/data#requests', label: say('title') }]} />
      <Opening over={`${here.school.name[locale]} · ${say(request.kind as 'access')}`} title={fill(messages['receipt-title'], { number: request.number })[locale]} lead={say('receipt-lead')} />
      <Yours request={request} here={here} />
      <div class="seal-line"><Seal of={request.id} label={say('receipt-seal')} size={88} /><TermLine row={request} law={law} here={here} /></div>
      <Facts items={[
        { name: say('number'), value: `№ ${request.number}` },
        { name: say('asked'), value: <Time at={request.asked_at} as="moment" /> },
        { name: say('promised'), value: <Time at={request.promised_by} as="moment" /> },
        { name: say('due'), value: <Time at={request.due_by} as="moment" /> },
        { name: say('responsible'), value: request.kind === 'access' ? say('system') : <>{responsibleFor(request, officers, otherwise.name[locale])}, <a href={`mailto:${otherwise.email}`}>{otherwise.email}</a></> },
        { name: say('state'), value: say(stateOf(request)) },
        ...request.answered_at ? [{ name: say('answered-on'), value: <Time at={request.answered_at} as="moment" /> }] : [],
      ]} />
      <h2>{say('so-far')}</h2>
      <Timeline items={[
        { at: request.asked_at, icon: 'inbox', title: say('step-received') },
        ...request.confirmed_at ? [{ at: request.confirmed_at, icon: 'check' as const, title: say('step-confirmed') }] : [],
        ...request.taken_at ? [{ at: request.taken_at, icon: 'user' as const, title: say('step-taken') }] : [],
        ...request.answered_at ? [{ at: request.answered_at, icon: 'circle-check' as const, title: say('step-answered') }] : [],
      ]} />
      {request.wish !== null && <><h2>{say('receipt-wish')}</h2><blockquote class="said-words">{request.wish}</blockquote></>}
      {request.answered_at && request.done !== null && <><h2>{say('answer-head')}</h2><Facts items={(['done', 'kept', 'why'] as const).map(name => ({ name: say(name), value: request[name] ?? '' }))} /></>}
      <TermTable row={request} law={law} here={here} />
      <p class="quiet">{say('receipt-print')} {say('dispute-authority')}: {authority.name[locale]}, <a href={authority.appeals}>{authority.appeals.replace(/^https?:\/\//, '')}</a></p>
    </Reading>
  )
}
