import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import type { Assignment, Criterion, Part } from '#school/courses/courses.ts'

/** The assignment of a new version of a course. The same criteria are the same rubric, in whichever course they stand. */
export const importAssignment: Part = async ({ db }, { version }, { assignment }) => {
  const { title, task, kind, attempts, pass, criteria, anonymous = false } = assignment
  const fingerprint = createHash('sha256').update(JSON.stringify(criteria)).digest('hex')
  await db.insertInto('assignments.rubrics').values({ id: uuidv7(), fingerprint, criteria: JSON.stringify(criteria) }).onConflict(clash => clash.columns(['site', 'fingerprint']).doNothing()).execute()
  const rubric = await db.selectFrom('assignments.rubrics').select('id').where('fingerprint', '=', fingerprint).executeTakeFirstOrThrow()
  await db.insertInto('assignments.assignments').values({
    id: uuidv7(), version, rubric: rubric.id, kind, title: JSON.stringify(title), task: JSON.stringify(task), attempts, pass_at: Math.round(pass), anonymous,
  }).execute()
}

/** The assignment of a version as its author wrote it. */
export async function writtenAssignment(db: Database, version: string): Promise<Assignment | undefined> {
  const found = await db.selectFrom('assignments.assignments').innerJoin('assignments.rubrics', 'assignments.rubrics.id', 'assignments.assignments.rubric')
    .select([sql<Assignment['title']>`title`.as('title'), sql<Assignment['task']>`task`.as('task'), 'kind', 'attempts', 'pass_at', 'anonymous', sql<Criterion[]>`criteria`.as('criteria')])
    .where('assignments.assignments.version', '=', version).executeTakeFirst()
  if (!found) return undefined
  const { pass_at: pass, kind, anonymous, ...rest } = found
  return { ...rest, kind: kind as Assignment['kind'], pass, ...anonymous && { anonymous } }
}

/** What a work can earn: the last level of each criterion is its full worth. */
export const pointsIn = (criteria: Criterion[]) => criteria.reduce((total, { levels }) => total + levels.at(-1)!.points, 0)
