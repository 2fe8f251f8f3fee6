import { z } from 'zod'
import { announce } from '#platform/events/events.ts'
import { locales } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { ageRuleOf, isGuarded } from '#people/accounts/accounts.ts'
import { courseBySlug, runBySlug } from '#school/courses/courses.ts'
import { enrolmentId } from './enrolment-id.ts'
import { enrolmentById } from './find-enrolments.ts'

export const EnrolmentWish = z.strictObject({ course: z.string().max(100), language: z.enum(locales).optional() })

/** Takes part in the open run of a course. The choice is kept with its time. */
export const enrol = command('enrolment.enrol', {
  input: EnrolmentWish,
  load: ({ db }, { course }) => courseBySlug(db, course),
  may: actor => actor.role === 'learner',
  async run(ctx, course, { language }) {
    if (!course.run) throw new Refusal(409, 'enrolment.not-open')
    const person = ctx.actor.person!
    const [found, guarded] = await Promise.all([runBySlug(ctx.db, course.run), isGuarded(ctx.db, person)])
    const { age } = course.about
    if (age && guarded && age >= (ageRuleOf(ctx.policy)?.from ?? 18)) throw new Refusal(403, 'enrolment.for-adults', { age })
    const run = found!
    const id = enrolmentId(person, run.slug)
    const before = await enrolmentById(ctx.db, id)
    if (before && !before.left_at) throw new Refusal(409, 'enrolment.already-enrolled')
    const chosen = { language: language ?? ctx.locale, enrolled_at: ctx.now, ends_at: run.access_days ? inDays(ctx.now, run.access_days) : null, left_at: null }
    const taken = await ctx.db.insertInto('enrolment.enrolments')
      .values({ id, person, run: run.id, run_name: run.slug, course: course.slug, completed_at: null, version: null, ...chosen })
      .onConflict(clash => clash.columns(['site', 'id']).doUpdateSet(chosen).where('enrolment.enrolments.left_at', 'is not', null)).executeTakeFirst()
    if (!taken.numInsertedOrUpdatedRows) throw new Refusal(409, 'enrolment.already-enrolled') // another tab was faster
    await announce(ctx.db, 'enrolment.enrolled', { person, about: run.id })
    return { enrolment: id, run: run.slug }
  },
  audit: (course, _, __, { person }) => ({ subject: person, details: course.slug }),
})

const inDays = (from: Date, days: number) => new Date(from.getTime() + days * 86_400_000)

const own = ({ db, actor }: Context, { run }: { run: string }) => actor.person ? enrolmentById(db, enrolmentId(actor.person, run)) : Promise.resolve(undefined)

/** Ends one's own part in a run: the content closes. Progress stays, for whoever comes back; it goes with the account. */
export const leave = command('enrolment.leave', {
  input: z.strictObject({ run: z.string().max(120) }),
  load: own,
  may: (actor, enrolment) => isSelf(actor, enrolment.person),
  async run({ db, now }, { id, left_at }) {
    if (left_at) throw new Refusal(409, 'enrolment.left-already')
    await db.updateTable('enrolment.enrolments').set({ left_at: now }).where('id', '=', id).execute()
  },
  audit: ({ person }) => ({ subject: person }),
})

/** In which language the course is read; the buttons around it may speak another. */
export const changeLanguage = command('enrolment.change-language', {
  input: z.strictObject({ run: z.string().max(120), language: z.enum(locales) }),
  load: own,
  may: (actor, enrolment) => isSelf(actor, enrolment.person),
  run: ({ db }, { id }, { language }) => db.updateTable('enrolment.enrolments').set({ language }).where('id', '=', id).execute(),
  audit: ({ person }) => ({ subject: person }),
})
