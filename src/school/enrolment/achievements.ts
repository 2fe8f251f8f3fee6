import { uuidv7 } from '#platform/ids.ts'
import type { Database } from '#platform/database/database.ts'
import type { Context } from '#trust/audit/audit.ts'
import { records } from './recorded.ts'

export type Achievement = 'first-lesson' | 'test-without-mistake' | 'course-completed'

/** Kept only where the school's policy says that achievements are. */
export async function award(ctx: Pick<Context, 'db' | 'policy' | 'now'>, enrolment: string, kind: Achievement): Promise<void> {
  if (!records(ctx.policy, 'achievements')) return
  await ctx.db.insertInto('enrolment.achievements').values({ id: uuidv7(), enrolment, kind, at: ctx.now })
    .onConflict(clash => clash.columns(['site', 'enrolment', 'kind']).doNothing()).execute()
}

export const achievementsOf = (db: Database, person: string) =>
  db.selectFrom('enrolment.achievements').innerJoin('enrolment.enrolments', 'enrolment.enrolments.id', 'enrolment.achievements.enrolment')
    .select(['enrolment.achievements.kind', 'enrolment.achievements.at', 'enrolment.enrolments.course', 'enrolment.enrolments.run_name'])
    .where('enrolment.enrolments.person', '=', person).orderBy('enrolment.achievements.at', 'desc').execute()
