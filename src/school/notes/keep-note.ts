import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { open, seal } from '#platform/sealing/sealing.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { outlineOf } from '#school/courses/courses.ts'
import { enrolmentIn, personOf } from '#school/enrolment/enrolment.ts'

export const longest = 20_000

/** `saving` is the saving that was seen when the writing began; without it there was no note. */
export const NoteWords = z.strictObject({ words: z.string().max(2 * longest).transform(asTyped).pipe(z.string().max(longest)), saving: z.uuid().nullish() })

/** A form sends its lines with a carriage return each, a script without. */
function asTyped(words: string) { return words.replace(/\r\n?/g, '\n').trim() }

type Kept = { saving: string | null; at: Date }

/**
 * Keeps what stands beside a lesson. Empty words take the note away. Whoever has not seen the last saving is refused, so that two
 * windows never write over each other; `join` puts both texts under each other, once the other one was seen.
 */
export const keepNote = command('notes.keep', {
  input: NoteWords.extend({ run: z.string().max(120), lesson: z.string().max(120), join: z.boolean().default(false) }),
  async load(ctx: Context, { run, lesson }) {
    const enrolment = await enrolmentIn(ctx, run)
    if (!enrolment) return undefined
    const [before, outline] = await Promise.all([
      ctx.db.selectFrom('notes.notes').select(['id', 'words', 'saving']).where('enrolment', '=', enrolment.id).where('lesson', '=', lesson).forUpdate().executeTakeFirst(),
      outlineOf(ctx.db, { run }),
    ])
    return before || outline.some(({ lessons }) => lessons.some(({ slug }) => slug === lesson)) ? { enrolment, before } : undefined
  },
  may: (actor, { enrolment }) => isSelf(actor, enrolment.person),
  async run(ctx, { enrolment: { id: enrolment, person }, before }, { lesson, words, saving: seen, join }): Promise<Kept> {
    if ((before?.saving ?? null) !== (seen ?? null)) throw changedMeanwhile()
    const text = join && before ? [open(ctx, before.words), words].filter(Boolean).join('\n\n').slice(0, longest) : words
    if (!text) {
      if (before) await ctx.db.deleteFrom('notes.notes').where('id', '=', before.id).execute()
      return { saving: null, at: ctx.now }
    }
    const [id, saving] = [before?.id ?? uuidv7(), crypto.randomUUID()]
    const kept = { saving, written_at: ctx.now, ...seal(ctx, { table: 'notes.notes', row: id, person }, { words: text }) }
    if (before) await ctx.db.updateTable('notes.notes').set(kept).where('id', '=', id).execute()
    else {
      const added = await ctx.db.insertInto('notes.notes').values({ id, enrolment, lesson, ...kept }).onConflict(clash => clash.columns(['site', 'enrolment', 'lesson']).doNothing()).executeTakeFirst()
      if (!added.numInsertedOrUpdatedRows) throw changedMeanwhile()
    }
    return { saving, at: ctx.now }
  },
  audit: ({ enrolment }, { lesson }) => ({ subject: enrolment.person, details: lesson }),
})

const changedMeanwhile = () => new Refusal(409, 'notes.changed-meanwhile', {}, { field: 'words' })

/** Takes a note away, wherever its lesson is now. */
export const removeNote = command('notes.remove', {
  input: z.strictObject({ note: z.uuid() }),
  load: ({ db }: Context, { note }) => db.selectFrom('notes.notes').select(['id', 'lesson', personOf('notes.notes.enrolment').as('person')]).where('id', '=', note).forUpdate().executeTakeFirst(),
  may: (actor, { person }) => isSelf(actor, person),
  run: ({ db }, { id }) => db.deleteFrom('notes.notes').where('id', '=', id).execute(),
  audit: ({ person, lesson }) => ({ subject: person, details: lesson }),
})
