import { serveFile } from '#platform/files/files.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { action, page, raw } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { consentToShow, withdrawShowing } from './consent.ts'
import { consentForm, placeForm } from './forms.ts'
import { GalleryPage } from './gallery-page.tsx'
import { messages } from './messages.ts'
import { placeWork } from './place-work.ts'
import { showGallery, showPicture } from './show-gallery.ts'

const assignment = '/learn/:run/assignment'
const desk = '/teach/submissions/:work'

/** A school without a gallery has nothing at these addresses, and most schools have none. */
const why = 'only a school whose policy promises a gallery has one: gallery.test.ts walks it, at home and elsewhere'

export const routes = [
  page('/courses/:course/works', { access: 'everyone', sample: null, why }, (ctx: Context, { params }) => showGallery(ctx, { course: params.course }),
    (shown, here) => ({ title: `${messages.gallery[here.locale]}: ${shown.course.title[here.locale]}`, body: <GalleryPage shown={shown} here={here} /> })),
  raw('GET', '/courses/:course/works/:work/view', { access: 'everyone', sample: null, why }, async (ctx: Context, { params }, c) =>
    serveFile(ctx, await reveal(ctx, await showPicture(ctx, { course: params.course, work: params.work })), { part: 'view', range: c.req.header('range') })),
  action(`${assignment}/consent`, { access: 'learner', on: assignment, form: consentForm, sample: null, why }, async (ctx: Context, input: object, { params }) => {
    await consentToShow(ctx, { ...input, run: params.run })
    return { to: `/learn/${params.run}/assignment#gallery`, said: 'assignments.consent-kept' }
  }),
  action(`${assignment}/withdraw`, { access: 'learner', on: assignment, sample: null, why }, async (ctx: Context, _, { params }) => {
    await withdrawShowing(ctx, { run: params.run })
    return { to: `/learn/${params.run}/assignment#gallery`, said: 'assignments.consent-withdrawn' }
  }),
  action(`${desk}/gallery`, { access: 'teacher', on: desk, form: placeForm, sample: null, why }, async (ctx: Context, { place }: { place: 'yes' | 'no' }, { params }) => {
    await placeWork(ctx, { work: params.work, place })
    return { to: `/teach/submissions/${params.work}#gallery`, said: 'assignments.placed' }
  }),
]
