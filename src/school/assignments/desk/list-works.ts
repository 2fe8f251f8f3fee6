import { sql } from 'kysely'
import { z } from 'zod'
import type { Text } from '#platform/locale.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { restingFor } from '#trust/purposes/purposes.ts'
import { deadline, lawProfile, workingDaysLeft } from '#trust/law/law.ts'
import { namesOf } from '#people/accounts/accounts.ts'
import { runsTaughtBy, taughtBy } from '#school/courses/courses.ts'
import { datesOf } from '../my-works.ts'
import { graded } from '../nameless/nameless.ts'

export const filters = ['waiting', 'mine', 'late', 'again', 'given'] as const
export type Filter = (typeof filters)[number]
export type Waiting = {
  id: string; person: string; run: string; title: Text; number: number; sent_at: Date; given_at: Date | null; accepted: boolean | null
  held_by: string | null; held_until: Date | null; alias: number | null; late: boolean; course: Text; runName: string; answer_by: Date
  /** Working days until the answer is due, 0 on the last one, negative after it. */
  left: number
}

/** The works of the runs somebody teaches: first those whose answer is due first. */
export const listWorks = query('assignments.list', {
  input: z.strictObject({ filter: z.enum(filters).default('waiting'), run: z.string().max(120).optional() }),
  async find(ctx: Context, { filter, run }) {
    const { db, now } = ctx
    const me = ctx.actor.person!
    const law = lawProfile(ctx.policy.law)
    const [works, runs, names, holders, dates, rests] = await Promise.all([
      worksOf(ctx), runsTaughtBy(ctx, me), namesOf(db, sql<string>`(select w.person ${uncovered(me)})`),
      namesOf(db, sql<string>`(select held_by from assignments.works where run in ${taughtBy(me)} and held_until > ${now})`),
      datesOf(db, taughtBy(me)), restingFor(ctx, 'assignments.list'),
    ])
    const all = works.flatMap((work): Waiting[] => {
      const taught = runs.find(({ id }) => id === work.run)
      if (!taught || rests(work.person)) return []
      const answer_by = deadline(work.sent_at, { 'working-days': taught.answer_days }, law)
      return [{ ...work, course: (taught.about as { title: Text }).title, runName: taught.slug, answer_by, left: workingDaysLeft(answer_by, now, law) }]
    }).sort((a, b) => a.answer_by.getTime() - b.answer_by.getTime())
    const inRun = run ? all.filter(({ runName }) => runName === run) : all
    const waits = all.filter(fits('waiting', me, now))
    const byRun = runs.map(each => ({ run: each.slug, course: (each.about as { title: Text }).title, waiting: waits.filter(work => work.run === each.id).length }))
    const coming = dates.filter(({ due_at }) => due_at > now).sort((a, b) => a.due_at.getTime() - b.due_at.getTime())[0]
    const nextDue = coming && { at: coming.due_at, course: byRun[runs.findIndex(({ id }) => id === coming.run)]!.course }
    const counts = Object.fromEntries(filters.map(each => [each, inRun.filter(fits(each, me, now)).length])) as Record<Filter, number>
    return { filter, run, runs, byRun, nextDue, names, holders, counts, overdue: waits.filter(({ answer_by }) => answer_by < now).length, today: waits.filter(({ answer_by, left }) => left === 0 && answer_by >= now).length, works: inRun.filter(fits(filter, me, now)) }
  },
  may: actor => actor.role === 'teacher',
  reveals: ({ works }) => works.map(({ person }) => person),
})

const fits = (filter: Filter, me: string, now: Date) => (work: Waiting) => {
  if (filter === 'given') return work.given_at !== null
  if (work.given_at) return false
  if (filter === 'mine') return work.held_by === me && work.held_until !== null && work.held_until > now
  return filter === 'late' ? work.late : filter === 'again' ? work.number > 1 : true
}

/** The works whose learners may be named. */
const uncovered = (me: string) => sql`from assignments.works w where w.run in ${taughtBy(me)} and (w.alias is null or ${graded('w.id')} is not null)`

/** The last sending of each work. Those given back long ago are found by their learner, not here. */
const worksOf = async ({ db, actor }: Context) => (await sql<Omit<Waiting, 'course' | 'runName' | 'answer_by' | 'left'>>`
  select w.id, w.person, w.run, a.title, t.number, t.sent_at, r.given_at, r.accepted, w.held_by, w.held_until, w.alias, coalesce(t.sent_at > d.due_at, false) as late
  from assignments.works w join assignments.assignments a on a.id = w.assignment
  join lateral (select id, number, sent_at from assignments.takes where work = w.id order by number desc limit 1) t on true
  left join assignments.reviews r on r.take = t.id left join assignments.dates d on d.run = w.run
  where w.run in ${taughtBy(actor.person!)} order by (r.given_at is not null), t.sent_at limit 500`.execute(db)).rows
