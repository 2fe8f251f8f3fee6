import { stopTyped } from '#platform/typed/typed.ts'
import { Refusal } from '#platform/refusal.ts'
import { action, page, raw, readSent, Redraw } from '#platform/web/web.ts'
import type { Context } from './context.ts'
import { publicPem } from './export/archive.ts'
import { countView, exportLog, keyPlace } from './export/export-log.ts'
import { dropForm, exportForm, ExportPage, viewForm } from './export/export-page.tsx'
import { EntryPage } from './entry-page.tsx'
import { filtersIn, withoutWrong } from './filters.ts'
import { dropView, keepView } from './keep-view.ts'
import { LogPage } from './log-page.tsx'
import { messages } from './messages.ts'
import { showEntry } from './show-entry.ts'
import { showLog } from './show-log.ts'
import { VerdictPage } from './verdict-page.tsx'
import { showVerdicts, verifyNow } from './verify-now.ts'

const withoutEmpty = (query: Record<string, string>) => Object.fromEntries(Object.entries(query).filter(([name, value]) => value !== '' && name !== 'said'))

const exports = '/privacy-office/audit/export'

export const routes = [
  page('/privacy-office/audit', { access: 'privacy-officer', sample: {} }, (ctx: Context, { query }) => showLog(ctx, withoutWrong(withoutEmpty(query))),
    (shown, here) => ({ title: messages['log-title'][here.locale], body: <LogPage log={shown} here={here} /> })),
  action('/privacy-office/audit/verify', { access: 'privacy-officer', sample: {} }, async (ctx: Context) => {
    await verifyNow(ctx, {})
    return { to: '/privacy-office/audit/verified' }
  }),
  page('/privacy-office/audit/verified', { access: 'privacy-officer', sample: {} }, (ctx: Context) => showVerdicts(ctx, {}),
    (verdicts, here) => ({ title: messages['verify-title'][here.locale], body: <VerdictPage verdicts={verdicts} here={here} /> })),
  page(exports, { access: 'privacy-officer', sample: { query: { act: 'rights.' } } }, (ctx: Context, { query }) => countView(ctx, filtersIn(query)),
    (view, here) => ({ title: messages['export-title'][here.locale], body: <ExportPage view={view} here={here} /> })),
  raw('POST', exports, { access: 'privacy-officer', on: exports, sample: { body: { purpose: 'inspection', words: 'Проверка журнала номер один' } } }, takeOut),
  raw('GET', keyPlace, { access: 'everyone', sample: {} }, (ctx: Context) =>
    new Response(publicPem(ctx.witness.key), { headers: { 'content-type': 'application/x-pem-file', 'cache-control': 'public, max-age=300', 'content-disposition': 'attachment; filename="key.pem"' } })),
  action('/privacy-office/audit/views', { access: 'privacy-officer', on: '/privacy-office/audit', form: viewForm, sample: { body: { name: 'Отказы', outcome: 'refused' } } }, async (ctx: Context, { name, ...filters }: { name: string }) => {
    await keepView(ctx, { name, filters })
    // Where a form led is noted for a day, and filters may name somebody: the view itself leads back to them.
    return { to: '/privacy-office/audit', said: 'audit.view-kept' }
  }),
  action('/privacy-office/audit/views/drop', { access: 'privacy-officer', on: '/privacy-office/audit', form: dropForm, sample: { body: { id: '$view' } } }, async (ctx: Context, { id }: { id: string }) => {
    await dropView(ctx, { id })
    return { to: '/privacy-office/audit', said: 'audit.view-dropped' }
  }),
  page('/privacy-office/audit/:id', { access: 'privacy-officer', sample: { params: { id: '$entry' } } }, (ctx: Context, { params }) => showEntry(ctx, params),
    (entry, here) => ({ title: messages['entry-title'][here.locale], body: <EntryPage entry={entry} here={here} /> })),
]

/** A form that answers with a file. It may be sent twice: each time it is written down. */
async function takeOut(ctx: Context, { query }: { query: Record<string, string> }, c: { req: { raw: Request } }): Promise<Response> {
  const sent = await readSent(c.req.raw)
  sent.delete('_once')
  const [stopped] = stopTyped(ctx, sent)
  if (stopped) throw new Redraw(exports, exportForm, sent, stopped)
  const read = exportForm.read(sent)
  if (!read.ok) throw new Redraw(exports, { ...exportForm, refuse: () => read.failed }, sent, new Refusal(422, 'common.not-valid', { fields: Object.keys(read.failed.problems).join(', ') }))
  try {
    const { name, bytes } = await exportLog(ctx, { ...filtersIn(query), ...read.input })
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'private, no-store' } })
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 422) throw error
    throw new Redraw(exports, exportForm, sent, error)
  }
}
