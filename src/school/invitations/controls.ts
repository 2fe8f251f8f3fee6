import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { control, judge } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'
import { beyondLearning } from './write-invitation.ts'

/** Every purpose beyond learning has a consent of its own, and what went out for one went out under it. */
const beyond = control('use', 'beyond-learning', {
  rule: z.strictObject({}),
  kind: 'invariant',
  async prove(_, { db, policy }) {
    const consents = beyondLearning(policy)
    const bare = policy.purposes.filter(({ id, serves }) => serves === 'beyond' && !consents.some(({ purpose }) => purpose === id)).length
    const sent = await db.selectFrom('invitations.invitations').select('consent').where('sent_at', 'is not', null).where('told', '>', 0).execute()
    const astray = sent.filter(({ consent }) => !consents.some(({ id }) => id === consent)).length
    return judge(policy.purposes.length, bare + astray, fill(messages.proved, { purposes: policy.purposes.length, bare, sent: sent.length, astray }))
  },
})

export const controls = [beyond]
