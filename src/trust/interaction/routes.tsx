import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { page, raw, readForm, type At, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { messages } from './messages.ts'
import { notePress, noteStay } from './note.ts'
import { showVisits } from './show-visits.ts'
import { VisitsPage } from './visits-page.tsx'

const view = z.uuid()
/** How long a page was looked at, or a named element that was pressed on it. */
const Told = z.union([z.strictObject({ view, seconds: z.coerce.number().int().min(0).max(86_400) }), z.strictObject({ view, element: z.string().max(200) })])

export const routes: Route[] = [
  page('/office/visits', { access: ['operator', 'privacy-officer'], sample: {} },
    (ctx: Context) => showVisits(ctx, {}), (visits, here) => ({ title: messages['visits-title'][here.locale], body: <VisitsPage visits={visits} here={here} /> })),
  raw('POST', '/visits', { access: 'everyone', sample: { body: { view: '019b0000-0000-7000-8000-000000000000', seconds: '1' } } }, async (ctx: Context, at: At, c: { req: { raw: Request } }) => {
    const told = Told.safeParse(Object.fromEntries(await readForm(c.req.raw)))
    if (!told.success) throw new Refusal(422, 'interaction.not-told')
    if ('seconds' in told.data) noteStay(ctx, told.data)
    else notePress(ctx, at, told.data)
    return new Response(null, { status: 204 })
  }),
]
