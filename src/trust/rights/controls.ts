import { sql } from 'kysely'
import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { standing } from '#platform/obligations/obligations.ts'
import { Within } from '#trust/law/law.ts'
import { control, judge, withinSlots, type Control, type Verb } from '#trust/policy/policy.ts'
import { keepForLaw } from './holds/controls.ts'
import { messages } from './messages.ts'
import { walk, type Walked } from './proof/walk.ts'
import { offerObjection, offerRestriction } from './restriction/controls.ts'

/** How many days the slowest answer has taken; a part of a day counts as one. */
const longestAnswer = sql<number | null>`ceil(extract(epoch from max(answered_at - asked_at)) / 86400)::int`

/** No request is past its moment: the stricter of the school's words and the law. */
const answerRequests = control('answer', 'requests', {
  rule: z.strictObject({ rights: z.union([z.literal('all'), z.array(z.string()).min(1)]), within: Within }),
  kind: 'clock',
  slots: rule => withinSlots('within', rule.within),
  async prove(_, ctx) {
    const [requests, copies, { days }] = await Promise.all([
      standing(ctx.db, 'rights.request', ctx.now), standing(ctx.db, 'rights.copy', ctx.now), ctx.db.selectFrom('rights.requests').select(longestAnswer.as('days')).executeTakeFirstOrThrow(),
    ])
    const sum = { all: requests.all + copies.all, open: requests.open + copies.open, late: requests.late + copies.late }
    const found = judge(sum.all, sum.late, days === null ? fill(messages['proved-desk'], sum) : fill(messages['proved-desk-longest'], { ...sum, days }))
    return found.state === 'kept' && sum.open ? { ...found, state: 'due' as const } : found
  },
})

/** Of nobody whom the ledger outside the database names as forgotten is there a record left. */
const eraseAccount = control('erase', 'account', {
  rule: z.strictObject({}),
  kind: 'invariant',
  async prove(_, ctx) {
    const home = ctx.map.find(table => table.columns.some(({ name, note }) => name === 'id' && note.says === 'key' && note.of === 'person'))!
    const [clock, done, people] = await Promise.all([
      standing(ctx.db, 'rights.erasure', ctx.now),
      ctx.db.selectFrom('rights.erasures').select(eb => eb.fn.countAll<number>().as('n')).where('completed_at', 'is not', null).executeTakeFirstOrThrow(),
      sql<{ id: string }>`select id from ${sql.table(home.name)}`.execute(ctx.db),
    ])
    const residue = (await ctx.ledger.forgottenAmong(ctx.site, people.rows.map(({ id }) => id))).size
    return judge(Number(done.n), clock.late + residue, fill(messages['proved-erasures'], { all: clock.all + Number(done.n), done: Number(done.n), late: clock.late, residue }))
  },
})

/** Walked as a person walks it, with an officer who answers, in a twin of the school. */
const walked = (verb: Verb, subject: string, part: keyof Walked): Control => control(verb, subject, {
  rule: z.strictObject({}),
  kind: 'journey',
  async prove(_, ctx) {
    const { looked, wrong } = (await walk(ctx))[part]
    return judge(looked, wrong, fill(messages[`proved-${part}`], { looked, wrong }))
  },
})

export const controls = [
  answerRequests, eraseAccount, walked('publish', 'my-data', 'page'), walked('offer', 'access-copy', 'copy'), walked('offer', 'correction', 'correction'),
  walked('offer', 'portability', 'portability'), walked('answer', 'complaints', 'complaint'), offerRestriction, offerObjection, keepForLaw,
]
