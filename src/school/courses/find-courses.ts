import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Locale, Text } from '#platform/locale.ts'
import type { About, CheckHere, Outline, SampleKept, VideoKept } from './import-courses.ts'
import type { Block, Figure } from './format/format.ts'

export type { About, Outline } from './import-courses.ts'
export type Course = { id: string; slug: string; position: number; version: string; languages: Locale[]; minutes: number; about: About; published: boolean; run: string | null; /** From when one may enrol, where nobody can yet. */ opens: Date | null; lessons: number; reviewDays: number | null; /** The drawing on its card. */ cover: Figure | null }
export type Run = { id: string; slug: string; course: string; courseId: string; version: string; about: About; opens_at: Date; closes_at: Date | null; access_days: number | null; answer_days: number; published: boolean }
export type Lesson = { slug: string; title: Text; minutes: number; free: boolean; blocks: Block[]; figures: Figure[]; videos: VideoKept[]; checks: CheckHere[] }

// The run that whoever enrols now will learn in.
const openRun = sql`courses.runs where course = courses.courses.id and opens_at <= database.current_moment() and (closes_at is null or closes_at > database.current_moment()) order by opens_at desc, id desc limit 1`

const courses = (db: Database) =>
  db.selectFrom('courses.courses').innerJoin('courses.pointers', 'courses.pointers.course', 'courses.courses.id')
    .innerJoin('courses.versions', 'courses.versions.id', 'courses.pointers.published')
    .select(['courses.courses.id', 'courses.courses.slug', 'courses.courses.position', 'courses.versions.id as version', 'courses.versions.minutes',
      sql<Locale[]>`courses.versions.languages`.as('languages'), sql<About>`courses.versions.about`.as('about'), sql<boolean>`true`.as('published'), sql<Figure | null>`courses.versions.cover`.as('cover'),
      sql<string | null>`(select slug from ${openRun})`.as('run'),
      sql<Date | null>`(select min(opens_at) from courses.runs where course = courses.courses.id and opens_at > database.current_moment() and closes_at is null)`.as('opens'), sql<number | null>`(select answer_days from ${openRun})`.as('reviewDays'),
      sql<number>`(select count(*) from courses.lessons where version = courses.versions.id)`.as('lessons')])

/** Everything in the catalogue, in its order; nothing unless `when` holds. */
export const allCourses = (db: Database, when: RawBuilder<boolean> = sql`true`): Promise<Course[]> => courses(db).where(when).orderBy('courses.courses.position').execute()

/** A published course, and three that one might take beside or after it: those named by `near` first, then those of its level. */
export async function courseWithNext(db: Database, slug: string, near: RawBuilder<unknown>): Promise<{ course: Course | undefined; next: Course[] }> {
  const nearest = sql<{ id: string; place: number }>`(
    with listed as (select c.id, c.slug, c.position, v.level from courses.courses c join courses.pointers p on p.course = c.id join courses.versions v on v.id = p.published)
    select id, row_number() over (order by slug = ${slug} desc, slug in (${near}) desc, level = (select level from listed where slug = ${slug}) desc nulls last, position) as place
    from listed order by place limit 4)`.as('nearest')
  const [course, ...next] = await courses(db).innerJoin(nearest, 'nearest.id', 'courses.courses.id').orderBy('nearest.place').execute()
  return course?.slug === slug ? { course, next } : { course: undefined, next: [] }
}

export const courseBySlug = (db: Database, slug: string): Promise<Course | undefined> => courses(db).where('courses.courses.slug', '=', slug).executeTakeFirst()

/** Modules and lessons of what is published of a course, or of what a run teaches. */
export async function outlineOf(db: Database, of: { course: string } | { run: string }): Promise<Outline> {
  const version = 'run' in of
    ? sql`(select version from courses.runs where slug = ${of.run})`
    : sql`(select p.published from courses.pointers p join courses.courses c on c.id = p.course where c.slug = ${of.course})`
  const { rows: [found] } = await sql<{ outline: Outline }>`select outline from courses.versions where id = ${version}`.execute(db)
  return found?.outline ?? []
}

/** The sample works of what is published of a course, with the drawings they show. */
export async function samplesOf(db: Database, course: string): Promise<SampleKept[]> {
  const row = await db.selectFrom('courses.courses').innerJoin('courses.pointers', 'courses.pointers.course', 'courses.courses.id').innerJoin('courses.versions', 'courses.versions.id', 'courses.pointers.published')
    .select(sql<SampleKept[]>`courses.versions.samples`.as('samples')).where('courses.courses.slug', '=', course).executeTakeFirst()
  return row?.samples ?? []
}

/** The modules and lessons of everything in the catalogue, by the course's name. */
export async function outlinesOfAll(db: Database): Promise<Map<string, Outline>> {
  const rows = await db.selectFrom('courses.courses').innerJoin('courses.pointers', 'courses.pointers.course', 'courses.courses.id')
    .innerJoin('courses.versions', 'courses.versions.id', 'courses.pointers.published')
    .select(['slug', sql<Outline>`courses.versions.outline`.as('outline')]).execute()
  return new Map(rows.map(({ slug, outline }) => [slug, outline]))
}

const runs = (db: Database) =>
  db.selectFrom('courses.runs').innerJoin('courses.versions', 'courses.versions.id', 'courses.runs.version')
    .innerJoin('courses.courses', 'courses.courses.id', 'courses.runs.course').innerJoin('courses.pointers', 'courses.pointers.course', 'courses.courses.id')
    .select(['courses.runs.id', 'courses.runs.slug', 'courses.courses.slug as course', 'courses.courses.id as courseId', 'courses.runs.version',
      sql<About>`courses.versions.about`.as('about'), 'courses.runs.opens_at', 'courses.runs.closes_at', 'courses.runs.access_days', 'courses.runs.answer_days',
      sql<boolean>`courses.pointers.published is not null`.as('published')])

/** A run by its name in the address, with the course it teaches. */
export const runBySlug = (db: Database, slug: string): Promise<Run | undefined> => runs(db).where('courses.runs.slug', '=', slug).executeTakeFirst()

/** The runs that take people in, by the order of the catalogue. */
export const runsOpenNow = (db: Database): Promise<Run[]> => runs(db).where('courses.runs.closes_at', 'is', null).orderBy('courses.courses.position').orderBy('courses.runs.opens_at').execute()

/** Several runs with their outlines; `names` may be the answer of another question. */
export const runsNamed = (db: Database, names: RawBuilder<string>): Promise<(Run & { outline: Outline })[]> =>
  runs(db).select(sql<Outline>`courses.versions.outline`.as('outline')).where(sql<boolean>`courses.runs.slug in (${names})`).execute()

/** A lesson of a run in one language, which may be the answer of another question. Its checks come without their answers: those are not stored here. */
export const lessonIn = (db: Database, run: string, slug: string, language: RawBuilder<string>): Promise<Lesson | undefined> =>
  db.selectFrom('courses.runs').innerJoin('courses.lessons', 'courses.lessons.version', 'courses.runs.version')
    .innerJoin('courses.lesson_texts', 'courses.lesson_texts.lesson', 'courses.lessons.id')
    .select(['courses.lessons.slug', 'courses.lessons.minutes', 'courses.lessons.free', sql<Text>`courses.lessons.title`.as('title'),
      sql<Block[]>`courses.lesson_texts.blocks`.as('blocks'), sql<Figure[]>`courses.lessons.figures`.as('figures'), sql<CheckHere[]>`courses.lessons.checks`.as('checks'), sql<VideoKept[]>`courses.lessons.videos`.as('videos')])
    .where('courses.runs.slug', '=', run).where('courses.lessons.slug', '=', slug).where('courses.lesson_texts.language', '=', language).executeTakeFirst()

/** The first piece of code that the lessons open to everyone show, in one language. */
export async function firstCode(db: Database, language: Locale): Promise<{ language: string; text: string } | undefined> {
  const lessons = await db.selectFrom('courses.lessons').innerJoin('courses.lesson_texts', 'courses.lesson_texts.lesson', 'courses.lessons.id')
    .innerJoin('courses.pointers', 'courses.pointers.published', 'courses.lessons.version')
    .select(sql<Block[]>`courses.lesson_texts.blocks`.as('blocks')).where('courses.lessons.free', '=', true).where('courses.lesson_texts.language', '=', language)
    .orderBy('courses.lessons.position').limit(3).execute()
  return lessons.flatMap(({ blocks }) => blocks).find(block => block.kind === 'code')
}

/** The name of a run in the address. */
export const runNameOf = async (db: Database, id: string): Promise<string | undefined> =>
  (await db.selectFrom('courses.runs').select('slug').where('id', '=', id).executeTakeFirst())?.slug

/** How many working days the teachers of a run have for an answer; `run` may be a column. */
export const answerDaysOf = (run: RawBuilder<unknown>) => sql<number>`(select answer_days from courses.runs where id = ${run})`

/** The name of a run in the address, as a part of another question; `run` may be a column. */
export const nameOfRun = (run: RawBuilder<unknown>) => sql<string>`(select slug from courses.runs where id = ${run})`

/** The id of a course, as a part of another question. */
export const courseNamed = (slug: string) => sql<string>`(select id from courses.courses where slug = ${slug})`

/** The name of a course in the address. */
export const courseNameOf = async (db: Database, id: string): Promise<string | undefined> =>
  (await db.selectFrom('courses.courses').select('slug').where('id', '=', id).executeTakeFirst())?.slug

/** The ids of all runs that teach a course, as a part of another question. */
export const runsTeaching = (course: string) => sql<string>`(select id from courses.runs where course = ${courseNamed(course)})`

/** The id of a run, and the version it teaches, as parts of another question. */
export const runNamed = (slug: string) => sql<string>`(select id from courses.runs where slug = ${slug})`
export const versionOfRun = (slug: string) => sql<string>`(select version from courses.runs where slug = ${slug})`

/** The lesson in which a run asks this question now, as `{ slug, title }` or null: a part of another question, whose columns these are. */
export const lessonAsking = (run: RawBuilder<unknown>, question: RawBuilder<unknown>) => sql<{ slug: string; title: Text } | null>`(
  select jsonb_build_object('slug', l.slug, 'title', l.title) from courses.lessons l join courses.runs r on r.version = l.version
  where r.slug = ${run} and l.checks @> jsonb_build_array(jsonb_build_object('id', ${question}::text)) order by l.position limit 1)`
