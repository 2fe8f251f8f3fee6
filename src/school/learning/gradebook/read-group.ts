// What a gradebook is made of: each learner of a run with what is done, what was graded, and how far behind they are. Computed from the same
// rows as the learner's own page. Whoever's data rests is not among them.
import type { Context } from '#trust/audit/audit.ts'
import { restingFor } from '#trust/purposes/purposes.ts'
import { namesOf } from '#people/accounts/accounts.ts'
import { dueOf, standingsIn, type WorkStanding } from '#school/assignments/assignments.ts'
import { testStandings, type TestStanding } from '#school/assessment/assessment.ts'
import { outlineOf, runBySlug, teachersOf } from '#school/courses/courses.ts'
import { accessTo, completionsOfAll, lastSeenIn, learnersIn, learnersOf, progressOf, tellsWhenSeen, type Access, type Completed, type Enrolment } from '#school/enrolment/enrolment.ts'
import { figuresRule } from '../figures/controls.ts'
import { modulesOf } from './modules.ts'

export const filters = ['all', 'behind', 'waiting', 'finished'] as const
export type Filter = (typeof filters)[number]
export const orders = ['name', 'progress', 'test', 'step'] as const
export type Order = (typeof orders)[number]

/** The due date has passed without a work; less is done than the time of access would ask for; nothing was done for two weeks. */
export type Behind = 'due' | 'pace' | 'quiet'

export type Learner = {
  enrolment: Enrolment; access: Access; progress: ReturnType<typeof progressOf>; modules: ReturnType<typeof modulesOf>
  test: TestStanding | undefined; work: WorkStanding | undefined; /** When something was completed last, and when a lesson was opened last. */ lastStep: Date | undefined; lastSeen: Date | undefined
  behind: Behind[]
}

const day = 86_400_000
/** Days without a step after which a learner is called quiet, and how many per cent of the time may be ahead of what is done. */
export const [quietDays, slackPercent] = [14, 25]

export function behindBy({ enrolment, access, progress, work, lastStep }: Omit<Learner, 'behind'>, { due, nameless, now }: { due: Date | undefined; nameless: boolean; now: Date }): Behind[] {
  const { enrolled_at, ends_at, completed_at } = enrolment
  if (completed_at || access !== 'open') return []
  const needsWork = progress.items.some(({ kind, needed }) => kind === 'assignment' && needed)
  const passed = ends_at ? 100 * (now.getTime() - enrolled_at.getTime()) / (ends_at.getTime() - enrolled_at.getTime()) : 0
  return [
    ...needsWork && due && due < now && !work && !nameless ? ['due' as const] : [],
    ...passed > progress.percent + slackPercent ? ['pace' as const] : [],
    ...now.getTime() - (lastStep ?? enrolled_at).getTime() > quietDays * day ? ['quiet' as const] : [],
  ]
}

/** The whole group, in the order in which they enrolled; undefined when there is no such run. Asked side by side, it costs one round trip. */
export async function readGroup(ctx: Context, name: string, act: string) {
  const { db, now } = ctx
  const [run, outline, learners, completions, teachers, tests, { nameless, works }, seen, names, due, rests] = await Promise.all([
    runBySlug(db, name), outlineOf(db, { run: name }), learnersOf(db, name), completionsOfAll(db, { run: name }), teachersOf(ctx, name), testStandings(db, { run: name }),
    standingsIn(ctx, name), lastSeenIn(ctx, name), namesOf(db, learnersIn(name)), dueOf(db, name), restingFor(ctx, act),
  ])
  if (!run) return undefined
  const rows = learners.filter(({ person }) => !rests(person)).map((enrolment): Learner => {
    const done = completions.get(enrolment.id) ?? []
    const progress = progressOf(run.about, outline, done)
    const row = {
      enrolment, access: accessTo(enrolment, now), progress, modules: modulesOf(outline, progress), test: tests.find(each => each.enrolment === enrolment.id), work: works.find(each => each.enrolment === enrolment.id),
      lastStep: lastOf(done), lastSeen: seen.get(enrolment.id),
    }
    return { ...row, behind: behindBy(row, { due, nameless, now }) }
  })
  return { run, outline, teachers, nameless, due, names, rows, tellsSeen: tellsWhenSeen(ctx.policy), inFigures: figuresRule(ctx.policy) !== undefined }
}

export const lastOf = (done: Completed[]): Date | undefined => done.filter(({ kind }) => kind !== 'module').at(-1)?.at

const fits: Record<Filter, (row: Learner) => boolean> = {
  all: () => true,
  behind: ({ behind }) => behind.length > 0,
  waiting: ({ work }) => work !== undefined && !work.given_at,
  finished: ({ enrolment }) => enrolment.completed_at !== null,
}

/** The rows of one view. By name they can be put only once names are open, so that order is the drawer's. */
export function chosen(rows: Learner[], filter: Filter, order: Order): Learner[] {
  const some = rows.filter(fits[filter])
  if (order === 'progress') return some.toSorted((one, other) => one.progress.percent - other.progress.percent)
  if (order === 'test') return some.toSorted((one, other) => (one.test?.grade ?? -1) - (other.test?.grade ?? -1))
  if (order === 'step') return some.toSorted((one, other) => (one.lastStep ?? one.enrolment.enrolled_at).getTime() - (other.lastStep ?? other.enrolment.enrolled_at).getTime())
  return some
}

export const countsOf = (rows: Learner[]) => Object.fromEntries(filters.map(filter => [filter, rows.filter(fits[filter]).length])) as Record<Filter, number>
