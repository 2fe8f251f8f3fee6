import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { control, judge, plainSlot, ruleOf, type Policy } from '#trust/policy/policy.ts'
import { isCurrent, type Hashing } from './hashing.ts'
import { messages } from './messages.ts'

const leastBcryptCost = 12

/** Passwords are stored as the promised hash and nothing else; older ones are renewed at the next sign-in. */
export const protectPasswords = control('protect', 'passwords', {
  rule: z.strictObject({ algorithm: z.enum(['bcrypt', 'argon2id']), cost: z.int().min(leastBcryptCost).max(16).optional() }),
  kind: 'invariant',
  slots: ({ algorithm }) => plainSlot('algorithm', algorithm),
  async prove(rule, ctx) {
    const rows = await reveal(ctx, await ctx.db.selectFrom('sign_in.passwords').select(['person', 'hash']).orderBy('set_at', 'desc').limit(5000).execute())
    const others = rows.filter(({ hash }) => hash !== null && !isCurrent(asHashing(rule), hash)).length
    return judge(rows.length, others, fill(messages.hashed, { all: rows.length, algorithm: rule.algorithm, others }))
  },
})

const asHashing = ({ algorithm, cost = leastBcryptCost }: { algorithm: 'bcrypt' | 'argon2id'; cost?: number | undefined }): Hashing =>
  algorithm === 'bcrypt' ? { algorithm, cost } : { algorithm }

/** What the school has promised; undefined where it promises no algorithm by name. */
export function promisedHashing(policy: Policy): Hashing | undefined {
  const rule = ruleOf(policy, protectPasswords)
  return rule && asHashing(rule)
}
