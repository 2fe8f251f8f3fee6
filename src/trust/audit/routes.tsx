import { action, page } from '#platform/web/web.ts'
import type { Context } from './context.ts'
import { EntryPage } from './entry-page.tsx'
import { LogPage } from './log-page.tsx'
import { messages } from './messages.ts'
import { showEntry } from './show-entry.ts'
import { showLog } from './show-log.ts'
import { VerdictPage } from './verdict-page.tsx'
import { showVerdicts, verifyNow } from './verify-now.ts'

const withoutEmpty = (query: Record<string, string>) => Object.fromEntries(Object.entries(query).filter(([name, value]) => value !== '' && name !== 'said'))

export const routes = [
  page('/privacy-office/audit', { access: 'privacy-officer', sample: {} }, (ctx: Context, { query }) => showLog(ctx, withoutEmpty(query)),
    (shown, here) => ({ title: messages['log-title'][here.locale], body: <LogPage log={shown} here={here} />, wide: true })),
  action('/privacy-office/audit/verify', { access: 'privacy-officer', sample: {} }, async (ctx: Context) => {
    await verifyNow(ctx, {})
    return { to: '/privacy-office/audit/verified' }
  }),
  page('/privacy-office/audit/verified', { access: 'privacy-officer', sample: {} }, (ctx: Context) => showVerdicts(ctx, {}),
    (verdicts, here) => ({ title: messages['verify-title'][here.locale], body: <VerdictPage verdicts={verdicts} here={here} /> })),
  page('/privacy-office/audit/:id', { access: 'privacy-officer', sample: { params: { id: '$entry' } } }, (ctx: Context, { params }) => showEntry(ctx, params),
    (entry, here) => ({ title: messages['entry-title'][here.locale], body: <EntryPage entry={entry} here={here} /> })),
]
