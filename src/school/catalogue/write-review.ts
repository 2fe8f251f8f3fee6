import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { keepConsent } from '#trust/consent/consent.ts'
import { courseBySlug } from '#school/courses/courses.ts'
import { enrolmentsOf } from '#school/enrolment/enrolment.ts'
import { publishing } from './show-catalogue.ts'

export const Review = z.strictObject({
  course: z.string().max(100), stars: z.coerce.number().int().min(1).max(5), words: z.string().trim().min(20).max(4000),
  signed: z.string().trim().max(80).optional(), publish: z.boolean().default(false),
})

/** Keeps a review of a course one has learnt. To publish it is a consent of its own: without it the school alone reads it. */
export const writeReview = command('catalogue.write-review', {
  input: Review,
  async load(ctx: Context, { course: slug }) {
    const course = await courseBySlug(ctx.db, slug)
    const enrolments = ctx.actor.person ? await enrolmentsOf(ctx.db, ctx.actor.person) : []
    return course && { course, enrolments: enrolments.filter(each => each.course === slug) }
  },
  may: (actor, { enrolments }) => actor.role === 'learner' && enrolments.length > 0,
  async run(ctx, { course, enrolments }, { stars, words, signed, publish }) {
    const person = ctx.actor.person!
    if (publish) await keepConsent(ctx, publishing)
    const before = await ctx.db.selectFrom('catalogue.reviews').select('id').where('person', '=', person).where('course', '=', course.id).executeTakeFirst()
    const id = before?.id ?? uuidv7()
    const kept = {
      stars, completed: enrolments.some(({ completed_at }) => completed_at !== null), written_at: ctx.now, consented_at: publish ? ctx.now : null,
      withdrawn_at: null, approved: null, judged_at: null, moderator: null, reason: null,
      ...seal(ctx, { table: 'catalogue.reviews', row: id, person }, { words, signed: signed || null }),
    }
    await ctx.db.insertInto('catalogue.reviews').values({ id, person, course: course.id, course_slug: course.slug, ...kept })
      .onConflict(clash => clash.columns(['site', 'id']).doUpdateSet(kept)).execute()
    return id
  },
  audit: ({ course }, { publish }, _, { person }) => ({ subject: person, details: publish ? `${course.slug}, published` : course.slug }),
})

/** Takes the consent back: the review leaves the page in the same moment. */
export const withdrawReview = command('catalogue.withdraw-review', {
  input: z.strictObject({ review: z.uuid() }),
  load: ({ db }: Context, { review }) => db.selectFrom('catalogue.reviews').select(['id', 'person', 'consented_at', 'withdrawn_at']).where('id', '=', review).forUpdate().executeTakeFirst(),
  may: (actor, { person }) => isSelf(actor, person),
  async run({ db, now }, { id, consented_at, withdrawn_at }) {
    if (!consented_at || withdrawn_at) throw new Refusal(409, 'catalogue.not-published')
    await db.updateTable('catalogue.reviews').set({ withdrawn_at: now }).where('id', '=', id).execute()
  },
  audit: ({ person }) => ({ subject: person }),
})
