import { page, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { measureMessages as messages } from './messages.ts'
import { showVisits } from './show-visits.ts'
import { VisitsPage } from './visits-page.tsx'

export const measureRoutes: Route[] = [
  page('/office/visits', { access: ['operator', 'privacy-officer'], sample: { as: 'operator' } }, (ctx: Context) => showVisits(ctx, {}),
    (shown, here) => ({ title: messages.visits[here.locale], body: <VisitsPage shown={shown} here={here} /> })),
]
