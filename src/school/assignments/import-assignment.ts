import { createHash } from 'node:crypto'
import { uuidv7 } from '#platform/ids.ts'
import type { Criterion, Part } from '#school/courses/courses.ts'

/** The assignment of a new version of a course. The same criteria are the same rubric, in whichever course they stand. */
export const importAssignment: Part = async ({ db }, { version }, { assignment }) => {
  const { title, task, kind, attempts, pass, criteria } = assignment
  const fingerprint = createHash('sha256').update(JSON.stringify(criteria)).digest('hex')
  await db.insertInto('assignments.rubrics').values({ id: uuidv7(), fingerprint, criteria: JSON.stringify(criteria) }).onConflict(clash => clash.columns(['site', 'fingerprint']).doNothing()).execute()
  const rubric = await db.selectFrom('assignments.rubrics').select('id').where('fingerprint', '=', fingerprint).executeTakeFirstOrThrow()
  await db.insertInto('assignments.assignments').values({
    id: uuidv7(), version, rubric: rubric.id, kind, title: JSON.stringify(title), task: JSON.stringify(task), attempts, pass_at: Math.round(pass),
  }).execute()
}

/** What a work can earn: the last level of each criterion is its full worth. */
export const pointsIn = (criteria: Criterion[]) => criteria.reduce((total, { levels }) => total + levels.at(-1)!.points, 0)
