// Who asked to be told when a course takes people again. Asked once, told once; then nothing of it is left.
import { z } from 'zod'
import { inSite, type Database } from '#platform/database/database.ts'
import { announce } from '#platform/events/events.ts'
import { uuidv7 } from '#platform/ids.ts'
import { job } from '#platform/jobs/jobs.ts'
import { Refusal } from '#platform/refusal.ts'
import { askingOf, command, isSystem, type Context } from '#trust/audit/audit.ts'
import { restingFor } from '#trust/purposes/purposes.ts'
import { allCourses, courseBySlug, courseNamed } from '#school/courses/courses.ts'

const Wish = z.strictObject({ course: z.string().max(100) })

/** A learner wants to know when a course opens that takes nobody now. */
export const remind = command('catalogue.remind', {
  input: Wish,
  load: ({ db }: Context, { course }) => courseBySlug(db, course),
  may: actor => actor.role === 'learner',
  async run({ db, now, actor }, { id, run }) {
    if (run) throw new Refusal(409, 'catalogue.open-already')
    const added = await db.insertInto('catalogue.reminders').values({ id: uuidv7(), person: actor.person!, course: id, at: now })
      .onConflict(clash => clash.columns(['site', 'person', 'course']).doNothing()).executeTakeFirst()
    if (!added.numInsertedOrUpdatedRows) throw new Refusal(409, 'catalogue.reminded-already')
  },
  audit: ({ slug }, _, __, { person }) => ({ subject: person, details: slug }),
})

export const dropReminder = command('catalogue.drop-reminder', {
  input: Wish,
  load: ({ db, actor }: Context, { course }) => reminderOf(db, course, actor.person),
  may: (actor, { person }) => actor.person === person,
  run: ({ db }, { id }) => db.deleteFrom('catalogue.reminders').where('id', '=', id).execute(),
  audit: ({ person }) => ({ subject: person }),
})

/** What somebody asked to be reminded of, by the course's name in the address. */
export const reminderOf = async (db: Database, course: string, person: string | null): Promise<{ id: string; person: string } | undefined> =>
  person ? db.selectFrom('catalogue.reminders').select(['id', 'person']).where('course', '=', courseNamed(course)).where('person', '=', person).executeTakeFirst() : undefined

/** Tells everybody who waits for this course that it is open, and forgets that they waited, in one transaction. Whoever's data rests goes on waiting. Returns how many. */
export const remindAll = command('catalogue.remind-all', {
  input: Wish,
  load: ({ db }: Context, { course }) => courseBySlug(db, course),
  may: isSystem,
  async run(ctx, { id, run }) {
    if (!run) return 0
    const { db } = ctx
    const rests = await restingFor(ctx, 'notifications.course-open')
    const all = await db.selectFrom('catalogue.reminders').select(['id', 'person']).where('course', '=', id).execute()
    const ready = all.filter(({ person }) => !rests(person)).map(each => each.id)
    const waiting = ready.length ? await db.deleteFrom('catalogue.reminders').where('id', 'in', ready).returning('person').execute() : []
    for (const { person } of waiting) await announce(db, 'catalogue.course-open', { person, about: id })
    return waiting.length
  },
  audit: ({ slug }) => ({ subject: null, thing: `course:${slug}` }),
})

export const jobs = [job<Context>('catalogue.remind', { every: 'PT5M' }, async ctx => {
  const open = await inSite(ctx.db, ctx.site, async db => {
    const waited = new Set((await db.selectFrom('catalogue.reminders').select('course').distinct().execute()).map(({ course }) => course))
    return waited.size ? (await allCourses(db)).filter(({ id, run }) => run && waited.has(id)) : []
  }, askingOf(ctx))
  let told = 0
  for (const { slug } of open) told += await remindAll(ctx, { course: slug })
  return told
})]
