import { page, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { messages } from './messages.ts'
import { ListPage, SupplementPage } from './pages.tsx'
import { showAll, showSupplement } from './show.ts'

const why = 'only schools that publish any have these pages; walked in src/school/rules/rules.test.ts'

export const routes: Route[] = [
  page('/privacy/supplements', { access: 'everyone', sample: null, why }, (ctx: Context) => showAll(ctx, {}),
    ({ supplements }, here) => ({ title: messages.title[here.locale], body: <ListPage supplements={supplements} here={here} /> })),
  page('/privacy/supplements/:id', { access: 'everyone', sample: null, why }, (ctx: Context, { params, query }) => showSupplement(ctx, { id: params.id, ...query.version && { version: query.version } }),
    (found, here) => ({ title: found.shown.said[here.locale].title, body: <SupplementPage found={found} here={here} /> })),
]
