import { page, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { messages } from '../messages.ts'
import { FiguresPage } from './figures-page.tsx'
import { showFigures } from './show-figures.ts'

export const routes: Route[] = [
  page('/teach/progress/:run/figures', { access: 'teacher', sample: null, why: 'only where a school promises figures of its courses; walked in figures.test.ts' }, (ctx: Context, { params }) => showFigures(ctx, { run: params.run }),
    (shown, here) => ({ title: messages.figures[here.locale], body: <FiguresPage shown={shown} here={here} /> })),
]
