import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { stoppedUses } from '#trust/purposes/purposes.ts'
import { control, judge, plainSlot, ruleOf, type Policy, type SiteContext } from '#trust/policy/policy.ts'
import { completionsOfAll, learnersOf, runsLearnt } from '#school/enrolment/enrolment.ts'
import { messages } from '../messages.ts'
import { readFigures, type Rule } from './read-figures.ts'

/** A course in figures: sums of a run for those who teach it, with nobody in them and no group too small. */
export const anonymiseCourseFigures = control('anonymise', 'course-figures', {
  rule: z.strictObject({ least: z.int().min(3).max(50), shows: z.array(z.enum(['weeks', 'lessons', 'opened'])).min(1), purpose: z.string() }),
  kind: 'invariant',
  slots: ({ least }) => plainSlot('least', least),
  async prove(rule, ctx) {
    const runs = await runsLearnt(ctx.db, 20)
    const checked = await Promise.all(runs.map(run => compare(ctx, run, rule)))
    const sum = (of: 'numbers' | 'wrong') => checked.reduce((all, each) => all + each[of], 0)
    const undeclared = ctx.policy.purposes.some(({ id }) => id === rule.purpose) ? 0 : 1
    return judge(runs.length, sum('wrong') + undeclared, fill(messages['found-figures'], { runs: runs.length, numbers: sum('numbers'), wrong: sum('wrong') }))
  },
})

/** Counts the rows of a run one by one, and looks whether what is shown is the same and of no few. */
async function compare(ctx: SiteContext, run: string, rule: Rule): Promise<{ numbers: number; wrong: number }> {
  const [learners, completions, stopped] = await Promise.all([learnersOf(ctx.db, run), completionsOfAll(ctx.db, { run }), stoppedUses(ctx)])
  const counted = learners.filter(({ person }) => !stopped(person, rule.purpose))
  const done = counted.flatMap(({ id }) => (completions.get(id) ?? []).filter(({ kind }) => kind === 'lesson'))
  const names = [...new Set(done.map(({ item }) => item))]
  const shown = await readFigures(ctx, run, names, rule)
  const wrong = shown.lessons.filter(({ name, count }) => count !== null && (count < rule.least || count !== done.filter(({ item }) => item === name).length)).length
  const few = shown.weeks.filter(({ count }) => count !== null && count > 0 && count < rule.least).length
  return { numbers: shown.lessons.length + shown.weeks.length, wrong: wrong + few + (shown.learners !== null && (shown.learners < rule.least || shown.learners !== counted.length) ? 1 : 0) }
}

/** Undefined where the school promises no such figures: then there are none. */
export const figuresRule = (policy: Policy): Rule | undefined => ruleOf(policy, anonymiseCourseFigures)
