import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { fileFacts } from '#platform/files/files.ts'
import type { Text } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { restingFor } from '#trust/purposes/purposes.ts'
import { courseBySlug, runsTeaching } from '#school/courses/courses.ts'
import { mustHaveGallery, shownWorks } from './gallery.ts'

export type GalleryShown = Revealed<Awaited<ReturnType<typeof showGallery>>>

/** The works of a course that everybody may see, the newest first. Words beside a photo are for its teacher: they are not opened. */
export const showGallery = query('assignments.show-gallery', {
  input: z.strictObject({ course: z.string().max(100) }),
  async find(ctx: Context, { course: slug }) {
    mustHaveGallery(ctx)
    const shown = shownOf(ctx.db, slug)
    const [course, works, sizes, rests] = await Promise.all([
      courseBySlug(ctx.db, slug),
      shown.select(['assignments.showings.id', 'assignments.works.person', 'kind', sql<Text>`assignments.assignments.title`.as('title'), 'signed', 'assignments.takes.id as takeId', 'described', 'assignments.takes.words', 'file', 'placed_at']).orderBy('placed_at', 'desc').limit(60).execute(),
      fileFacts(ctx, sql<string>`${shown.select('file')}`), restingFor(ctx, 'assignments.show-gallery'),
    ])
    return course && { course: { slug, title: course.about.title }, works: works.filter(({ person }) => !rests(person)).map(({ file, takeId: _, person: __, ...work }) => ({ ...work, ...work.kind === 'photo' && { words: null }, view: viewIn(sizes, file) })) }
  },
  may: () => true,
  reveals: () => [],
})

/** A picture of the gallery, made smaller and without its file's name: for everybody, while it is shown. */
export const showPicture = query('assignments.show-picture', {
  input: z.strictObject({ course: z.string().max(100), work: z.uuid() }),
  async find(ctx: Context, { course, work }) {
    mustHaveGallery(ctx)
    const shown = shownOf(ctx.db, course).where('assignments.showings.id', '=', work)
    const [[file], [of], rests] = await Promise.all([fileFacts(ctx, sql<string>`${shown.select('file')}`), shown.select('assignments.works.person').execute(), restingFor(ctx, 'assignments.show-gallery')])
    return file && of && !rests(of.person) ? { ...file, name: null } : undefined
  },
  may: () => true,
  reveals: () => [],
})

const shownOf = (db: Database, course: string) => shownWorks(db).where('assignments.works.run', 'in', runsTeaching(course))

type Sizes = { id: string; parts: { name: string; width: number | null; height: number | null }[] }[]
function viewIn(files: Sizes, file: string | null) {
  const view = files.find(({ id }) => id === file)?.parts.find(({ name }) => name === 'view')
  return view && { width: view.width ?? 1, height: view.height ?? 1 }
}
