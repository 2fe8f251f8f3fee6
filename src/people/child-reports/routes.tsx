import type { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import { action, page, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { withinText } from '#trust/law/law.ts'
import { ruleOf } from '#trust/policy/policy.ts'
import { addressOf, guestKey, sendsLetters } from '#people/support/support.ts'
import { answerChildReports } from './controls.ts'
import { answerNothing, freezeNamed, lift, remove, showHold, showHolds } from './decide.ts'
import { CasePage, DeskPage } from './desk-pages.tsx'
import { checkForm, nameForm, reportForm, type Report } from './forms.ts'
import { messages } from './messages.ts'
import { report } from './report.ts'
import { ReportPage } from './report-page.tsx'

const desk = '/privacy-office/child-reports'
const elsewhere = 'needs a report; walked in child-reports.test.ts'

export const routes: Route[] = [
  page('/minors/report', { access: 'everyone', sample: null, why: 'only schools that promise it take reports; walked in child-reports.test.ts' }, async (ctx: Context) => {
    const rule = ruleOf(ctx.policy, answerChildReports)
    if (!rule) throw new Refusal(404, 'common.not-found')
    return { Fields: reportForm(ctx).Fields, within: withinText(rule.within), mailbox: sendsLetters(ctx.policy) ? addressOf(ctx.policy, 'child') : undefined }
  }, (asked, here) => ({ title: messages.title[here.locale], body: <ReportPage asked={asked} here={here} /> })),
  action('/minors/report', { access: 'everyone', on: '/minors/report', form: reportForm, sample: null, why: 'differs by school; walked in child-reports.test.ts' }, async (ctx: Context, sent: z.output<typeof Report>, { client }) => {
    const { id, guest } = await report(ctx, { ...sent, client })
    return { to: guest ? `/enquiries/${id}?key=${guestKey(ctx.site, id)}` : `/me/enquiries/${id}`, said: 'child-reports.sent' }
  }),
  page(desk, { access: 'privacy-officer', sample: {} }, (ctx: Context, { query }) => showHolds(ctx, { ticket: query.ticket }),
    (shown, here) => ({ title: messages.desk[here.locale], body: <DeskPage shown={shown} here={here} /> })),
  action(desk, { access: 'privacy-officer', on: desk, form: nameForm, sample: null, why: elsewhere }, async (ctx: Context, sent: { account: string; ticket?: string }) => {
    const { id } = await freezeNamed(ctx, sent)
    return { to: `${desk}/${id}`, said: 'child-reports.closed-now' }
  }),
  action(`${desk}/reports/:ticket/nothing`, { access: 'privacy-officer', on: desk, sample: null, why: elsewhere }, async (ctx: Context, _, { params }) => {
    await answerNothing(ctx, { ticket: params.ticket })
    return { to: desk, said: 'child-reports.nothing-said' }
  }),
  page(`${desk}/:id`, { access: 'privacy-officer', sample: null, why: elsewhere }, (ctx: Context, { params }) => showHold(ctx, { id: params.id }),
    (shown, here) => ({ title: shown.report ? fill(messages['of-report'], { number: shown.report.number })[here.locale] : messages['report-gone'][here.locale], body: <CasePage shown={shown} here={here} /> })),
  action(`${desk}/:id/lift`, { access: 'privacy-officer', on: `${desk}/:id`, sample: null, why: elsewhere }, async (ctx: Context, _, { params }) => {
    await lift(ctx, { id: params.id })
    return { to: desk, said: 'child-reports.lifted' }
  }),
  action(`${desk}/:id/remove`, { access: 'privacy-officer', on: `${desk}/:id`, form: checkForm, sample: null, why: elsewhere }, async (ctx: Context, ticks: object, { params }) => {
    await remove(ctx, { ...ticks, id: params.id! } as never)
    return { to: desk, said: 'child-reports.removed' }
  }),
]
