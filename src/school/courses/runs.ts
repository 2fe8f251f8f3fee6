import { z } from 'zod'
import { midnightOf } from '#platform/clock/clock.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { closeRunsAt, openRunOf, plannedRun } from './publish.ts'

const runWith = ({ db }: Context, { run }: { run: string }) =>
  db.selectFrom('courses.runs').selectAll().where('slug', '=', run).forUpdate().executeTakeFirst()

const published = ({ db }: Context, { course }: { course: string }) => db.selectFrom('courses.courses').innerJoin('courses.pointers', 'courses.pointers.course', 'courses.courses.id')
    .select(['courses.courses.id', 'slug', 'published']).where('slug', '=', course).executeTakeFirst()

/** A new intake of a published course; the one before it takes nobody in any more. */
export const openRun = command('courses.open-run', {
  input: z.strictObject({ course: z.string() }),
  load: published,
  may: actor => actor.role === 'operator',
  run(ctx, { id, slug, published }) {
    if (!published) throw new Refusal(409, 'courses.not-published')
    return openRunOf(ctx, { course: id, slug, version: published })
  },
  audit: ({ slug }) => ({ subject: null, thing: `course:${slug}` }),
})

/**
 * An intake that opens on a later day, at midnight of the school's clock; until then the catalogue names the day. Planned anew, the day moves.
 * Whoever enrols until then still joins the run that is open, unless it is closed by hand.
 */
export const planRun = command('courses.plan-run', {
  input: z.strictObject({ course: z.string().max(100), opens: z.iso.date() }),
  load: published,
  may: actor => actor.role === 'operator',
  async run(ctx, { id, slug, published }, { opens }) {
    if (!published) throw new Refusal(409, 'courses.not-published')
    const at = midnightOf(opens, ctx.zone)
    if (at <= ctx.now) throw new Refusal(422, 'courses.opens-in-the-past', {}, { field: 'opens' })
    const planned = await plannedRun(ctx, id)
    if (!planned) return openRunOf(ctx, { course: id, slug, version: published, opens: at })
    await closeRunsAt(ctx, id, at)
    await ctx.db.updateTable('courses.runs').set({ opens_at: at }).where('id', '=', planned.id).execute()
    return planned.id
  },
  audit: ({ slug }) => ({ subject: null, thing: `course:${slug}` }),
})

export const closeRun = command('courses.close-run', {
  input: z.strictObject({ run: z.string() }),
  load: runWith,
  may: actor => actor.role === 'operator',
  async run({ db, now }, { id, closes_at }) {
    if (closes_at && closes_at <= now) throw new Refusal(409, 'courses.run-closed')
    await db.updateTable('courses.runs').set({ closes_at: now }).where('id', '=', id).execute()
  },
  audit: ({ slug }) => ({ subject: null, thing: `run:${slug}` }),
})

/** How long the content stays open after enrolment, and how soon work is reviewed. Holds for those who enrol from now on. */
export const changeRun = command('courses.change-run', {
  input: z.strictObject({ run: z.string(), access_days: z.int().min(1).max(3650).optional(), answer_days: z.int().min(1).max(30) }),
  load: runWith,
  may: actor => actor.role === 'operator',
  async run({ db }, { id }, { access_days, answer_days }) {
    await db.updateTable('courses.runs').set({ access_days: access_days ?? null, answer_days }).where('id', '=', id).execute()
  },
  audit: ({ slug }) => ({ subject: null, thing: `run:${slug}` }),
})
