import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { whoStopped } from '#trust/purposes/purposes.ts'
import { promisesOf } from '#trust/policy/policy.ts'
import { outlineOf, runBySlug, teachersOf } from '#school/courses/courses.ts'
import { anonymiseCourseFigures, figuresRule } from './controls.ts'
import { readFigures } from './read-figures.ts'

/** A run in numbers for its teachers: nobody's row is opened for it. 404 in a school that promises none. */
export const showFigures = query('learning.show-figures', {
  input: z.strictObject({ run: z.string().max(120) }),
  async find(ctx: Context, { run: name }) {
    const rule = figuresRule(ctx.policy)
    if (!rule) throw new Refusal(404, 'learning.no-figures')
    const [run, outline, teachers] = await Promise.all([runBySlug(ctx.db, name), outlineOf(ctx.db, { run: name }), teachersOf(ctx, name), whoStopped(ctx, rule.purpose)]) // the last is known from then on
    if (!run) return undefined
    const lessons = outline.flatMap(module => module.lessons)
    return { run, teachers, lessons, rule, promise: promisesOf(ctx.policy, anonymiseCourseFigures)[0]!.id, figures: await readFigures(ctx, name, lessons.map(({ slug }) => slug), rule) }
  },
  may: (actor, { teachers }) => actor.role === 'teacher' && teachers.includes(actor.person!),
  reveals: () => [],
})
