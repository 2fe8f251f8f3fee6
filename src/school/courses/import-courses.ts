import { uuidv7 } from '#platform/ids.ts'
import { locales, type Text } from '#platform/locale.ts'
import type { Context } from '#trust/audit/audit.ts'
import type { Block, CourseFolder, Lesson } from './format/format.ts'
import { logMove, openRunOf } from './publish.ts'

/** What a browser may know of a check; given by the module that keeps questions, which is not known here. */
export type CheckHere = { id: string; name: string; asked: unknown }
export type Halves = (ctx: Importing, course: string, folder: CourseFolder) => Promise<CheckHere[]>
/** Another part of a version: its test, its assignment. */
export type Part = (ctx: Importing, of: { course: string; version: string }, folder: CourseFolder) => Promise<unknown>
export type Importing = Pick<Context, 'db' | 'now'>

/**
 * Brings course folders in. The same folder changes nothing, however often it is read. A new course is published and opens its
 * first run; a changed one becomes a draft, for whoever runs the school to look at and publish.
 */
export async function importCourses(ctx: Importing, folders: CourseFolder[], halves: Halves, parts: Part[] = []): Promise<void> {
  for (const [position, folder] of folders.entries()) {
    const course = await courseFor(ctx, folder.slug, position)
    const version = await versionFor(ctx, course, folder, halves, parts)
    await point(ctx, course, version, folder.slug)
  }
}

async function courseFor({ db, now }: Importing, slug: string, position: number): Promise<string> {
  const { id } = await db.insertInto('courses.courses').values({ id: uuidv7(), slug, position, added_at: now })
    .onConflict(clash => clash.columns(['site', 'slug']).doUpdateSet({ position })).returning('id').executeTakeFirstOrThrow()
  await db.insertInto('courses.pointers').values({ course: id, draft: null, published: null }).onConflict(clash => clash.doNothing()).execute()
  return id
}

async function versionFor(ctx: Importing, course: string, folder: CourseFolder, halves: Halves, parts: Part[]): Promise<string> {
  const versions = await ctx.db.selectFrom('courses.versions').select(['id', 'number', 'fingerprint']).where('course', '=', course).execute()
  const known = versions.find(({ fingerprint }) => fingerprint === folder.fingerprint)
  if (known) return known.id
  const version = uuidv7()
  await ctx.db.insertInto('courses.versions').values({
    id: version, course, number: Math.max(0, ...versions.map(({ number }) => number)) + 1, fingerprint: folder.fingerprint,
    level: folder.level, languages: [...locales], minutes: Math.round(folder.hours * 60), about: JSON.stringify(aboutOf(folder)), made_at: ctx.now,
  }).execute()
  await addLessons(ctx, version, folder, await halves(ctx, course, folder))
  for (const part of parts) await part(ctx, { course, version }, folder)
  await logMove(ctx, { course, act: 'imported', version, before: null, person: null })
  return version
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

/** What everyone may know of a course: the landing page is drawn from it. A version brought in before courses had `outcomes` has none. */
export type About = Partial<Pick<CourseFolder, 'outcomes'>> & Pick<CourseFolder, 'title' | 'outcome' | 'summary' | 'level' | 'hours' | 'licence' | 'teachers' | 'completion'> & {
  test: { title: Text; pass: number; attempts: number; minutes: number | null; questions: number }
  assignment: { title: Text; kind: CourseFolder['assignment']['kind']; attempts: number; pass: number; criteria: Text[] }
}

function aboutOf({ title, outcome, outcomes, summary, level, hours, licence, teachers, completion, test, assignment }: CourseFolder): About {
  return {
    title, outcome, outcomes, summary, level, hours, licence, teachers, completion,
    test: { title: test.title, pass: test.pass, attempts: test.attempts, minutes: test.minutes, questions: test.questions.length },
    assignment: { title: assignment.title, kind: assignment.kind, attempts: assignment.attempts, pass: assignment.pass, criteria: assignment.criteria.map(criterion => criterion.title) },
  }
}

/** Names that stand in the address where a lesson's would. */
const taken = ['test', 'assignment', 'progress']

async function addLessons({ db }: Importing, version: string, folder: CourseFolder, checks: CheckHere[]) {
  const clash = folder.modules.flatMap(({ lessons }) => lessons).find(({ slug }) => taken.includes(slug))
  if (clash) throw new Error(`A lesson of "${folder.slug}" may not be called "${clash.slug}": its address is that of another page`)
  const modules = folder.modules.map((module, position) => ({ ...module, id: uuidv7(), position }))
  const lessons = modules.flatMap(({ id: module, lessons }) => lessons.map(lesson => ({ module, lesson, id: uuidv7() })))
  await db.insertInto('courses.modules').values(modules.map(({ id, slug, position, title }) => ({ id, version, slug, position, title: JSON.stringify(title) }))).execute()
  await db.insertInto('courses.lessons').values(lessons.map(({ id, module, lesson }, position) => ({
    id, version, module, position, slug: lesson.slug, title: JSON.stringify(lesson.title), minutes: lesson.minutes, free: lesson.free,
    figures: JSON.stringify(folder.figures.filter(({ name }) => figuresIn(lesson).has(name))),
    checks: JSON.stringify(checks.filter(({ name }) => lesson.checks.some(check => check.id === name))),
  }))).execute()
  await db.insertInto('courses.lesson_texts').values(lessons.flatMap(({ id, lesson }) =>
    locales.map(language => ({ lesson: id, language, blocks: JSON.stringify(lesson.body[language]) })))).execute()
}

const figuresIn = (lesson: Lesson) => new Set(locales.flatMap(locale => namesIn(lesson.body[locale])))

const namesIn = (blocks: Block[]): string[] => blocks.flatMap(block =>
  block.kind === 'figure' ? [block.name] : block.kind === 'quote' ? namesIn(block.of) : block.kind === 'list' ? block.items.flatMap(namesIn) : [])
