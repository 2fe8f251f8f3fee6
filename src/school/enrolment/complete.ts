import { z } from 'zod'
import { announce } from '#platform/events/events.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { outlineOf, runBySlug, type Outline, type Run } from '#school/courses/courses.ts'
import { noteLearnt } from '#school/rhythm/rhythm.ts'
import { award } from './achievements.ts'
import { enrolmentId } from './enrolment-id.ts'
import { accessTo, enrolmentById, type Enrolment } from './find-enrolments.ts'
import { completionsOf, progressOf, type Completed, type Progress } from './progress.ts'

async function lessonOfMine(ctx: Context, { run, lesson }: { run: string; lesson: string }) {
  const enrolment = ctx.actor.person ? await ctx.db.selectFrom('enrolment.enrolments').select('id').where('id', '=', enrolmentId(ctx.actor.person, run)).forUpdate().executeTakeFirst() : undefined
  if (!enrolment) return undefined
  const [found, outline] = await Promise.all([enrolmentById(ctx.db, enrolment.id), outlineOf(ctx.db, { run })])
  return outline.some(module => module.lessons.some(({ slug }) => slug === lesson)) ? found : undefined
}

export const markDone = command('enrolment.mark-done', {
  input: z.strictObject({ run: z.string().max(120), lesson: z.string().max(120) }),
  load: lessonOfMine,
  may: (actor, enrolment) => isSelf(actor, enrolment.person),
  async run(ctx, enrolment, { lesson }) {
    if (accessTo(enrolment, ctx.now) !== 'open') throw new Refusal(403, 'enrolment.closed-to-you')
    await completeItem(ctx, { enrolment, kind: 'lesson', item: lesson, evidence: null })
    noteLearnt(ctx)
  },
  audit: ({ person }, { lesson }) => ({ subject: person, details: lesson }),
})

/** "Mark as done" taken back; not once the course is completed, for its certificate rests on it. */
export const undoDone = command('enrolment.undo-done', {
  input: z.strictObject({ run: z.string().max(120), lesson: z.string().max(120) }),
  load: lessonOfMine,
  may: (actor, enrolment) => isSelf(actor, enrolment.person),
  async run(ctx, { id, run_name, completed_at }, { lesson }) {
    if (completed_at) throw new Refusal(409, 'enrolment.completed-already')
    const outline = await outlineOf(ctx.db, { run: run_name })
    const module = outline.find(({ lessons }) => lessons.some(({ slug }) => slug === lesson))!
    await ctx.db.deleteFrom('enrolment.completions').where('enrolment', '=', id)
      .where(({ or, and, eb }) => or([and([eb('kind', '=', 'lesson'), eb('item', '=', lesson)]), and([eb('kind', '=', 'module'), eb('item', '=', module.slug)])])).execute()
  },
  audit: ({ person }, { lesson }) => ({ subject: person, details: lesson }),
})

export type Item = { enrolment: Pick<Enrolment, 'id' | 'person' | 'run_name' | 'completed_at'>; kind: 'lesson' | 'test' | 'assignment'; item: string; evidence: string | null }

/**
 * Writes down that something is done, in the transaction of what was done, and looks whether a module or the course is complete by
 * it. Done twice it changes nothing. Modules above call it for a passed test and an accepted work.
 */
export async function completeItem(ctx: Context, { enrolment, kind, item, evidence }: Item): Promise<void> {
  await add(ctx, enrolment.id, kind, item, evidence)
  if (enrolment.completed_at) return
  if (kind === 'lesson') await award(ctx, enrolment.id, 'first-lesson')
  const [run, outline, completions] = await Promise.all([runBySlug(ctx.db, enrolment.run_name), outlineOf(ctx.db, { run: enrolment.run_name }), completionsOf(ctx.db, enrolment.id)])
  const done = (module: Outline[number]) => module.lessons.every(({ slug }) => completions.some(each => each.kind === 'lesson' && each.item === slug))
  for (const module of outline.filter(done)) if (!completions.some(each => each.kind === 'module' && each.item === module.slug)) await add(ctx, enrolment.id, 'module', module.slug, null)
  const progress = progressOf(run!.about, outline, completions)
  if (progress.complete) await completeCourse(ctx, enrolment, run!, progress)
}

const add = ({ db, now }: Context, enrolment: string, kind: Completed['kind'], item: string, evidence: string | null) =>
  db.insertInto('enrolment.completions').values({ id: uuidv7(), enrolment, kind, item, evidence, at: now })
    .onConflict(clash => clash.columns(['site', 'enrolment', 'kind', 'item']).doNothing()).execute()

/** What the completion rests on is kept as it was: rules of this version, and the row that met each. */
async function completeCourse(ctx: Context, { id, person }: Item['enrolment'], run: Run, progress: Progress) {
  const { numUpdatedRows } = await ctx.db.updateTable('enrolment.enrolments').set({ completed_at: ctx.now, version: run.version })
    .where('id', '=', id).where('completed_at', 'is', null).executeTakeFirst()
  if (!numUpdatedRows) return
  await add(ctx, id, 'course', run.course, null)
  const evidence = progress.items.filter(({ needed, done }) => needed && done)
    .map(({ kind, item, done }) => ({ id: uuidv7(), enrolment: id, rule: `${kind} ${item}`, met_by: done!.id, at: done!.at }))
  await ctx.db.insertInto('enrolment.evidence').values(evidence).onConflict(clash => clash.doNothing()).execute()
  await award(ctx, id, 'course-completed')
  await announce(ctx.db, 'enrolment.completed', { person, about: run.id })
}
