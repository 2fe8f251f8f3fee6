import { page, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { noticePath } from './address.ts'
import { messages } from './messages.ts'
import { NoticePage } from './notice-page.tsx'
import { showNotice } from './show-notice.ts'

export const routes: Route[] = [
  page(noticePath, { access: 'everyone', sample: { query: { to: '$outside', key: '$outsideKey' } } }, (ctx: Context, { query, fromElsewhere }) => showNotice(ctx, { asked: query, elsewhere: fromElsewhere }),
    (link, here) => ({ title: messages['page'][here.locale], body: <NoticePage link={link} here={here} /> })),
]
