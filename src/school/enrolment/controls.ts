import { sql } from 'kysely'
import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { control, judge, type SiteContext } from '#trust/policy/policy.ts'
import { runsNamed } from '#school/courses/courses.ts'
import { messages } from './messages.ts'
import { progressOf, type Completed } from './progress.ts'

const plain = z.strictObject({})

/** Is this column in the copy that a person gets? Read from the data map, where the copy reads it too. */
const isCopied = (ctx: SiteContext, table: string, column: string) =>
  ctx.map.some(({ name, columns }) => name === table && columns.some(each => each.name === column && each.note.says === 'data' && each.note.export))

async function countRows({ db }: SiteContext, table: 'views' | 'days' | 'achievements') {
  const { count } = await db.selectFrom(`enrolment.${table}`).select(db.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return Number(count)
}

/** Every enrolment has the moment of its choice, and the moment is in the copy. */
export const collectCatalogueChoice = control('collect', 'catalogue-choice', {
  rule: plain,
  kind: 'invariant',
  async prove(_, ctx) {
    const { all, wrong } = await ctx.db.selectFrom('enrolment.enrolments')
      .select([sql<number>`count(*)`.as('all'), sql<number>`count(*) filter (where enrolled_at is null or enrolled_at > ${ctx.now})`.as('wrong')]).executeTakeFirstOrThrow()
    const missing = Number(wrong) + (isCopied(ctx, 'enrolment.enrolments', 'enrolled_at') ? 0 : Number(all))
    return judge(Number(all), missing, fill(messages['choices-kept'], { enrolments: Number(all), wrong: missing }))
  },
})

const recorded = (subject: 'view-history' | 'active-time' | 'achievements', table: 'views' | 'days' | 'achievements', column: string) => control('collect', subject, {
  rule: plain,
  kind: 'invariant',
  async prove(_, ctx) {
    const rows = await countRows(ctx, table)
    const wrong = isCopied(ctx, `enrolment.${table}`, column) ? 0 : rows
    return judge(rows, wrong, fill(messages['rows-kept'], { rows, wrong }))
  },
})

/** What each of these names is written down only where a promise says so: see recorded.ts. */
export const collectViewHistory = recorded('view-history', 'views', 'at')
export const collectActiveTime = recorded('active-time', 'days', 'seconds')
export const collectAchievements = recorded('achievements', 'achievements', 'at')

/** Counts progress again from the rules and the rows: nobody is completed without grounds, nobody with all grounds is not. */
export const offerProgress = control('offer', 'progress', {
  rule: plain,
  kind: 'invariant',
  async prove(_, { db }) {
    const enrolments = await db.selectFrom('enrolment.enrolments').select(['id', 'run_name', 'completed_at']).orderBy('enrolled_at', 'desc').limit(2000).execute()
    const [runs, rows, unmet] = await Promise.all([
      runsNamed(db, sql<string>`select unnest(${[...new Set(enrolments.map(each => each.run_name))]}::text[])`),
      db.selectFrom('enrolment.completions').selectAll().where('enrolment', '=', sql<string>`any(${enrolments.map(({ id }) => id)}::uuid[])`).execute(),
      db.selectFrom('enrolment.evidence').select('id').where('met_by', 'is', null).execute(),
    ])
    const byEnrolment = Map.groupBy(rows as unknown as (Completed & { enrolment: string })[], row => row.enrolment)
    const wrong = enrolments.filter(({ id, run_name, completed_at }) => {
      const run = runs.find(({ slug }) => slug === run_name)
      return !run || progressOf(run.about, run.outline, byEnrolment.get(id) ?? []).complete !== (completed_at !== null)
    }).length + unmet.length
    return judge(enrolments.length, wrong, fill(messages['progress-agrees'], { enrolments: enrolments.length, wrong }))
  },
})

export const controls = [collectAchievements, collectActiveTime, collectCatalogueChoice, collectViewHistory, offerProgress]
