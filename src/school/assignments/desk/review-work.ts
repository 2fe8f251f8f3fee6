import { z } from 'zod'
import { announce } from '#platform/events/events.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { completeItem, enrolmentById } from '#school/enrolment/enrolment.ts'
import { pointsIn } from '../import-assignment.ts'
import { Chosen, withSnippet } from '../snippets/find-snippets.ts'
import { hold, letGo } from './hold-work.ts'
import { around, mayReview, mustBeMine, workToReview, type ToReview } from './open-work.ts'

const longest = { words: 20_000, comment: 3_000 }

export const Review = z.strictObject({
  work: z.uuid(),
  outcome: z.enum(['save', 'return', 'accept']),
  words: z.string().trim().max(longest.words),
  levels: z.record(z.string().max(100), z.int().min(0).max(100)),
  comments: z.record(z.string().max(100), z.string().trim().max(longest.comment)),
  /** Snippets to add at the end, of the words for the whole and of the comments. */
  snippet: Chosen.optional(),
  snippets: z.record(z.string().max(100), Chosen).default({}),
  /** The moment of the draft that whoever writes has before their eyes. A draft that another teacher saved since then is not overwritten unseen. */
  seen: z.union([z.literal('none'), z.iso.datetime()]).optional(),
  over: z.boolean().optional(),
})

/** Saves the draft of a review, or gives it to the learner: returned for another try, or accepted. */
export const reviewWork = command('assignments.review', {
  input: Review,
  load: workToReview,
  may: mayReview,
  async run(ctx, desk, input) {
    const { outcome, levels, seen, over } = input
    mustBeMine(ctx, desk, over)
    mustBeSeen(ctx, desk, seen)
    const { criteria } = desk.assignment
    const { words, comments } = await withSnippets(ctx, input)
    const unknown = [...Object.keys(levels), ...Object.keys(comments)].find(name => !criteria.some(({ id }) => id === name))
    const wrong = criteria.find(({ id, levels: all }) => levels[id] !== undefined && !all.some(({ points }) => points === levels[id]))
    if (unknown || wrong) throw new Refusal(422, 'assignments.no-such-level')
    const review = await draftFor(ctx, desk)
    await writeMarks(ctx, desk, review, { levels, comments })
    const points = Object.values(levels).reduce((total, each) => total + each, 0)
    await ctx.db.updateTable('assignments.reviews').set({ ...seal(ctx, { table: 'assignments.reviews', row: review, person: desk.work.person }, { words }), points, teacher: ctx.actor.person, saved_at: ctx.now }).where('id', '=', review).execute()
    if (outcome === 'save') await hold(ctx, desk.work.id)
    else await give(ctx, desk, { review, points, accepted: outcome === 'accept', complete: criteria.every(({ id }) => levels[id] !== undefined) })
    return { review, points, next: outcome === 'save' ? null : (await around(ctx, desk.work.id)).next }
  },
  audit: ({ work }, { outcome }, { review }) => ({ subject: work.person, details: `${outcome} ${review}` }),
})

async function withSnippets(ctx: Context, { words, comments, snippet, snippets }: z.output<typeof Review>) {
  const said = { ...comments }
  for (const [criterion, chosen] of Object.entries(snippets)) said[criterion] = await withSnippet(ctx, said[criterion] ?? '', chosen, longest.comment)
  return { words: await withSnippet(ctx, words, snippet, longest.words), comments: said }
}

function mustBeSeen({ actor }: Context, { review }: ToReview, seen: string | undefined) {
  if (!seen || !review || review.words === null || review.teacher === actor.person) return
  if (review.saved_at.toISOString() !== seen) throw new Refusal(409, 'assignments.draft-changed')
}

/** The review of the last sending, begun with the first thing a teacher writes. */
export async function draftFor({ db, actor, now }: Context, { take, review, assignment }: ToReview): Promise<string> {
  if (review) return review.id
  const id = uuidv7()
  await db.insertInto('assignments.reviews').values({ id, take: take.id, teacher: actor.person, points: null, out_of: pointsIn(assignment.criteria), begun_at: now, saved_at: now, given_at: null, accepted: null }).execute()
  return id
}

async function writeMarks(ctx: Context, { work }: ToReview, review: string, { levels, comments }: Pick<z.output<typeof Review>, 'levels' | 'comments'>) {
  await ctx.db.deleteFrom('assignments.marks').where('review', '=', review).execute()
  const named = [...new Set([...Object.keys(levels), ...Object.keys(comments).filter(name => comments[name])])]
  const marks = named.map(criterion => {
    const id = uuidv7()
    return { id, review, criterion, points: levels[criterion] ?? null, ...seal(ctx, { table: 'assignments.marks', row: id, person: work.person }, { words: comments[criterion] ?? '' }) }
  })
  if (marks.length) await ctx.db.insertInto('assignments.marks').values(marks).execute()
}

async function give(ctx: Context, { work, take, assignment }: ToReview, { review, points, accepted, complete }: { review: string; points: number; accepted: boolean; complete: boolean }) {
  if (!complete) throw new Refusal(422, 'assignments.mark-every-criterion')
  if (accepted && points * 100 < assignment.pass_at * pointsIn(assignment.criteria)) throw new Refusal(422, 'assignments.below-pass', { pass: assignment.pass_at })
  const person = work.person
  await ctx.db.updateTable('assignments.reviews').set({ given_at: ctx.now, accepted }).where('id', '=', review).execute()
  await letGo(ctx, work.id)
  await announce(ctx.db, accepted ? 'assignments.accepted' : 'assignments.returned', { person, about: work.id })
  if (!accepted) return
  await ctx.db.updateTable('assignments.works').set({ accepted_at: ctx.now }).where('id', '=', work.id).execute()
  const enrolment = work.enrolment && await enrolmentById(ctx.db, work.enrolment)
  if (enrolment) await completeItem(ctx, { enrolment, kind: 'assignment', item: 'assignment', evidence: take.id })
}
