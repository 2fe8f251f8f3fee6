import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { query, type Actor, type Context } from '#trust/audit/audit.ts'
import { holdOf, type Restriction } from '#trust/rights/rights.ts'
import { checksOf, readGiven, tryCheck, type Asked, type Given, type Key } from '#school/assessment/assessment.ts'
import { lessonIn, mediaIn, outlineOf, runBySlug, teachersOf, type Lesson, type Outline, type Run } from '#school/courses/courses.ts'
import { noteAt } from '#school/notes/notes.ts'
import { accessTo, completionsOf, enrolmentId, enrolmentIn, languageOf, noteVisit, positionOf, progressOf, type Access, type Completed, type Enrolment, type Progress } from '#school/enrolment/enrolment.ts'

type Check = Awaited<ReturnType<typeof checksOf>>[number]
export type LessonShown = {
  run: Run; outline: Outline; enrolment: Enrolment | undefined; completions: Completed[]; progress: Progress; checks: Check[]
  position: { lesson: string; place: number } | undefined
  /** What the reader has written beside it. */
  note: Awaited<ReturnType<typeof noteAt>>
  /** Without it the lesson is closed, and `closed` says why. */
  lesson: Lesson | undefined
  title: Lesson['title']
  closed: Exclude<Access, 'open'> | 'sign-in' | undefined
  /** The reader has put all use of their data on hold: nothing of this visit is kept. */
  hold: Restriction | undefined
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** One round trip: everything hangs on the names in the address and on the person. What is closed leaves the query without its text. */
export const showLesson = query('learning.show-lesson', {
  input: z.strictObject({ run: z.string().max(120), lesson: z.string().max(120) }),
  async find(ctx: Context, { run: name, lesson: slug }): Promise<LessonShown | undefined> {
    const { db, actor, now, locale } = ctx
    const id = actor.person ? enrolmentId(actor.person, name) : nobody
    const [run, outline, lesson, enrolment, completions, position, checks, note, teachers, hold] = await Promise.all([
      runBySlug(db, name), outlineOf(db, { run: name }), lessonIn(db, name, slug, languageOf(id, locale)),
      enrolmentIn(ctx, name), completionsOf(db, id), positionOf(db, id), checksOf(db, id), noteAt(db, id, slug), actor.role === 'teacher' ? teachersOf(ctx, name) : [], holdOf(ctx),
    ])
    if (!run || !lesson) return undefined
    const access = accessTo(enrolment, now)
    const open = lesson.free || access === 'open' || looksAfter(actor, teachers)
    return {
      run, outline, enrolment: access === 'open' ? enrolment : undefined, completions, position, checks, note, title: lesson.title,
      progress: progressOf(run.about, outline, completions), lesson: open ? lesson : undefined,
      closed: open ? undefined : actor.person ? access as Exclude<Access, 'open'> : 'sign-in', hold,
    }
  },
  may: () => true,
  reveals: () => [],
})

/** Whoever teaches the run or runs the school looks at its lessons as they are. */
const looksAfter = (actor: Actor, teachers: string[]) => actor.role === 'operator' || (actor.person !== null && teachers.includes(actor.person))

/** Opening a lesson is noted for whoever is enrolled: that is how the school knows where they stopped. */
export async function openLesson(ctx: Context, input: { run: string; lesson: string }, tried: { check?: string; answer: string[] } = { answer: [] }) {
  const shown = await showLesson(ctx, input)
  if (shown.enrolment && shown.lesson && !shown.hold) noteVisit(ctx, shown.enrolment.id, shown.lesson.slug)
  const free = shown.lesson && !shown.enrolment && tried.check
  const attempt = free ? await tryCheck(ctx, { question: tried.check!, answer: tried.answer, among: shown.lesson!.checks.map(({ id }) => id) }) : undefined
  return { ...shown, tried: attempt }
}

/** A lesson as its page gets it: answers opened. */
export type LessonHere = Revealed<Awaited<ReturnType<typeof openLesson>>>
export type OpenLesson = LessonHere & { lesson: NonNullable<LessonHere['lesson']> }

export type Answered = { given: Given; fraction: number; asked: Asked; key: Key }

export const isDone = ({ completions, lesson }: Pick<LessonHere, 'completions' | 'lesson'>) => completions.some(({ kind, item }) => kind === 'lesson' && item === lesson?.slug)

/** A mark can be taken back until the course is completed: its certificate rests on it. */
export const mayUndo = (shown: Pick<LessonHere, 'completions' | 'lesson' | 'enrolment'>) => isDone(shown) && shown.enrolment !== undefined && !shown.enrolment.completed_at

/** Where the mark that was just made, or just taken off, is taken back. */
export function takenBackBy(shown: LessonHere, said: string | undefined): string | undefined {
  const to = `/learn/${shown.run.slug}/${shown.lesson?.slug}`
  if (said === 'enrolment.marked-done' && mayUndo(shown)) return `${to}/undo`
  return said === 'enrolment.taken-back' && shown.enrolment && !isDone(shown) ? `${to}/done` : undefined
}

/** What a check shows after it was answered: kept for the enrolled, of this moment for a visitor. */
export function answerTo(shown: LessonHere, question: string): Answered | undefined {
  const kept = shown.checks.find(check => check.question === question)
  if (kept) return { ...kept, given: readGiven(kept.answer ?? '[]') }
  return shown.tried?.question === question ? shown.tried : undefined
}

/** A file of a lesson's video, for whoever may read the lesson. */
export async function openMedia(ctx: Context, { run, lesson, ...wanted }: { run: string; lesson: string; file: string; range: string | undefined }) {
  const { videos } = (await readLesson(ctx, { run, lesson })).lesson
  return mediaIn(ctx.db, videos, wanted)
}

/** For programs: a closed lesson is a refusal without a word of its text. */
export async function readLesson(ctx: Context, input: unknown): Promise<LessonShown & { lesson: Lesson }> {
  const shown = await showLesson(ctx, input)
  if (!shown.lesson) throw shown.closed === 'sign-in' ? new Refusal(401, 'enrolment.sign-in-first') : new Refusal(403, refusals[shown.closed!])
  return shown as LessonShown & { lesson: Lesson }
}

const refusals = { none: 'enrolment.closed-to-you', left: 'enrolment.access-left', ended: 'enrolment.access-ended' } as const
