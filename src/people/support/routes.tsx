import { Refusal } from '#platform/refusal.ts'
import { action, page, raw, readForm, type At, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { askForRight, type AskedRight } from '#trust/rights/rights.ts'
import { MinePage, ThreadPage } from './asker-pages.tsx'
import { answerTicket, closeTicket, moveTicket } from './answer.ts'
import { ask, askAsGuest } from './ask.ts'
import { askingIn } from './asking.ts'
import { answerForm, closeForm, moveForm, recordForm, type Recorded } from './desk-forms.ts'
import { DeskPage, RecordPage } from './desk-page.tsx'
import { claim, copyHeld, eraseHeld, heldBy, takesClaims, type Proof } from './claims.ts'
import { ClaimPage, HeldPage } from './claim-pages.tsx'
import { claimForm, enquiryForm, guestForm, replyForm, sureForm } from './forms.ts'
import { notSolved, writeMore } from './go-on.ts'
import { guestKey } from './keys.ts'
import { makeRequest } from './make-request.ts'
import { messages } from './messages.ts'
import { recordEnquiry } from './record.ts'
import { showDesk, showTicket } from './show-desk.ts'
import { showMine, showThread } from './show-mine.ts'
import { TicketPage } from './ticket-page.tsx'
import { deskOf, topicsOf, type Topic } from './topics.ts'
import type { z } from 'zod'
import { fill } from '#platform/locale.ts'

type Sent = { topic: Topic; words: string; clause?: string; version?: number; wished?: string; right?: AskedRight; name?: string; email?: string }
type Words = { words: string }
const named = (number: number, locale: 'ru' | 'kk' | 'en') => fill(messages.enquiry, { number })[locale]
const staff = ['operator', 'support', 'privacy-officer']
const ofGuests = 'the page of somebody without an account opens by a key of its own; tried in support.test.ts'
const byKey = (key: string | undefined) => key === undefined ? '' : `?key=${encodeURIComponent(key)}`

const ofClaims = 'opens by a key that is only in a letter; tried in support.test.ts'
const archive = (bytes: Buffer, site: string) => new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${site}.zip"`, 'cache-control': 'private, no-store' } })
const byClaim = ({ params, query }: At): Proof => ({ claim: params.claim!, key: query.key ?? '' })
const byTicket = ({ params, query }: At): Proof => ({ ticket: params.ticket!, key: query.key ?? '' })
type Raw = { req: { raw: Request } }

/** What somebody without an account has over their own data. Every address stands behind a key, so a wrong one is nowhere. */
const claims: Route[] = [
  page('/contacts/data', { access: 'visitor', sample: {} }, async (ctx: Context) => {
    if (!topicsOf(ctx.policy)) throw new Refusal(404, 'common.not-found')
    return { mails: takesClaims(ctx) }
  }, (shown, here) => ({ title: messages['claim-title'][here.locale], body: <ClaimPage {...shown} here={here} /> })),
  action('/contacts/data', { access: 'visitor', on: '/contacts/data', form: claimForm, sample: null, why: 'schools that write no letters take none; tried in support.test.ts' }, async (ctx: Context, { email }: { email: string }, { client }) => {
    await claim(ctx, { email, client })
    return { to: '/contacts/data', said: 'support.claim-sent' }
  }),
  page('/contacts/data/:claim', { access: 'everyone', sample: null, why: ofClaims }, async (ctx: Context, at) => ({ id: at.params.claim!, held: await heldBy(ctx, byClaim(at)), asKey: byKey(at.query.key) }),
    (shown, here) => ({ title: messages['claim-title'][here.locale], body: <HeldPage {...shown} here={here} /> })),
  raw('POST', '/contacts/data/:claim/copies/:person', { access: 'everyone', sample: null, why: ofClaims }, async (ctx: Context, at, c: Raw) => {
    await readForm(c.req.raw)
    return archive(await copyHeld(ctx, { ...byClaim(at), person: at.params.person! }), ctx.site)
  }),
  action('/contacts/data/:claim/erase', { access: 'everyone', on: '/contacts/data/:claim', form: sureForm, sample: null, why: ofClaims }, async (ctx: Context, _, at) => {
    await eraseHeld(ctx, byClaim(at))
    return { to: '/contacts/data', said: 'support.claim-erased' }
  }),
  raw('POST', '/enquiries/:ticket/copy', { access: 'everyone', sample: null, why: ofGuests }, async (ctx: Context, at, c: Raw) => {
    await readForm(c.req.raw)
    const [held] = await heldBy(ctx, byTicket(at))
    return archive(await copyHeld(ctx, { ...byTicket(at), person: held!.person }), ctx.site)
  }),
  action('/enquiries/:ticket/erase', { access: 'everyone', on: '/enquiries/:ticket', form: sureForm, sample: null, why: ofGuests }, async (ctx: Context, _, at) => {
    await eraseHeld(ctx, byTicket(at))
    return { to: '/contacts/data', said: 'support.claim-erased' }
  }),
]

const askers: Route[] = [
  action('/contacts', { access: 'visitor', on: '/contacts', form: ({ policy }: Context) => guestForm(policy), sample: null, why: 'differs by school; tried in support.test.ts' }, async (ctx: Context, sent: Sent, { client }) => {
    const { id } = await askAsGuest(ctx, { ...sent, client })
    return { to: `/enquiries/${id}?key=${guestKey(ctx.site, id)}`, said: 'support.sent' }
  }),
  page('/me/enquiries', { access: 'account', sample: { as: 'learner' } }, async (ctx: Context, { query }) => {
    const [rows, asking] = await Promise.all([showMine(ctx, {}), askingIn(ctx, query)])
    return { rows, asking }
  },
    ({ rows, asking }, here) => ({ title: messages.mine[here.locale], body: <MinePage rows={rows} asking={asking} here={here} /> })),
  action('/me/enquiries', { access: 'account', on: '/me/enquiries', form: ({ policy }: Context) => enquiryForm(policy), sample: { as: 'learner', body: { topic: 'technical', words: 'Не открывается второй урок.' } } }, async (ctx: Context, { right, ...sent }: Sent) => {
    if (sent.topic === 'rights') {
      if (!right) throw new Refusal(422, 'support.needs-right', {}, { field: 'right' })
      return { to: `/me/data/requests/${await askForRight(ctx, { kind: right, wish: sent.words })}`, said: 'support.request-sent' }
    }
    const { id } = await ask(ctx, sent)
    return { to: `/me/enquiries/${id}`, said: 'support.sent' }
  }),
  page('/me/enquiries/:ticket', { access: 'account', sample: { as: 'learner', params: { ticket: '$enquiry' } } }, (ctx: Context, { params }) => showThread(ctx, { ticket: params.ticket }),
    (ticket, here) => ({ title: named(ticket.number, here.locale), body: <ThreadPage ticket={ticket} here={here} /> })),
  action('/me/enquiries/:ticket', { access: 'account', on: '/me/enquiries/:ticket', form: replyForm, sample: { as: 'learner', params: { ticket: '$enquiry' }, body: { words: 'Браузер Firefox.' } } }, async (ctx: Context, { words }: Words, { params }) => {
    await writeMore(ctx, { ticket: params.ticket, words })
    return { to: `/me/enquiries/${params.ticket}`, said: 'support.added' }
  }),
  action('/me/enquiries/:ticket/not-solved', { access: 'account', on: '/me/enquiries/:ticket', sample: { as: 'learner', params: { ticket: '$answeredEnquiry' } } }, async (ctx: Context, _, { params }) => {
    await notSolved(ctx, { ticket: params.ticket })
    return { to: `/me/enquiries/${params.ticket}`, said: 'support.reopened' }
  }),
  page('/enquiries/:ticket', { access: 'everyone', sample: null, why: ofGuests }, async (ctx: Context, { params, query }) => ({ ticket: await showThread(ctx, { ticket: params.ticket, key: query.key }), key: query.key }),
    ({ ticket, key }, here) => ({ title: named(ticket.number, here.locale), body: <ThreadPage ticket={ticket} here={here} asKey={byKey(key)} /> })),
  action('/enquiries/:ticket', { access: 'everyone', on: '/enquiries/:ticket', form: replyForm, sample: null, why: ofGuests }, async (ctx: Context, { words }: Words, { params, query }) => {
    await writeMore(ctx, { ticket: params.ticket, key: query.key, words })
    return { to: `/enquiries/${params.ticket}${byKey(query.key)}`, said: 'support.added' }
  }),
  action('/enquiries/:ticket/not-solved', { access: 'everyone', on: '/enquiries/:ticket', sample: null, why: ofGuests }, async (ctx: Context, _, { params, query }) => {
    await notSolved(ctx, { ticket: params.ticket, key: query.key })
    return { to: `/enquiries/${params.ticket}${byKey(query.key)}`, said: 'support.reopened' }
  }),
]

const desk = (path: string, access: string | string[]) => page(path, { access, sample: { as: [access].flat()[0]! } }, (ctx: Context, { query }) => showDesk(ctx, { stage: query.stage }),
  (shown, here) => ({ title: messages.desk[here.locale], body: <DeskPage shown={shown} here={here} /> }))

const ticketAt = '/office/enquiries/:ticket'
const back = (ticket: string | undefined) => `/office/enquiries/${ticket}`

const desks: Route[] = [
  desk('/office/enquiries', ['operator', 'support']),
  desk('/privacy-office/enquiries', 'privacy-officer'),
  page('/office/enquiries/record', { access: staff, sample: { as: 'support' } }, async () => ({}), (_, here) => ({ title: messages.record[here.locale], body: <RecordPage here={here} /> })),
  action('/office/enquiries/record', { access: staff, on: '/office/enquiries/record', form: recordForm, sample: { as: 'support', body: { channel: 'phone', topic: 'general', arrived: '2026-12-03', words: 'Спрашивает, когда начнётся курс.' } } }, async (ctx: Context, recorded: z.output<typeof Recorded>) => {
    const kept = await recordEnquiry(ctx, recorded)
    return 'request' in kept ? { to: ctx.actor.role === 'privacy-officer' ? '/privacy-office/requests' : '/office/enquiries', said: 'support.recorded-request' } : { to: ctx.actor.role === 'privacy-officer' ? deskOf('privacy') : deskOf('general'), said: 'support.recorded' }
  }),
  page(ticketAt, { access: staff, sample: { as: 'support', params: { ticket: '$enquiry' } } }, (ctx: Context, { params }) => showTicket(ctx, { ticket: params.ticket }),
    (ticket, here) => ({ title: named(ticket.number, here.locale), body: <TicketPage ticket={ticket} here={here} /> })),
  action(`${ticketAt}/answer`, { access: staff, on: ticketAt, form: answerForm, sample: { as: 'support', params: { ticket: '$enquiry' }, body: { words: 'Обновите страницу, урок откроется.' } } }, async (ctx: Context, { words, close, settled }: Words & { close?: 'yes'; settled?: string }, { params }) => {
    await answerTicket(ctx, { ticket: params.ticket, words, close, settled })
    return { to: back(params.ticket), said: 'support.answered' }
  }),
  action(`${ticketAt}/close`, { access: staff, on: ticketAt, form: closeForm, sample: { as: 'support', params: { ticket: '$enquiry' }, body: { reason: 'Повторяет обращение, которое уже есть.' } } }, async (ctx: Context, { reason }: { reason?: string }, { params }) => {
    await closeTicket(ctx, { ticket: params.ticket, reason })
    return { to: back(params.ticket), said: 'support.closed' }
  }),
  action(`${ticketAt}/request`, { access: staff, on: ticketAt, sample: null, why: 'an enquiry of the test world is a guest\'s; walked in requests-by-letter.test.ts' }, async (ctx: Context, _, { params }) => {
    const { id } = await makeRequest(ctx, { ticket: params.ticket })
    return ctx.actor.role === 'privacy-officer' ? { to: `/privacy-office/requests/${id}`, said: 'support.made-request' } : { to: back(params.ticket), said: 'support.made-request' }
  }),
  action(`${ticketAt}/move`, { access: staff, on: ticketAt, form: moveForm, sample: { as: 'support', params: { ticket: '$enquiry' }, body: { topic: 'general' } } }, async (ctx: Context, { topic }: { topic: Topic }, { params }) => {
    await moveTicket(ctx, { ticket: params.ticket, topic })
    return { to: ctx.actor.role === 'privacy-officer' ? deskOf('privacy') : deskOf('general'), said: 'support.moved' }
  }),
]

export const routes: Route[] = [...claims, ...askers, ...desks]
