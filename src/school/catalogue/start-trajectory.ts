import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, type Context } from '#trust/audit/audit.ts'

/** Makes a trajectory one's own. Only the choice is kept; how far it is comes from the courses. */
export const startTrajectory = command('catalogue.start-trajectory', {
  input: z.strictObject({ trajectory: z.string().max(100) }),
  load: ({ db }: Context, { trajectory }) => db.selectFrom('catalogue.trajectories').select('slug').where('slug', '=', trajectory).executeTakeFirst(),
  may: actor => actor.role === 'learner',
  async run({ db, now, actor }, { slug }) {
    const added = await db.insertInto('catalogue.starts').values({ id: uuidv7(), person: actor.person!, trajectory: slug, at: now })
      .onConflict(clash => clash.columns(['site', 'person', 'trajectory']).doNothing()).executeTakeFirst()
    if (!added.numInsertedOrUpdatedRows) throw new Refusal(409, 'catalogue.started-already')
  },
  audit: ({ slug }, _, __, { person }) => ({ subject: person, details: slug }),
})

/** Puts it away again. Courses and progress stay as they are. */
export const stopTrajectory = command('catalogue.stop-trajectory', {
  input: z.strictObject({ trajectory: z.string().max(100) }),
  load: ({ db, actor }: Context, { trajectory }) => actor.person
    ? db.selectFrom('catalogue.starts').select(['id', 'person']).where('person', '=', actor.person).where('trajectory', '=', trajectory).executeTakeFirst() : Promise.resolve(undefined),
  may: (actor, { person }) => actor.person === person,
  run: ({ db }, { id }) => db.deleteFrom('catalogue.starts').where('id', '=', id).execute(),
  audit: ({ person }) => ({ subject: person }),
})
