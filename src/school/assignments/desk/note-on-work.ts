import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { SealedValue } from '#platform/database/database.ts'
import { open, seal } from '#platform/sealing/sealing.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { Place, selectorOf } from '../place.ts'
import { Chosen, withSnippet } from '../snippets/find-snippets.ts'
import { hold } from './hold-work.ts'
import { mayReview, mustBeMine, workToReview } from './open-work.ts'
import { draftFor } from './review-work.ts'

const mostNotes = 100
export const longestNote = 3_000
export const NoteWords = z.string().trim().max(longestNote)

/** Puts a numbered note at a place of the work, or moves and rewrites one. */
export const noteOnWork = command('assignments.note', {
  input: z.strictObject({ work: z.uuid(), note: z.uuid().optional(), place: Place, words: NoteWords, snippet: Chosen.optional() }).refine(({ words, snippet }) => words || snippet, { path: ['words'] }),
  load: workToReview,
  may: mayReview,
  async run(ctx, desk, { note, place, words, snippet }) {
    mustBeMine(ctx, desk)
    if ('x' in place !== (desk.take.file !== null && desk.assignment.kind === 'photo')) throw new Refusal(422, 'assignments.no-such-place')
    if ('to' in place && place.to > lineCount(ctx, desk.take.words)) throw new Refusal(422, 'assignments.no-such-place', {}, { field: 'to' })
    const review = await draftFor(ctx, desk)
    const mine = desk.notes.filter(each => each.review === review)
    if (note && !mine.some(({ id }) => id === note)) throw new Refusal(404, 'common.not-found')
    if (!note && mine.length >= mostNotes) throw new Refusal(409, 'assignments.enough-notes')
    const id = note ?? uuidv7()
    const sealed = seal(ctx, { table: 'assignments.notes', row: id, person: desk.work.person }, { place: selectorOf(place), words: await withSnippet(ctx, words, snippet, longestNote) })
    if (note) await ctx.db.updateTable('assignments.notes').set(sealed).where('id', '=', note).execute()
    else await ctx.db.insertInto('assignments.notes').values({ id, review, number: mine.length + 1, made_at: ctx.now, ...sealed }).execute()
    await hold(ctx, desk.work.id)
    return { id }
  },
  audit: ({ work }, _, { id }) => ({ subject: work.person, details: id }),
})

const lineCount = (ctx: Context, words: SealedValue | null) => words ? (open(ctx, words) ?? '').split('\n').length : 0

/** Takes a note off the work; those after it move up, so that the numbers have no gap. */
export const removeNote = command('assignments.remove-note', {
  input: z.strictObject({ work: z.uuid(), note: z.uuid() }),
  load: workToReview,
  may: mayReview,
  async run(ctx, desk, { note }) {
    mustBeMine(ctx, desk)
    const found = desk.notes.find(({ id, review }) => id === note && review === desk.review?.id)
    if (!found) throw new Refusal(404, 'common.not-found')
    await ctx.db.deleteFrom('assignments.notes').where('id', '=', note).execute()
    for (const { id, number } of desk.notes.filter(each => each.review === found.review && each.number > found.number))
      await ctx.db.updateTable('assignments.notes').set({ number: number - 1 }).where('id', '=', id).execute()
    await hold(ctx, desk.work.id)
  },
  audit: ({ work }, { note }) => ({ subject: work.person, details: note }),
})
