import { z } from 'zod'
import { listJobs, type JobStanding } from '#platform/jobs/jobs.ts'
import { mailHealth } from '#platform/mail/mail.ts'
import { overdue } from '#platform/obligations/obligations.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { evidenceOf, type Checked } from '#trust/evidence/evidence.ts'
import { requestsWaiting } from '#trust/rights/rights.ts'
import { messagesWaiting } from '#school/contact/contact.ts'
import { wordsWaiting } from '#school/catalogue/catalogue.ts'

const mayLook = (actor: Context['actor']) => actor.role === 'operator' || actor.role === 'privacy-officer'

export type Overview = {
  promises: Checked[]
  jobs: JobStanding[]
  mail: Awaited<ReturnType<typeof mailHealth>>
  overdue: number
  words: Awaited<ReturnType<typeof wordsWaiting>>
  visitors: number
  requests: Awaited<ReturnType<typeof requestsWaiting>>
}

/** Is anything broken, and what waits for me: figures that each lead to their rows. Counts only, nobody is looked at. */
export const showOverview = query('office.overview', {
  input: z.strictObject({}),
  async find({ db, policy, now }: Context): Promise<Overview> {
    const [promises, jobs, mail, late, words, visitors, requests] = await Promise.all([evidenceOf(db, policy, now), listJobs(db), mailHealth(db), overdue(db, now), wordsWaiting(db), messagesWaiting(db), requestsWaiting({ db, now })])
    return { promises, jobs, mail, overdue: late.length, words, visitors, requests }
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

