import { action, page, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { showRhythm } from './find-week.ts'
import { planForm } from './forms.ts'
import { messages } from './messages.ts'
import { dropPlan, planWeek } from './plan-week.ts'
import { RhythmPage } from './rhythm-page.tsx'

const place = '/me/rhythm'

export const routes: Route[] = [
  page(place, { access: 'learner', sample: {} }, async (ctx: Context) => ({ ...await showRhythm(ctx, {}), Fields: planForm(ctx.policy).Fields }), (shown, here) => ({ title: messages.title[here.locale], body: <RhythmPage shown={shown} here={here} /> })),
  action(place, { access: 'learner', on: place, form: (ctx: Context) => planForm(ctx.policy), sample: { body: { days: ['1', '4'], remind: 'here', agree: 'true' } } }, async (ctx: Context, input: { days: number[]; remind: string }) => {
    await planWeek(ctx, input)
    return { to: '/me', said: 'rhythm.saved' }
  }),
  action(`${place}/drop`, { access: 'learner', on: place, sample: {} }, async (ctx: Context) => {
    await dropPlan(ctx, {})
    return { to: '/me', said: 'rhythm.dropped' }
  }),
]
