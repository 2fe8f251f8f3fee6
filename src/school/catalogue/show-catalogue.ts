import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import type { Locale, Text } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { consentStands } from '#trust/consent/consent.ts'
import { restingFor } from '#trust/purposes/purposes.ts'
import { inForce } from '#trust/supplements/supplements.ts'
import { countStates, evidenceOf } from '#trust/evidence/evidence.ts'
import { allCourses, courseWithNext, firstCode, outlineOf, outlinesOfAll, samplesOf, type Block } from '#school/courses/courses.ts'
import { hasGallery } from '#school/assignments/assignments.ts'
import { nextLesson } from './next-lesson.ts'
import { reminderOf } from './reminders.ts'
import { completionsOfAll, enrolmentsOf, type Completed, type Enrolment } from '#school/enrolment/enrolment.ts'

export type Trajectory = { slug: string; title: Text; outcome: Text; summary: Text; stages: { title: Text; course: string }[] }
export type PublicReview = { id: string; course: string; stars: number; words: string | null; signed: string | null; written_at: Date; completed: boolean }

export const trajectoriesIn = async (db: Database): Promise<Trajectory[]> =>
  (await db.selectFrom('catalogue.trajectories').select(['slug', 'about', 'steps']).orderBy('position').execute())
    .map(({ slug, about, steps }) => ({ slug, ...about, stages: steps }))

/** What a review is shown by. */
export const publishing = 'review-publishing'

/** The names of the courses that are on a path with this one, as a part of another question. */
const onPathsWith = (course: string) => sql`
  select stage->>'course' from catalogue.trajectories, jsonb_array_elements(steps) stage where steps @> jsonb_build_array(jsonb_build_object('course', ${course}::text))`

/** Public only while its author consents, to this review and to publishing at all, and a moderator has approved it. */
export const publicReviews = (ctx: Pick<Context, 'db' | 'policy' | 'now'>, limit: number) =>
  ctx.db.selectFrom('catalogue.reviews').select(['id', 'person', 'course_slug as course', 'stars', 'words', 'signed', 'written_at', 'completed'])
    .where('approved', '=', true).where('consented_at', 'is not', null).where('withdrawn_at', 'is', null)
    .where(consentStands(ctx, publishing, sql.ref('catalogue.reviews.person'))).orderBy('written_at', 'desc').limit(limit)

/** As everybody sees them: without the number of their author, and without those whose data rests. */
async function shownReviews(ctx: Context, reviews: ReturnType<typeof publicReviews>) {
  const [found, rests] = await Promise.all([reviews.execute(), restingFor(ctx, 'catalogue.show-reviews')])
  return found.filter(({ person }) => !rests(person)).map(({ person: _, ...review }) => review)
}

/** The lowest ratings can be read as easily as the latest. */
const sorted = (reviews: ReturnType<typeof publicReviews>, sort: string | undefined) =>
  sort === 'low' ? reviews.clearOrderBy().orderBy('stars').orderBy('written_at', 'desc') : reviews

/** From which age the school takes anybody at all. */
const ageFrom = ({ age }: Context['policy']) => age === 'none' ? 0 : age.from

const mineOf = ({ db, actor }: Context): Promise<Enrolment[]> => actor.person ? enrolmentsOf(db, actor.person) : Promise.resolve([])

const completionsBy = ({ db, actor }: Context) => actor.person ? completionsOfAll(db, { person: actor.person }) : Promise.resolve(new Map<string, Completed[]>())

export const showHome = query('catalogue.show-home', {
  input: z.strictObject({}),
  async find(ctx: Context) {
    const [courses, outlines, trajectories, evidence, mine, completions, reviews, code] = await Promise.all([
      allCourses(ctx.db), outlinesOfAll(ctx.db), trajectoriesIn(ctx.db), evidenceOf(ctx.db, ctx.policy, ctx.now), mineOf(ctx), completionsBy(ctx), shownReviews(ctx, publicReviews(ctx, 3)), firstCode(ctx.db, ctx.locale),
    ])
    return { courses, outlines, trajectories, evidence, states: countStates(evidence), mine, completions, reviews, code, operator: ctx.policy.operator }
  },
  may: () => true,
  reveals: () => [],
})

export const showCourses = query('catalogue.show-courses', {
  input: z.strictObject({}),
  async find(ctx: Context) {
    const [courses, mine] = await Promise.all([allCourses(ctx.db), mineOf(ctx)])
    return { courses, mine, from: ageFrom(ctx.policy) }
  },
  may: () => true,
  reveals: () => [],
})

export const showCourse = query('catalogue.show-course', {
  input: z.strictObject({ course: z.string().max(100), sort: z.string().optional() }),
  async find(ctx: Context, { course: slug, sort }) {
    const [{ course, next }, trajectories, outline, samples, reviews, own, mine, completions, evidence, reminder, supplements] = await Promise.all([
      courseWithNext(ctx.db, slug, onPathsWith(slug)), trajectoriesIn(ctx.db), outlineOf(ctx.db, { course: slug }), samplesOf(ctx.db, slug), shownReviews(ctx, sorted(publicReviews(ctx, 50), sort).where('course_slug', '=', slug)),
      ownReview(ctx, slug), mineOf(ctx), completionsBy(ctx), evidenceOf(ctx.db, ctx.policy, ctx.now), reminderOf(ctx.db, slug, ctx.actor.person), inForce(ctx),
    ])
    if (!course) return undefined
    const enrolment = mine.find(each => each.course === slug && !each.left_at)
    const done = new Set(enrolment && completions.get(enrolment.id)?.filter(({ kind }) => kind === 'lesson').map(({ item }) => item))
    const data = ctx.policy.data.filter(({ category }) => category.startsWith('learning.')).map(({ what, why, needed, term }) => ({ what, why, needed, until: typeof term === 'string' ? evidence.find(({ id }) => id === term)!.says : term, promise: typeof term === 'string' ? term : undefined }))
    return {
      course, outline, samples, reviews, own, enrolment, next: nextLesson(outline, done), mine, related: next, paths: trajectories.filter(({ stages }) => stages.some(each => each.course === slug)), data,
      reviewed: evidence.find(({ name }) => name === 'offer/feedback'), from: ageFrom(ctx.policy), reminder, contact: ctx.policy.operator.contacts[0], low: sort === 'low',
      supplements: supplements.filter(each => each.course === slug), gallery: hasGallery(ctx) && course.about.assignment.kind !== 'file',
    }
  },
  may: () => true,
  reveals: () => [],
})

export type CourseShown = Revealed<Awaited<ReturnType<typeof showCourse>>>

const ownReview = ({ db, actor }: Context, course: string) => actor.person
  ? db.selectFrom('catalogue.reviews').select(['id', 'stars', 'words', 'signed', 'consented_at', 'withdrawn_at', 'approved', 'reason']).where('person', '=', actor.person).where('course_slug', '=', course).executeTakeFirst()
  : Promise.resolve(undefined)

/** The trajectories; for whoever is signed in, with what they started and how far each stage is. */
export const showTrajectories = query('catalogue.show-trajectories', {
  input: z.strictObject({}),
  async find(ctx: Context) {
    const { db, actor } = ctx
    const [trajectories, courses, outlines, mine, started, completions] = await Promise.all([
      trajectoriesIn(db), allCourses(db), outlinesOfAll(db), mineOf(ctx),
      actor.person ? db.selectFrom('catalogue.starts').select(['trajectory', 'at']).where('person', '=', actor.person).execute() : [],
      completionsBy(ctx),
    ])
    return { trajectories, courses, outlines, mine, started, completions }
  },
  may: () => true,
  reveals: () => [],
})

export type TrajectoriesShown = Revealed<Awaited<ReturnType<typeof showTrajectories>>>

export const showReviews = query('catalogue.show-reviews', {
  input: z.strictObject({ sort: z.string().optional() }),
  async find(ctx: Context, { sort }) {
    const [reviews, courses, mine, own] = await Promise.all([
      shownReviews(ctx, sorted(publicReviews(ctx, 100), sort)),
      allCourses(ctx.db), mineOf(ctx),
      ctx.actor.person ? ctx.db.selectFrom('catalogue.reviews').select(['id', 'course_slug', 'stars', 'words', 'consented_at', 'withdrawn_at', 'approved', 'reason']).where('person', '=', ctx.actor.person).execute() : [],
    ])
    return { reviews, courses, mine, own, low: sort === 'low' }
  },
  may: () => true,
  reveals: () => [],
})

export type ReviewsShown = Revealed<Awaited<ReturnType<typeof showReviews>>>

/** What waits for a moderator, and what was suggested. */
export const showModeration = query('catalogue.show-moderation', {
  input: z.strictObject({}),
  async find({ db }: Context) {
    const [reviews, suggestions] = await Promise.all([
      db.selectFrom('catalogue.reviews').select(['id', 'person', 'course_slug', 'stars', 'words', 'signed', 'written_at', 'completed', 'consented_at', 'withdrawn_at']).where('approved', 'is', null).orderBy('written_at').limit(100).execute(),
      db.selectFrom('catalogue.suggestions').select(['id', 'person', 'words', 'written_at', 'read_at']).orderBy('written_at', 'desc').limit(100).execute(),
    ])
    return { reviews, suggestions }
  },
  may: actor => actor.role === 'operator',
  reveals: ({ reviews, suggestions }) => [...reviews, ...suggestions].map(({ person }) => person),
})

export type AboutShown = Revealed<Awaited<ReturnType<typeof showAbout>>>

export const showAbout = query('catalogue.show-about', {
  input: z.strictObject({}),
  async find({ db, policy }: Context) {
    const [page, courses] = await Promise.all([
      db.selectFrom('catalogue.pages').select([sql<Text>`title`.as('title'), sql<Record<Locale, Block[]>>`body`.as('body')]).where('slug', '=', 'about').executeTakeFirst(), allCourses(db),
    ])
    return page && { ...page, courses, contact: policy.operator.contacts[0] }
  },
  may: () => true,
  reveals: () => [],
})
