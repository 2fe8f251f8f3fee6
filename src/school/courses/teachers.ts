import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { personById } from '#people/accounts/accounts.ts'

const runWith = ({ db }: Context, { run }: { run: string }) =>
  db.selectFrom('courses.runs').select(['id', 'slug']).where('slug', '=', run).executeTakeFirst()

/** Who teaches a run sees its learners' results and works, and nobody else's. */
export const assignTeacher = command('courses.assign-teacher', {
  input: z.strictObject({ run: z.string(), person: z.uuid() }),
  async load(ctx: Context, { run, person }) {
    const [found, teacher] = await Promise.all([runWith(ctx, { run }), personById(ctx.db, person)])
    return found && teacher && { ...found, role: teacher.role }
  },
  may: actor => actor.role === 'operator' || actor.role === 'system',
  async run({ db, now }, { id: run, role }, { person }) {
    if (role !== 'teacher') throw new Refusal(409, 'courses.not-a-teacher')
    const added = await db.insertInto('courses.teachers').values({ id: uuidv7(), run, person, since: now })
      .onConflict(clash => clash.columns(['site', 'run', 'person']).doNothing()).executeTakeFirst()
    if (!added.numInsertedOrUpdatedRows) throw new Refusal(409, 'courses.teaches-already')
  },
  audit: (_, { person }) => ({ subject: person }),
})

export const dismissTeacher = command('courses.dismiss-teacher', {
  input: z.strictObject({ run: z.string(), person: z.uuid() }),
  load: runWith,
  may: actor => actor.role === 'operator',
  async run({ db }, { id: run }, { person }) {
    const gone = await db.deleteFrom('courses.teachers').where('run', '=', run).where('person', '=', person).executeTakeFirst()
    if (!gone.numDeletedRows) throw new Refusal(409, 'courses.teaches-not')
  },
  audit: (_, { person }) => ({ subject: person }),
})

/** `run` is the name in the address. */
export const teachersOf = async ({ db }: Pick<Context, 'db'>, run: string): Promise<string[]> =>
  (await db.selectFrom('courses.teachers').innerJoin('courses.runs', 'courses.runs.id', 'courses.teachers.run')
    .select('courses.teachers.person').where('courses.runs.slug', '=', run).where('courses.teachers.person', 'is not', null).execute()).map(({ person }) => person!)

/** Does whoever asks teach this run? */
export const mayTeach = async (ctx: Pick<Context, 'db' | 'actor'>, run: string): Promise<boolean> =>
  ctx.actor.role === 'teacher' && (await teachersOf(ctx, run)).includes(ctx.actor.person!)

/** Runs that nobody teaches: works sent there would wait for ever. */
export const untaughtRuns = async (db: Database): Promise<string[]> =>
  (await db.selectFrom('courses.runs').select('slug').where(sql<boolean>`(closes_at is null or closes_at > database.current_moment())`).where(sql<boolean>`not exists (select from courses.teachers where run = courses.runs.id)`).execute()).map(({ slug }) => slug)

/** The runs someone teaches, the newest first. */
export const runsTaughtBy = ({ db }: Pick<Context, 'db'>, person: string) =>
  db.selectFrom('courses.teachers').innerJoin('courses.runs', 'courses.runs.id', 'courses.teachers.run').innerJoin('courses.courses', 'courses.courses.id', 'courses.runs.course')
    .innerJoin('courses.versions', 'courses.versions.id', 'courses.runs.version')
    .select(['courses.runs.id', 'courses.runs.slug', 'courses.courses.slug as course', 'courses.runs.opens_at', 'courses.runs.closes_at', 'courses.runs.answer_days', 'courses.versions.about'])
    .where('courses.teachers.person', '=', person).orderBy('courses.runs.opens_at', 'desc').execute()

/** The ids of the runs someone teaches, as part of another question. */
export const taughtBy = (person: string) => sql<string>`(select run from courses.teachers where person = ${person})`

/** Does this person teach the run whose id stands in that column? As part of another question. */
export const teaches = (person: string | null, runColumn: string) =>
  sql<boolean>`exists (select from courses.teachers where run = ${sql.ref(runColumn)} and person = ${person})`
