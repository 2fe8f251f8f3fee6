import { z } from 'zod'
import { listJobs, type JobStanding } from '#platform/jobs/jobs.ts'
import { mailHealth } from '#platform/mail/mail.ts'
import { overdue } from '#platform/obligations/obligations.ts'
import { query, recentDeeds, type Context, type Deed } from '#trust/audit/audit.ts'
import { evidenceOf, type Checked } from '#trust/evidence/evidence.ts'
import { requestsWaiting } from '#trust/rights/rights.ts'
import { learnersSince } from '#people/accounts/accounts.ts'
import { enquiriesWaiting } from '#people/support/support.ts'
import { answersSince } from '#school/assignments/assignments.ts'
import { wordsWaiting } from '#school/catalogue/catalogue.ts'
import { learntSince } from '#school/enrolment/enrolment.ts'

const mayLook = (actor: Context['actor']) => actor.role === 'operator' || actor.role === 'privacy-officer'
const month = 30 * 86_400_000

/** How the school is, over thirty days: numbers of people, never who. */
export type Wellbeing = { active: number; learning: number; finished: number; senders: number; answered: number; inTime: number }
export type Overview = {
  promises: Checked[]
  jobs: JobStanding[]
  mail: Awaited<ReturnType<typeof mailHealth>>
  overdue: number
  words: Awaited<ReturnType<typeof wordsWaiting>>
  enquiries: Awaited<ReturnType<typeof enquiriesWaiting>>
  requests: Awaited<ReturnType<typeof requestsWaiting>>
  wellbeing: Wellbeing
  deeds: Deed[]
}

/** Is anything broken, what waits for me, how is the school: figures that each lead to their rows. Counts only, nobody is looked at. */
export const showOverview = query('office.overview', {
  input: z.strictObject({}),
  async find(ctx: Context): Promise<Overview> {
    const { db, policy, now } = ctx
    const since = new Date(now.getTime() - month)
    const [promises, jobs, mail, late, words, enquiries, requests, active, learnt, answers, deeds] = await Promise.all([
      evidenceOf(db, policy, now), listJobs(db), mailHealth(db), overdue(db, now), wordsWaiting(db), enquiriesWaiting(ctx, ctx.actor.role === 'privacy-officer' ? 'privacy-officer' : 'operator'), requestsWaiting({ db, now }),
      learnersSince(db, since), learntSince(db, since), answersSince(ctx, since), recentDeeds(db),
    ])
    const wellbeing = { active, ...learnt, senders: answers.people, answered: answers.answered, inTime: answers.inTime }
    return { promises, jobs, mail, overdue: late.length, words, enquiries, requests, wellbeing, deeds }
  },
  may: mayLook,
  reveals: () => [],
})

export const showJobs = query('office.jobs', {
  input: z.strictObject({}),
  find: ({ db }: Context) => listJobs(db),
  may: mayLook,
  reveals: () => [],
})

export const showMail = query('office.mail', {
  input: z.strictObject({}),
  find: async ({ db }: Context) => ({ health: await mailHealth(db) }),
  may: actor => actor.role === 'operator',
  reveals: () => [],
})
