import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, type Actor } from '#trust/audit/audit.ts'
import { personById } from '#people/accounts/accounts.ts'

const Assignment = z.strictObject({ teacher: z.uuid(), course: z.uuid() })
const isOperator = (actor: Actor) => actor.role === 'operator' || actor.role === 'system'

/** Teachers see the learners of their own courses, and nobody else's. */
export const assignTeacher = command('staff.assign', {
  input: Assignment,
  load: ({ db }, { teacher }) => personById(db, teacher),
  may: isOperator,
  async run({ db, now }, person, { teacher, course }) {
    if (person.role !== 'teacher') throw new Refusal(409, 'staff.not-a-teacher')
    await db.insertInto('staff.assignments').values({ id: uuidv7(), teacher, course, since: now }).onConflict(clash => clash.doNothing()).execute()
  },
  audit: ({ id }, { course }) => ({ subject: id, details: course }),
})

export const unassignTeacher = command('staff.unassign', {
  input: Assignment,
  load: ({ db }, { teacher }) => personById(db, teacher),
  may: isOperator,
  run: async ({ db }, _, { teacher, course }) => { await db.deleteFrom('staff.assignments').where('teacher', '=', teacher).where('course', '=', course).execute() },
  audit: ({ id }, { course }) => ({ subject: id, details: course }),
})

export const coursesOf = async (db: Database, teacher: string) =>
  (await db.selectFrom('staff.assignments').select('course').where('teacher', '=', teacher).execute()).map(({ course }) => course)

export const teachersOf = async (db: Database, course: string) =>
  (await db.selectFrom('staff.assignments').select('teacher').where('course', '=', course).execute()).map(({ teacher }) => teacher)

export const isAssigned = async (db: Database, teacher: string, course: string) =>
  await db.selectFrom('staff.assignments').select('id').where('teacher', '=', teacher).where('course', '=', course).executeTakeFirst() !== undefined
