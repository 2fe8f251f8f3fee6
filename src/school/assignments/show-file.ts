import { sql } from 'kysely'
import { z } from 'zod'
import { fileFacts } from '#platform/files/files.ts'
import { isSelf, query, type Context } from '#trust/audit/audit.ts'
import { teaches } from '#school/courses/courses.ts'
import { graded, isCovered } from './nameless/nameless.ts'

/** The file of a sent work: for its learner and the teachers of the run, for nobody else. A teacher's look is recorded. */
export const showFile = query('assignments.show-file', {
  input: z.strictObject({ take: z.uuid() }),
  async find({ db, actor }: Context, { take }) {
    const [work, [file]] = await Promise.all([
      db.selectFrom('assignments.takes').innerJoin('assignments.works', 'assignments.works.id', 'assignments.takes.work').select(['person', 'alias'])
        .select(teaches(actor.person, 'assignments.works.run').as('teaches')).select(graded('assignments.works.id').as('given_at')).where('assignments.takes.id', '=', take).executeTakeFirst(),
      fileFacts({ db }, sql<string>`(select file from assignments.takes where id = ${take})`),
    ])
    // A file may be called by its owner's name.
    return work && file && { ...work, file: isCovered(work, work.given_at) && !isSelf(actor, work.person) ? { ...file, name: null } : file }
  },
  may: (actor, { person, teaches }) => isSelf(actor, person) || teaches,
  reveals: ({ person }) => [person],
})
