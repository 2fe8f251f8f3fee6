import { action, page, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { askForRestriction } from '../ask.ts'
import { restrictionMessages as messages } from './messages.ts'
import { disputeForm, DisputePage, holdForm, HoldPage, objectForm, ObjectPage, switchForm } from './pages.tsx'
import { dispute, lift, object, restrict } from './restrict.ts'
import { mustOffer } from './show.ts'
import { waysOf } from './ways.ts'

const elsewhere = 'only schools that promise it have the page; walked in restriction.test.ts'

export const restrictionRoutes: Route[] = [
  page('/me/data/restrict', { access: 'account', sample: {} }, (ctx: Context) => mustOffer(ctx, 'ways'),
    (shown, here) => ({ title: messages['hold-title'][here.locale], body: <HoldPage {...shown} here={here} /> })),
  action('/me/data/restrict', { access: 'account', on: '/me/data/restrict', form: ({ policy }: Pick<Context, 'policy'>) => waysOf(policy).includes('until') ? holdForm : switchForm, sample: { body: { until: '2026-12-20' } } }, async (ctx: Context, { until }: { until?: string }) => {
    if (!waysOf(ctx.policy).some(way => way !== 'dispute')) {
      await askForRestriction(ctx, {})
      return { to: '/me/data#requests', said: 'rights.sent' }
    }
    await restrict(ctx, { ...until && { until } })
    return { to: '/me/data', said: 'rights.hold-began' }
  }),
  action('/me/data/restrictions/:id/lift', { access: 'account', on: '/me/data', sample: null, why: elsewhere }, async (ctx: Context, _, { params }) => {
    await lift(ctx, { id: params.id })
    return { to: '/me/data', said: 'rights.hold-lifted' }
  }),
  page('/me/data/dispute', { access: 'account', sample: null, why: elsewhere }, (ctx: Context) => mustOffer(ctx, 'fields'),
    ({ fields }, here) => ({ title: messages['dispute-title'][here.locale], body: <DisputePage fields={fields} here={here} /> })),
  action('/me/data/dispute', { access: 'account', on: '/me/data/dispute', form: disputeForm, sample: null, why: elsewhere }, async (ctx: Context, input: object) => {
    const id = await dispute(ctx, input)
    return { to: `/me/data/requests/${id}`, said: 'rights.dispute-began' }
  }),
  page('/me/data/object', { access: 'account', sample: null, why: elsewhere }, (ctx: Context) => mustOffer(ctx, 'uses'),
    ({ uses }, here) => ({ title: messages['object-title'][here.locale], body: <ObjectPage uses={uses} here={here} /> })),
  action('/me/data/object', { access: 'account', on: '/me/data/object', form: objectForm, sample: null, why: elsewhere }, async (ctx: Context, input: object) => {
    const id = await object(ctx, input)
    return { to: `/me/data/requests/${id}`, said: 'rights.object-began' }
  }),
]
