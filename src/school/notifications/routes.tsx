import { action, page, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { myNotices } from './find-notices.ts'
import { messages } from './messages.ts'
import { NoticesPage } from './notices-page.tsx'
import { readAll, readNotice } from './read-notice.ts'

export const routes: Route[] = [
  page('/notices', { access: 'signed-in', sample: {} }, (ctx: Context) => myNotices(ctx, {}),
    (notices, here) => ({ title: messages.title[here.locale], body: <NoticesPage notices={notices} here={here} /> })),
  action('/notices', { access: 'signed-in', on: '/notices', sample: {} }, async (ctx: Context) => {
    await readAll(ctx, {})
    return { to: '/notices', said: 'notifications.all-read' }
  }),
  action('/notices/:notice', { access: 'signed-in', on: '/notices', sample: { params: { notice: '$notice' } } }, async (ctx: Context, _, { params }) => {
    const { place } = await readNotice(ctx, { notice: params.notice })
    return { to: place, said: 'notifications.now-read' }
  }),
]
