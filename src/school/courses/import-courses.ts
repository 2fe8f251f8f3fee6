import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { locales, type Text } from '#platform/locale.ts'
import type { Context } from '#trust/audit/audit.ts'
import { fingerprintOf, hashOf, type Block, type CourseFolder, type Figure, type Lesson, type SampleWork, type Video } from './format/format.ts'
import { logMove, openRunOf } from './publish.ts'

/** What a browser may know of a check; given by the module that keeps questions, which is not known here. */
export type CheckHere = { id: string; name: string; asked: unknown }
export type Halves = (ctx: Importing, course: string, folder: CourseFolder) => Promise<CheckHere[]>
/** Another part of a version: its test, its assignment. */
export type Part = (ctx: Importing, of: { course: string; version: string }, folder: CourseFolder) => Promise<unknown>
export type Importing = Pick<Context, 'db' | 'now'>

/** What other modules keep of a course, and, where it can be asked, a version read back from all of them. */
export type Shelf = { halves: Halves; parts: Part[]; read?: (db: Database, version: string) => Promise<CourseFolder | undefined> }

/**
 * Brings in the course folders of a school that opens. The same folder changes nothing, however often it is read. A new course is
 * published and opens its first run; a changed one becomes a draft, for whoever runs the school to look at and publish.
 */
export async function importCourses(ctx: Importing, folders: CourseFolder[], shelf: Shelf): Promise<void> {
  for (const [position, folder] of folders.entries()) {
    const { course } = await courseFor(ctx, folder.slug, position)
    await ctx.db.updateTable('courses.courses').set({ position }).where('id', '=', course).execute()
    const { version, isNew } = await versionFor(ctx, course, folder, shelf)
    // A version that was here before has had its turn: somebody may have published another since.
    if (isNew) await point(ctx, course, version, folder.slug)
  }
}

/** `nothing`: it is what is in the catalogue. `waiting`: it is the draft already. `draft`: another version of a course that is here. `course`: one that was not. */
export type Brought = { outcome: 'nothing' | 'waiting' | 'draft' | 'course'; number: number }

/** Brings one course in by somebody's hand. Nothing of it is published: it waits as the draft. A version of old may become the draft again. */
export async function bringInAsDraft(ctx: Importing & Pick<Context, 'actor'>, folder: CourseFolder, shelf: Shelf): Promise<Brought> {
  const { last } = await ctx.db.selectFrom('courses.courses').select(sql<number>`coalesce(max(position), -1)`.as('last')).executeTakeFirstOrThrow()
  const { course, isNew } = await courseFor(ctx, folder.slug, Number(last) + 1)
  const { version, number } = await versionFor(ctx, course, folder, shelf, ctx.actor.person)
  const pointers = await ctx.db.selectFrom('courses.pointers').select(['draft', 'published']).where('course', '=', course).executeTakeFirstOrThrow()
  if (pointers.published === version) return { outcome: 'nothing', number }
  if (pointers.draft === version) return { outcome: 'waiting', number }
  await ctx.db.updateTable('courses.pointers').set({ draft: version }).where('course', '=', course).execute()
  return { outcome: isNew ? 'course' : 'draft', number }
}

/** The row of a course, locked: two who bring in the same course at once do so one after the other. */
async function courseFor({ db, now }: Importing, slug: string, position: number): Promise<{ course: string; isNew: boolean }> {
  const { course, isNew } = await db.insertInto('courses.courses').values({ id: uuidv7(), slug, position, added_at: now })
    .onConflict(clash => clash.columns(['site', 'slug']).doUpdateSet({ slug })).returning(['id as course', sql<boolean>`xmax = 0`.as('isNew')]).executeTakeFirstOrThrow()
  if (isNew) await db.insertInto('courses.pointers').values({ course, draft: null, published: null }).execute()
  return { course, isNew }
}

type Versioned = { version: string; number: number; isNew: boolean }

async function versionFor(ctx: Importing, course: string, folder: CourseFolder, shelf: Shelf, person: string | null = null): Promise<Versioned> {
  const versions = await ctx.db.selectFrom('courses.versions').select(['id', 'number', 'fingerprint']).where('course', '=', course).orderBy('number', 'desc').execute()
  const fingerprint = fingerprintOf(folder)
  const known = versions.find(version => version.fingerprint === fingerprint) ?? await sameAsNewest(ctx.db, versions[0], fingerprint, shelf)
  if (known) return { version: known.id, number: known.number, isNew: false }
  const version = uuidv7()
  const number = (versions[0]?.number ?? 0) + 1
  await ctx.db.insertInto('courses.versions').values({
    id: version, course, number, fingerprint,
    level: folder.level, cover: coverOf(folder), samples: JSON.stringify(folder.samples.map(sample => withFigures(sample, folder.figures))), languages: [...locales], minutes: Math.round(folder.hours * 60), about: JSON.stringify(aboutOf(folder)), outline: JSON.stringify(outlineOf(folder)), made_at: ctx.now,
  }).execute()
  await addLessons(ctx, version, folder, await shelf.halves(ctx, course, folder))
  for (const part of shelf.parts) await part(ctx, { course, version }, folder)
  await logMove(ctx, { course, act: 'imported', version, before: null, person })
  return { version, number, isNew: true }
}

/** How fingerprints are taken may change from release to release, and a version never does: so what is kept is read back and compared. */
async function sameAsNewest<Kept extends { id: string }>(db: Database, newest: Kept | undefined, fingerprint: string, { read }: Shelf): Promise<Kept | undefined> {
  const kept = newest && await read?.(db, newest.id)
  return kept && fingerprintOf(kept) === fingerprint ? newest : undefined
}

/** The first version is published at once: an empty school teaches nobody. */
async function point(ctx: Importing, course: string, version: string, slug: string) {
  const pointers = await ctx.db.selectFrom('courses.pointers').select(['draft', 'published']).where('course', '=', course).executeTakeFirstOrThrow()
  if (pointers.published === version || pointers.draft === version) return
  const first = !pointers.published && !(await ctx.db.selectFrom('courses.publish_log').select('id').where('course', '=', course).where('act', '=', 'published').executeTakeFirst())
  await ctx.db.updateTable('courses.pointers').set(first ? { published: version, draft: null } : { draft: version }).where('course', '=', course).execute()
  if (!first) return
  await logMove(ctx, { course, act: 'published', version, before: null, person: null })
  await openRunOf(ctx, { course, slug, version })
}

/** What everyone may know of a course: the landing page is drawn from it. A version brought in before courses had these fields has none of them. */
export type About = Partial<Pick<CourseFolder, 'outcomes' | 'weeks' | 'age' | 'certificate' | 'teaching'>> & Pick<CourseFolder, 'title' | 'outcome' | 'summary' | 'level' | 'hours' | 'licence' | 'teachers' | 'completion'> & {
  test: { title: Text; pass: number; attempts: number; minutes: number | null; questions: number }
  assignment: { title: Text; kind: CourseFolder['assignment']['kind']; attempts: number; pass: number; criteria: Text[] }
}

function aboutOf({ title, outcome, outcomes, summary, level, hours, weeks, age, certificate, licence, teachers, teaching, completion, test, assignment }: CourseFolder): About {
  return {
    title, outcome, outcomes, summary, level, hours, weeks, age, certificate, licence, teachers, teaching, completion,
    test: { title: test.title, pass: test.pass, attempts: test.attempts, minutes: test.minutes, questions: test.questions.length },
    assignment: { title: assignment.title, kind: assignment.kind, attempts: assignment.attempts, pass: assignment.pass, criteria: assignment.criteria.map(criterion => criterion.title) },
  }
}

/** Modules with their lessons, as a list of contents needs them. */
export type Outline = { slug: string; title: Text; lessons: { slug: string; title: Text; minutes: number; free: boolean }[] }[]

const outlineOf = ({ modules }: CourseFolder): Outline =>
  modules.map(({ slug, title, lessons }) => ({ slug, title, lessons: lessons.map(({ slug, title, minutes, free }) => ({ slug, title, minutes, free })) }))

async function addLessons(ctx: Importing, version: string, folder: CourseFolder, checks: CheckHere[]) {
  const { db } = ctx
  const videos = await keepVideos(ctx, folder.videos)
  const modules = folder.modules.map((module, position) => ({ ...module, id: uuidv7(), position }))
  const lessons = modules.flatMap(({ id: module, lessons }) => lessons.map(lesson => ({ module, lesson, id: uuidv7() })))
  await db.insertInto('courses.modules').values(modules.map(({ id, slug, position, title }) => ({ id, version, slug, position, title: JSON.stringify(title) }))).execute()
  await db.insertInto('courses.lessons').values(lessons.map(({ id, module, lesson }, position) => ({
    id, version, module, position, slug: lesson.slug, title: JSON.stringify(lesson.title), minutes: lesson.minutes, free: lesson.free,
    figures: JSON.stringify(folder.figures.filter(({ name }) => namesOf('figure', lesson).has(name))),
    videos: JSON.stringify(videos.filter(({ name }) => namesOf('video', lesson).has(name))),
    checks: JSON.stringify(checks.filter(({ name }) => lesson.checks.some(check => check.id === name))),
  }))).execute()
  await db.insertInto('courses.lesson_texts').values(lessons.flatMap(({ id, lesson }) =>
    locales.map(language => ({ lesson: id, language, blocks: JSON.stringify(lesson.body[language]) })))).execute()
}

/** A video as a lesson keeps it: its bytes lie beside, under their hashes; `size` is theirs. */
export type VideoKept = Omit<Video, 'bytes' | 'poster'> & { media: string; poster: string; size: number }

/** The bytes of videos are kept once, however many versions and courses show them. */
async function keepVideos({ db }: Importing, videos: Video[]): Promise<VideoKept[]> {
  const blobs = new Map(videos.flatMap(({ type, bytes, poster }): [string, { type: string; bytes: Uint8Array }][] => [[hashOf(bytes), { type: `video/${type}`, bytes }], [hashOf(poster), { type: 'image/jpeg', bytes: poster }]]))
  if (blobs.size) await db.insertInto('courses.media').values([...blobs].map(([hash, { type, bytes }]) => ({ hash, type, bytes: Buffer.from(bytes) }))).onConflict(clash => clash.doNothing()).execute()
  return videos.map(({ bytes, poster, ...video }) => ({ ...video, media: hashOf(bytes), poster: hashOf(poster), size: bytes.length }))
}

/** The drawing on the course's card, as it is kept. */
function coverOf({ cover, figures }: CourseFolder): string | null {
  const drawn = figures.find(({ name }) => name === cover)
  return drawn ? JSON.stringify(drawn) : null
}

/** A sample work with the drawings it shows. */
export type SampleKept = SampleWork & { figures: Figure[] }

function withFigures(sample: SampleWork, figures: Figure[]): SampleKept {
  const names = new Set(locales.flatMap(locale => namesIn('figure', sample.work[locale])))
  return { ...sample, figures: figures.filter(({ name }) => names.has(name)) }
}

const namesOf = (kind: 'figure' | 'video', lesson: Lesson) => new Set(locales.flatMap(locale => namesIn(kind, lesson.body[locale])))

const namesIn = (kind: 'figure' | 'video', blocks: Block[]): string[] => blocks.flatMap(block =>
  block.kind === kind ? [block.name] : kind === 'figure' && block.kind === 'compare' ? [block.before.figure, block.after.figure]
    : block.kind === 'quote' ? namesIn(kind, block.of) : block.kind === 'list' ? block.items.flatMap(item => namesIn(kind, item)) : [])
