import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { form } from '#platform/ui/ui.ts'
import { action, page, raw, type Route } from '#platform/web/web.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { readChoice } from '../choice.ts'
import { AskerPage, ConsentPage } from './consent-page.tsx'
import { ConsentsPage } from './consents-page.tsx'
import { giveConsent, withdrawConsent, withdrawForAsker } from './give.ts'
import { registerMessages as messages } from './messages.ts'
import { ReceiptPage } from './receipt-page.tsx'
import { receiptOf } from './receipt.ts'
import { showConsent, showConsents, showConsentsOfAsker, showRecord } from './show.ts'

const one = '/me/consents/:consent'
const asker = '/privacy-office/requests/:request/consents'
const switchForm = form(z.strictObject({ to: z.enum(['yes', 'no']) }), { to: { type: 'hidden' } }, messages)

export const registerRoutes: Route[] = [
  page('/me/consents', { access: 'account', sample: {} }, async (ctx: Context, { cookies }) => ({ ...await showConsents(ctx, {}), choice: readChoice(cookies) }),
    (shown, here) => ({ title: messages.consents[here.locale], body: <ConsentsPage shown={shown} here={here} /> })),

  page('/me/consents/receipts/:id', { access: 'account', sample: { as: 'learner', params: { id: '$consentRecord' } } }, (ctx: Context, { params }) => showRecord(ctx, params),
    (record, here) => ({ title: messages.receipt[here.locale], body: <ReceiptPage record={record} here={here} /> })),

  raw('GET', '/me/consents/receipts/:id/receipt.json', { access: 'account', sample: { as: 'learner', params: { id: '$consentRecord' } } }, async (ctx: Context, { params }) => {
    const record = await reveal(ctx, await inSite(ctx.db, ctx.site, db => showRecord({ ...ctx, db }, params), askingOf(ctx)))
    return new Response(JSON.stringify(receiptOf(record, ctx), null, 2), { headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': 'attachment; filename="receipt.json"', 'cache-control': 'no-store' } })
  }),

  page(one, { access: 'account', sample: { params: { consent: 'review-publishing' } } }, (ctx: Context, { params }) => showConsent(ctx, params),
    (shown, here) => ({ title: shown.consent.title[here.locale], body: <ConsentPage shown={shown} here={here} /> })),

  // A switch without script: it leads to the words first, and changes nothing by itself.
  action(`${one}/switch`, { access: 'account', on: one, form: switchForm, sample: { params: { consent: 'review-publishing' }, body: { to: 'no' } } },
    async (_: Context, __: { to: string }, { params }) => ({ to: `/me/consents/${encodeURIComponent(params.consent!)}` })),

  action(`${one}/give`, { access: 'account', on: one, sample: { as: 'teacher', params: { consent: 'review-publishing' } } }, async (ctx: Context, _, { params }) => {
    await giveConsent(ctx, params)
    return { to: `/me/consents/${params.consent}`, said: 'consent.given' }
  }),
  action(`${one}/withdraw`, { access: 'account', on: one, sample: { as: 'learner', params: { consent: 'review-publishing' } } }, async (ctx: Context, _, { params }) => {
    await withdrawConsent(ctx, params)
    return { to: `/me/consents/${params.consent}`, said: 'consent.withdrawn' }
  }),

  page(asker, { access: 'privacy-officer', sample: { params: { request: '$request' } } }, (ctx: Context, { params }) => showConsentsOfAsker(ctx, params),
    (shown, here) => ({ title: messages['asker-title'][here.locale], body: <AskerPage shown={shown} here={here} /> })),
  action(`${asker}/:consent/withdraw`, { access: 'privacy-officer', on: asker, sample: { params: { request: '$request', consent: 'study-reminders' } } }, async (ctx: Context, _, { params }) => {
    await withdrawForAsker(ctx, params)
    return { to: `/privacy-office/requests/${params.request}/consents`, said: 'consent.withdrawn' }
  }),
]
