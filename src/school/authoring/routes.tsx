import { inSite } from '#platform/database/database.ts'
import { readUpload } from '#platform/files/files.ts'
import { Refusal } from '#platform/refusal.ts'
import type { FileFault } from '#platform/ui/ui.ts'
import { AlreadyDone, page, raw, Redraw, type At, type Route } from '#platform/web/web.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { mediaAnswer, mediaOf, readApart, sentenceOf, zipOf } from '#school/courses/courses.ts'
import { bringIn } from './bring-in.ts'
import { importForm, ImportPage, mostMegabytes } from './import-page.tsx'
import { messages } from './messages.ts'
import { hasPart, PreviewPage, PreviewPart, titleOf } from './preview-page.tsx'
import { takeOut } from './take-out.ts'

const authors = ['operator', 'teacher'] as const
const place = '/office/courses/import'
const preview = '/office/courses/:course/preview'
const inCourse = { as: 'operator', params: { course: '$course' } }
const wished = ({ params, query }: At) => ({ course: params.course, ...query.which !== undefined && { which: query.which } })

export const routes: Route[] = [
  page(place, { access: authors, sample: {} }, async () => undefined, (_, here) => ({ title: messages.import[here.locale], body: <ImportPage here={here} /> })),
  raw('POST', place, { access: authors, on: place, sample: null, why: 'takes an archive: authoring.test.ts sends one, at home, elsewhere and as somebody else' }, receiveCourse),
  raw('GET', '/office/courses/:course/folder.zip', { access: authors, sample: inCourse }, async (ctx: Context, at) => {
    const { course } = await inSite(ctx.db, ctx.site, db => takeOut({ ...ctx, db }, wished(at)), askingOf(ctx))
    return new Response(new Uint8Array(await zipOf(course)), { headers: { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${course.slug}.zip"`, 'cache-control': 'no-store' } })
  }),
  page(preview, { access: authors, sample: inCourse }, (ctx: Context, at) => takeOut(ctx, wished(at)),
    (taken, here) => ({ title: `${messages.preview[here.locale]}: ${taken.course.title[here.locale]}`, body: <PreviewPage taken={taken} here={here} /> })),
  raw('GET', `${preview}/:part/media/:file`, { access: authors, sample: null, why: 'no course of the test world has a video: media.test.ts asks for one' }, async (ctx: Context, at, c) => {
    const { course } = await inSite(ctx.db, ctx.site, db => takeOut({ ...ctx, db }, { course: at.params.course, which: at.query.v === 'draft' ? 'draft' as const : 'published' as const }), askingOf(ctx))
    return mediaAnswer(mediaOf(course, { file: at.params.file!, range: c.req.header('range') }), { file: at.params.file!, download: at.query.download === '1', kept: false })
  }),
  page(`${preview}/:part`, { access: authors, sample: { ...inCourse, params: { ...inCourse.params, part: '$lesson' } } }, async (ctx: Context, at) => {
    const taken = await takeOut(ctx, wished(at))
    if (!hasPart(taken.course, at.params.part!)) throw new Refusal(404, 'common.not-found')
    return { taken, part: at.params.part! }
  }, ({ taken, part }, here) => ({ title: titleOf(taken.course, part)[here.locale], body: <PreviewPart taken={taken} part={part} here={here} /> })),
]

type Asked = Parameters<Parameters<typeof raw<Context>>[3]>[2]

/** The archive is read whole, in a thread of its own and before any transaction; only a course without a fault comes further. */
async function receiveCourse(ctx: Context, _: At, c: Asked): Promise<Response> {
  const to = (address: string) => c.redirect(c.var.visit.prefix + address, 303)
  try {
    const { fields, file } = await readUpload(c, mostMegabytes * 1_048_576)
    if (!file) throw new Refusal(422, 'authoring.no-file')
    const read = await readApart({ archive: new Uint8Array(file.bytes), file: file.name })
    if ('faults' in read) throw redrawn(new Refusal(422, 'authoring.refused', { count: read.faults.length }), read.faults.map(fault => ({ file: fault.file, line: fault.line, column: fault.column, words: sentenceOf(fault, ctx.locale) })))
    const { outcome } = await bringIn({ ...ctx, once: fields.get('_once') ?? undefined }, { course: read.course })
    return to(`/office/courses/${read.course.slug}/preview?${outcome === 'nothing' ? '' : 'which=draft&'}said=authoring.was-${outcome}`)
  } catch (error) {
    if (error instanceof AlreadyDone) return to('/office/courses')
    throw error instanceof Refusal && ![401, 403, 404].includes(error.status) ? redrawn(error, []) : error
  }
}

const redrawn = (refusal: Refusal, faults: FileFault[]) => new Redraw(place, importForm(faults), new URLSearchParams(), refusal)
