import { z } from 'zod'
import { announce } from '#platform/events/events.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { teaches } from '#school/courses/courses.ts'

export const ReplyWords = z.string().trim().min(1).max(5_000)

/** Answers to what was said, by the learner whose work it is or by a teacher of the run. */
export const reply = command('assignments.reply', {
  input: z.strictObject({ work: z.uuid(), note: z.uuid().optional(), words: ReplyWords }),
  load: ({ db, actor }: Context, { work }) => db.selectFrom('assignments.works').select(['id', 'person'])
    .select(teaches(actor.person, 'assignments.works.run').as('teaches')).where('id', '=', work).executeTakeFirst(),
  may: (actor, { person, teaches }) => isSelf(actor, person) || teaches,
  async run(ctx, { id: work, person }, { note, words }) {
    if (note && !await belongs(ctx, note, work)) throw new Refusal(404, 'common.not-found')
    const [id, byLearner] = [uuidv7(), isSelf(ctx.actor, person)]
    const sealed = seal(ctx, { table: 'assignments.replies', row: id, person }, { words })
    await ctx.db.insertInto('assignments.replies').values({ id, work, note: note ?? null, by_learner: byLearner, teacher: byLearner ? null : ctx.actor.person, written_at: ctx.now, ...sealed }).execute()
    await announce(ctx.db, byLearner ? 'assignments.answered' : 'assignments.replied', { person, about: work })
    return { id }
  },
  audit: ({ person }, _, { id }) => ({ subject: person, details: id }),
})

/** A note the learner has seen: of a review that was given. */
const belongs = ({ db }: Context, note: string, work: string) =>
  db.selectFrom('assignments.notes').innerJoin('assignments.reviews', 'assignments.reviews.id', 'assignments.notes.review')
    .innerJoin('assignments.takes', 'assignments.takes.id', 'assignments.reviews.take').select('assignments.notes.id')
    .where('assignments.notes.id', '=', note).where('assignments.takes.work', '=', work).where('given_at', 'is not', null).executeTakeFirst()
