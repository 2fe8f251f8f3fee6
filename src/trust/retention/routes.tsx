import { page, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { CalendarPage } from './calendar-page.tsx'
import { showCalendar } from './calendar.ts'
import { messages } from './messages.ts'

export const routes: Route[] = [
  page('/privacy-office/retention', { access: ['privacy-officer', 'operator'], sample: {} }, (ctx: Context) => showCalendar(ctx, {}),
    (calendar, here) => ({ title: messages['calendar-title'][here.locale], body: <CalendarPage calendar={calendar} here={here} /> })),
]
