import { sql } from 'kysely'
import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, type Context } from '#trust/audit/audit.ts'

type Move = { course: string; act: 'imported' | 'published' | 'unpublished'; version: string | null; before: string | null; person: string | null }

export const logMove = ({ db, now }: Pick<Context, 'db' | 'now'>, move: Move) =>
  db.insertInto('courses.publish_log').values({ id: uuidv7(), ...move, at: now }).execute()

const courseWith = async ({ db }: Context, { course }: { course: string }) =>
  db.selectFrom('courses.courses').innerJoin('courses.pointers', 'courses.pointers.course', 'courses.courses.id')
    .select(['courses.courses.id', 'courses.courses.slug', 'courses.pointers.draft', 'courses.pointers.published'])
    .where('courses.courses.slug', '=', course).forUpdate().executeTakeFirst()

/**
 * Shows the draft to everyone. Those who are learning stay with the version they began, in their own run, unless `current` says
 * that the change is for them too; new learners get a run of their own.
 */
export const publish = command('courses.publish', {
  input: z.strictObject({ course: z.string(), current: z.boolean().default(false) }),
  load: courseWith,
  may: actor => actor.role === 'operator',
  async run(ctx, { id, slug, draft, published }, { current }) {
    const version = draft ?? await lastVersion(ctx, id)
    if (version === published) throw new Refusal(409, 'courses.nothing-to-publish')
    await ctx.db.updateTable('courses.pointers').set({ draft: null, published: version }).where('course', '=', id).execute()
    await logMove(ctx, { course: id, act: 'published', version, before: published, person: ctx.actor.person })
    const planned = await plannedRun(ctx, id)
    if (planned) await ctx.db.updateTable('courses.runs').set({ version }).where('id', '=', planned.id).execute()
    const repinned = current && await ctx.db.updateTable('courses.runs').set({ version, closes_at: planned?.opens_at ?? null }).where('id', '=', (await newestRun(ctx, id))?.id ?? id).returning('id').executeTakeFirst()
    if (!repinned) await openRunOf(ctx, { course: id, slug, version })
    return version
  },
  audit: ({ slug }) => ({ subject: null, thing: `course:${slug}` }),
})

/** Takes a course out of the catalogue and closes it for new learners. Whoever is learning goes on. */
export const unpublish = command('courses.unpublish', {
  input: z.strictObject({ course: z.string() }),
  load: courseWith,
  may: actor => actor.role === 'operator',
  async run(ctx, { id, published, draft }) {
    if (!published) throw new Refusal(409, 'courses.not-published')
    await ctx.db.updateTable('courses.pointers').set({ published: null, draft: draft ?? published }).where('course', '=', id).execute()
    await ctx.db.updateTable('courses.runs').set({ closes_at: ctx.now }).where('course', '=', id).where(notYetClosed(ctx)).execute()
    await logMove(ctx, { course: id, act: 'unpublished', version: null, before: published, person: ctx.actor.person })
  },
  audit: ({ slug }) => ({ subject: null, thing: `course:${slug}` }),
})

const lastVersion = async ({ db }: Pick<Context, 'db'>, course: string) =>
  (await db.selectFrom('courses.versions').select('id').where('course', '=', course).orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow()).id

/** The run that opened last. */
const newestRun = ({ db, now }: Pick<Context, 'db' | 'now'>, course: string) =>
  db.selectFrom('courses.runs').selectAll().where('course', '=', course).where('opens_at', '<=', now).orderBy('id', 'desc').limit(1).executeTakeFirst()

/** The run that will open; a course has one at most. */
export const plannedRun = ({ db, now }: Pick<Context, 'db' | 'now'>, course: string) =>
  db.selectFrom('courses.runs').selectAll().where('course', '=', course).where('opens_at', '>', now).where('closes_at', 'is', null).executeTakeFirst()

const notYetClosed = ({ now }: Pick<Context, 'now'>) => sql<boolean>`(closes_at is null or closes_at > ${now})`

/** From `at` on nobody enrols in the runs that are open now; what is planned stays planned. */
export const closeRunsAt = (ctx: Pick<Context, 'db' | 'now'>, course: string, at: Date) =>
  ctx.db.updateTable('courses.runs').set({ closes_at: at }).where('course', '=', course).where('opens_at', '<=', ctx.now).where(notYetClosed(ctx)).execute()

/**
 * A run for new learners, taught by those who taught the last one. It opens now, or when `opens` says; the one before it closes at that
 * moment, and this one when a run that is planned already opens.
 */
export async function openRunOf(ctx: Pick<Context, 'db' | 'now'>, { course, slug, version, opens = ctx.now }: { course: string; slug: string; version: string; opens?: Date }) {
  const { db, now } = ctx
  const [before, planned] = [await newestRun(ctx, course), await plannedRun(ctx, course)]
  const { count } = await db.selectFrom('courses.runs').select(db.fn.countAll<number>().as('count')).where('course', '=', course).executeTakeFirstOrThrow()
  const run = uuidv7()
  await closeRunsAt(ctx, course, opens)
  await db.insertInto('courses.runs').values({
    id: run, course, version, slug: count ? `${slug}-${count + 1}` : slug, opens_at: opens, closes_at: planned?.opens_at ?? null,
    access_days: before?.access_days ?? null, ...(before && { answer_days: before.answer_days }),
  }).execute()
  const teachers = before ? await db.selectFrom('courses.teachers').select('person').where('run', '=', before.id).where('person', 'is not', null).execute() : []
  if (teachers.length) await db.insertInto('courses.teachers').values(teachers.map(({ person }) => ({ id: uuidv7(), run, person, since: now }))).execute()
  return run
}
