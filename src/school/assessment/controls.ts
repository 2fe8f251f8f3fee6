import { sql } from 'kysely'
import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { fill } from '#platform/locale.ts'
import { control, judge } from '#trust/policy/policy.ts'
import { teachersOf } from '#school/courses/courses.ts'
import { attemptById } from './find-attempts.ts'
import { messages } from './messages.ts'
import { maySeeResult } from './show-attempt.ts'

const plain = z.strictObject({})

/** Tries to open results as everyone who should not: a visitor, another learner, a teacher of another run, the operator. */
export const permitOwnResults = control('permit', 'own-results', {
  rule: plain,
  kind: 'probe',
  prove: (_, ctx) => inSite(ctx.db, ctx.site, async db => {
    const submitted = await db.selectFrom('assessment.attempts').select('id').where('submitted_at', 'is not', null).orderBy('submitted_at', 'desc').limit(50).execute()
    const strangers = [{ person: null, role: 'visitor' }, { person: crypto.randomUUID(), role: 'learner' }, { person: crypto.randomUUID(), role: 'teacher' }, { person: crypto.randomUUID(), role: 'operator' }] as const
    let opened = 0
    for (const { id } of submitted) {
      const attempt = (await attemptById(db, id))!
      const teachers = await teachersOf({ db }, attempt.run)
      opened += strangers.filter(actor => maySeeResult(actor, { mine: actor.person === attempt.person, teachers })).length
    }
    const tried = submitted.length * strangers.length
    return judge(tried, opened, fill(messages['results-walled'], { tried, opened }))
  }),
})

/** Adds the marks of every grading up again: points, fraction, percent and pass must follow from them. */
export const offerTests = control('offer', 'tests', {
  rule: plain,
  kind: 'invariant',
  async prove(_, { db }) {
    const { rows: [found] } = await sql<{ attempts: number; wrong: number }>`
      select count(*) as attempts, count(*) filter (where g.id is null or abs(g.mark - m.mark) > 1e-6 or abs(g.out_of - m.points) > 1e-6
        or g.grade <> floor(g.fraction * 100 + 1e-9) or g.passed <> (g.grade >= t.pass_at)) as wrong
      from assessment.attempts a join assessment.tests t on t.id = a.test
      left join lateral (select * from assessment.gradings where attempt = a.id order by number desc limit 1) g on true
      left join lateral (select sum(mark) as mark, sum(points) as points from assessment.marks where grading = g.id) m on true
      where a.submitted_at is not null`.execute(db)
    const { attempts, wrong } = { attempts: Number(found!.attempts), wrong: Number(found!.wrong) }
    return judge(attempts, wrong, fill(messages['grades-agree'], { attempts, wrong }))
  },
})

export const controls = [offerTests, permitOwnResults]
