import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { lawProfile } from '#trust/law/law.ts'
import { runBySlug, runNamed, teachersOf } from '#school/courses/courses.ts'

/** Until when works of a run are expected; undefined when no date was set. */
export const dueOf = async (db: Database, run: string): Promise<Date | undefined> =>
  (await db.selectFrom('assignments.dates').select('due_at').where('run', '=', runNamed(run)).executeTakeFirst())?.due_at

/** The last moment of a day as the school's clock has it. */
export const endOfDay = ({ policy }: Context, day: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: lawProfile(policy.law)['time-zone'], plainTime: '23:59:59.999' }).epochMilliseconds)

/** Whoever teaches a run says until when. A later work is taken all the same, and shown as late. */
export const setDue = command('assignments.set-due', {
  input: z.strictObject({ run: z.string().max(120), due_at: z.date().nullable() }),
  async load(ctx: Context, { run }) {
    const [found, teachers] = await Promise.all([runBySlug(ctx.db, run), teachersOf(ctx, run)])
    return found && { run: found, teachers }
  },
  may: (actor, { teachers }) => actor.role === 'teacher' && teachers.includes(actor.person!),
  async run({ db, now }, { run }, { due_at }) {
    if (due_at && due_at <= now) throw new Refusal(422, 'assignments.due-passed', {}, { field: 'due' })
    if (!due_at) return db.deleteFrom('assignments.dates').where('run', '=', run.id).execute()
    return db.insertInto('assignments.dates').values({ run: run.id, due_at }).onConflict(clash => clash.columns(['site', 'run']).doUpdateSet({ due_at })).execute()
  },
  audit: ({ run }) => ({ subject: null, thing: `run:${run.slug}` }),
})

/** For reminders: runs whose date falls into this span, and who has sent something already. */
export async function duesBetween(db: Database, from: Date, to: Date): Promise<{ run: string; due_at: Date; sent: string[] }[]> {
  const dates = await db.selectFrom('assignments.dates').select(['run', 'due_at']).where('due_at', '>=', from).where('due_at', '<', to).execute()
  if (!dates.length) return []
  const works = await db.selectFrom('assignments.works').select(['run', 'person']).where('run', 'in', dates.map(({ run }) => run)).execute()
  return dates.map(date => ({ ...date, sent: works.filter(({ run }) => run === date.run).map(({ person }) => person) }))
}
