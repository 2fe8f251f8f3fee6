import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { allowed } from '#trust/consent/consent.ts'
import { control, judge } from '#trust/policy/policy.ts'
import { allCourses } from '#school/courses/courses.ts'
import { messages } from './messages.ts'
import { publicReviews, publishing, trajectoriesIn } from './show-catalogue.ts'

const plain = z.strictObject({})

/** Compares what the page would show with what stands in the rows: consent, moderation, no withdrawal. */
export const askReviewPublishing = control('ask', 'review-publishing', {
  rule: plain,
  kind: 'invariant',
  async prove(_, ctx) {
    const [shown, all] = await Promise.all([publicReviews(ctx, 1000).execute(), ctx.db.selectFrom('catalogue.reviews').select(['id', 'person', 'approved', 'consented_at', 'withdrawn_at']).execute()])
    const standing = new Map(await Promise.all([...new Set(all.map(({ person }) => person))].map(async person => [person, await allowed(ctx, publishing, person)] as const)))
    const wrong = shown.filter(({ id }) => { const row = all.find(each => each.id === id); return !row?.approved || !row.consented_at || row.withdrawn_at || !standing.get(row.person) }).length
    return judge(all.length, wrong, fill(messages['reviews-walled'], { shown: shown.length, wrong }))
  },
})

/** Reviews can be given, and each one is with the school: published, waiting, or kept for it alone. */
export const offerReviews = control('offer', 'reviews', {
  rule: plain,
  kind: 'invariant',
  async prove(_, { db }) {
    const all = await db.selectFrom('catalogue.reviews').select(['id', 'approved', 'judged_at']).execute()
    const wrong = all.filter(({ approved, judged_at }) => (approved !== null) !== (judged_at !== null)).length
    return judge(all.length, wrong, fill(messages['reviews-walled'], { shown: all.length, wrong }))
  },
})

/** Every stage of a trajectory leads to a course that the school teaches. */
export const offerTrajectories = control('offer', 'trajectories', {
  rule: plain,
  kind: 'invariant',
  async prove(_, { db }) {
    const [trajectories, courses] = await Promise.all([trajectoriesIn(db), allCourses(db)])
    const wrong = trajectories.flatMap(({ stages }) => stages).filter(({ course }) => !courses.some(({ slug }) => slug === course)).length
    return judge(trajectories.length, wrong, fill(messages['trajectories-kept'], { count: trajectories.length, wrong }))
  },
})

export const controls = [askReviewPublishing, offerReviews, offerTrajectories]
