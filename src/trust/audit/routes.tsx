import { action, page } from '#platform/web/web.ts'
import type { Context } from './context.ts'
import { LogPage, VerdictPage } from './log-page.tsx'
import { messages } from './messages.ts'
import { showLog } from './show-log.ts'
import { showVerdicts, verifyNow } from './verify-now.ts'

const withoutEmpty = (query: Record<string, string>) => Object.fromEntries(Object.entries(query).filter(([name, value]) => value !== '' && name !== 'said'))

export const routes = [
  page('/privacy-office/audit', { access: 'privacy-officer', sample: {} }, (ctx: Context, { query }) => showLog(ctx, withoutEmpty(query)),
    (shown, here) => ({ title: messages['log-title'][here.locale], body: <LogPage {...shown} here={here} />, wide: true })),
  action('/privacy-office/audit/verify', { access: 'privacy-officer', sample: {} }, async (ctx: Context) => {
    await verifyNow(ctx, {})
    return { to: '/privacy-office/audit/verified' }
  }),
  page('/privacy-office/audit/verified', { access: 'privacy-officer', sample: {} }, (ctx: Context) => showVerdicts(ctx, {}),
    (verdicts, here) => ({ title: messages['verify-title'][here.locale], body: <VerdictPage verdicts={verdicts} here={here} /> })),
]
