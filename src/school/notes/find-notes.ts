import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import type { Text } from '#platform/locale.ts'
import { isSelf, query, type Context } from '#trust/audit/audit.ts'
import { runsNamed } from '#school/courses/courses.ts'
import { accessTo, enrolmentId, enrolmentIdsOf, enrolmentIn, enrolmentsOf, runNamesOf } from '#school/enrolment/enrolment.ts'

/** `saving` names the last time it was kept: whoever saves says which saving they have seen. */
export type Note = { id: string; words: string | null; saving: string; written_at: Date }

/** The note of an enrolment beside one lesson, sealed. The id of an enrolment is made from its person, so no one else's can be asked for. */
export const noteAt = (db: Database, enrolment: string, lesson: string) =>
  db.selectFrom('notes.notes').select(['id', 'words', 'saving', 'written_at']).where('enrolment', '=', enrolment).where('lesson', '=', lesson).executeTakeFirst()

/** For programs, the own one among them: what is kept now. Nothing kept is empty words and no saving. */
export const showNote = query('notes.show', {
  input: z.strictObject({ run: z.string().max(120), lesson: z.string().max(120) }),
  async find(ctx: Context, { run, lesson }) {
    const [enrolment, note] = await Promise.all([enrolmentIn(ctx, run), noteAt(ctx.db, enrolmentId(ctx.actor.person!, run), lesson)])
    return enrolment && { enrolment, note }
  },
  may: (actor, { enrolment }) => isSelf(actor, enrolment.person),
  reveals: () => [],
})

/** All notes of whoever asks, by course and in the order of its lessons; those of a course that has closed to them too. */
export const myNotes = query('notes.mine', {
  input: z.strictObject({}),
  async find({ db, actor, now }: Context) {
    const person = actor.person!
    const [notes, enrolments, runs] = await Promise.all([
      db.selectFrom('notes.notes').select(['id', 'enrolment', 'lesson', 'words', 'written_at']).where('enrolment', 'in', sql<string>`(${enrolmentIdsOf(person)})`).execute(),
      enrolmentsOf(db, person), runsNamed(db, runNamesOf(person)),
    ])
    return enrolments.flatMap(enrolment => {
      const run = runs.find(({ slug }) => slug === enrolment.run_name)
      const lessons = run?.outline.flatMap(module => module.lessons) ?? []
      const own = notes.filter(note => note.enrolment === enrolment.id).map(({ id, lesson, words, written_at }) => {
        const place = lessons.findIndex(({ slug }) => slug === lesson)
        return { id, lesson, words, written_at, place, title: lessons[place]?.title ?? asItIs(lesson) }
      }).toSorted((one, other) => one.place - other.place)
      return own.length ? [{ run: enrolment.run_name, title: run?.about.title ?? asItIs(enrolment.course), access: accessTo(enrolment, now), notes: own }] : []
    })
  },
  may: actor => actor.person !== null,
  reveals: () => [],
})

/** What a later version of the course no longer has goes by its name in the address. */
const asItIs = (word: string): Text => ({ ru: word, kk: word, en: word })
