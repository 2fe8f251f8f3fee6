import { Refusal } from '#platform/refusal.ts'
import { page, raw, readSent, Redraw, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { messages } from '../messages.ts'
import { GradebookPage, GroupsPage } from './gradebook-page.tsx'
import { LearnerPage, learnerCalled } from './learner-page.tsx'
import { showLearner } from './show-learner.ts'
import { countGroup, showGroup, viewIn } from './show-gradebook.ts'
import { showRunsTaught } from './show-groups.ts'
import { takeOut, takeOutForm, TakeOutPage } from './take-out.tsx'

const group = '/teach/progress/:run'
const takingOut = `${group}/export`
const inRun = { params: { run: '$run' } }

const withoutPage = (query: Record<string, string>) => { const { page: _, ...view } = viewIn(query); return view }

export const routes: Route[] = [
  page('/teach/progress', { access: 'teacher', sample: {} }, (ctx: Context) => showRunsTaught(ctx, {}),
    (runs, here) => ({ title: messages['my-groups'][here.locale], body: <GroupsPage runs={runs} here={here} /> })),
  page(group, { access: 'teacher', sample: inRun }, (ctx: Context, { params, query }) => showGroup(ctx, { run: params.run, ...viewIn(query) }),
    (shown, here) => ({ title: messages.gradebook[here.locale], body: <GradebookPage shown={shown} here={here} /> })),
  page(takingOut, { access: 'teacher', sample: inRun }, (ctx: Context, { params, query }) => countGroup(ctx, { run: params.run, ...withoutPage(query) }),
    (view, here) => ({ title: messages['take-out-title'][here.locale], body: <TakeOutPage view={view} here={here} /> })),
  page(`${group}/learners/:enrolment`, { access: 'teacher', sample: { params: { run: '$run', enrolment: '$enrolment' } } }, (ctx: Context, { params }) => showLearner(ctx, { run: params.run, enrolment: params.enrolment }),
    (shown, here) => ({ title: learnerCalled(shown, here.locale), body: <LearnerPage shown={shown} here={here} /> })),
  raw('POST', takingOut, { access: 'teacher', on: takingOut, sample: { ...inRun, body: { purpose: 'marks' } } }, asFile),
]

/** A form that answers with a file. It may be sent twice: each time it is written down. */
async function asFile(ctx: Context, { params, query }: { params: Record<string, string>; query: Record<string, string> }, c: { req: { raw: Request } }): Promise<Response> {
  const sent = await readSent(c.req.raw)
  sent.delete('_once')
  const read = takeOutForm.read(sent)
  if (!read.ok) throw new Redraw(takingOut, { ...takeOutForm, refuse: () => read.failed }, sent, new Refusal(422, 'common.not-valid', { fields: Object.keys(read.failed.problems).join(', ') }))
  const { name, text } = await takeOut(ctx, params.run!, withoutPage(query), read.input.purpose)
  return new Response(text, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'private, no-store' } })
}
