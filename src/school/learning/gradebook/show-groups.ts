import { z } from 'zod'
import { query, type Context } from '#trust/audit/audit.ts'
import { runsTaughtBy } from '#school/courses/courses.ts'

export const showRunsTaught = query('learning.show-taught', {
  input: z.strictObject({}),
  find: ({ db, actor }: Context) => runsTaughtBy({ db }, actor.person!),
  may: actor => actor.role === 'teacher',
  reveals: () => [],
})
