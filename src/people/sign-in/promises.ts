import { z } from 'zod'
import { control, judge, plainSlot, seldom, type SiteContext } from '#trust/policy/policy.ts'
import { inSite } from '#platform/database/database.ts'
import { fill } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import { withKeys } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import { walkerIn } from '#trust/rights/rights.ts'
import { fits } from './hashing.ts'
import { hashNew, storedHash, storePassword } from './passwords.ts'
import { leastLength, weaknessOf } from './password-rules.ts'
import { messages } from './messages.ts'
import { changePassword } from './sign-in-commands.ts'
import { idle, longest } from './sessions.ts'
import { countTry, freeTries } from './throttle.ts'

/** Weak passwords are refused with the reason; the sentence says how long one must be. */
export const protectPasswordChoice = control('protect', 'password-choice', {
  rule: z.strictObject({ least: z.literal(leastLength) }),
  kind: 'probe',
  slots: ({ least }) => plainSlot('least', least),
  async prove({ least }) {
    const weak = ['12345678', 'qwertyuiop', 'password123', 'liverpool2024!', 'P@ssw0rd!!', 'aaaaaaaaaaaa', '2026-11-22-2026', 'Ааааааа1', 'x'.repeat(least - 1), 'aigerimaigerim']
    const accepted = weak.filter(password => !weaknessOf(password, { algorithm: 'argon2id' }, ['aigerim']))
    return judge(weak.length, accepted.length, fill(messages['choice-proved'], { all: weak.length, others: accepted.length }))
  },
})

/** After so many failures there is a pause, and it grows. */
export const protectSignIn = control('protect', 'sign-in', {
  rule: z.strictObject({ failures: z.literal(freeTries) }),
  kind: 'probe',
  slots: ({ failures }) => plainSlot('failures', failures),
  async prove({ failures }, site) {
    const ctx: Context = { ...site, actor: { person: null, role: 'visitor' }, locale: 'ru' }
    const name = `probe ${crypto.randomUUID()}`
    let passed = 0
    while (passed <= failures && await passes(ctx, name)) passed++
    return judge(failures, Math.max(0, passed - failures), fill(messages['throttle-proved'], { all: failures, others: Math.max(0, passed - failures) }))
  },
})

async function passes(ctx: Context, name: string): Promise<boolean> {
  try {
    await countTry(ctx, { name })
    return true
  } catch (error) {
    if (error instanceof Refusal && error.status === 429) return false
    throw error
  }
}

/** Every session belongs to somebody whose account is in use, and ends: without visits soon, and in any case at last. */
export const watchSessions = control('watch', 'sessions', {
  rule: z.strictObject({}),
  kind: 'invariant',
  async prove(_, { db }) {
    const rows = await db.selectFrom('sign_in.sessions').select(['person', 'started_at', 'seen_at', 'idle_until', 'ends_at']).execute()
    const endless = rows.filter(row => row.ends_at.getTime() - row.started_at.getTime() > longest || row.idle_until.getTime() - row.seen_at.getTime() > idle)
    return judge(rows.length, endless.length, fill(messages['sessions-proved'], { all: rows.length, others: endless.length }))
  },
})

/** Staff can neither learn nor set anybody's password: looked for in what is stored, and tried. */
export const refuseStaffPasswords = control('refuse', 'staff-passwords', {
  rule: z.strictObject({}),
  kind: 'probe',
  async prove(_, ctx) {
    const ways = await Promise.all([storedReadable(ctx), passwordLeavesTheHouse(ctx), operatorSetsOne(ctx)])
    const open = ways.filter(Boolean).length
    return judge(ways.length, open, fill(messages['staff-passwords-proved'], { all: ways.length, others: open }))
  },
})

/** A column of passwords that is open to read, or that holds anything but an envelope. */
async function storedReadable({ map }: SiteContext): Promise<boolean> {
  return map.some(({ name, columns }) => name === 'sign_in.passwords' && columns.some(column => column.name === 'hash' && column.type !== 'database.sealed'))
}

/** A hash that would go into copies. */
const passwordLeavesTheHouse = async ({ map }: SiteContext): Promise<boolean> =>
  map.some(({ name, columns }) => name === 'sign_in.passwords' && columns.some(({ name, note }) => name === 'hash' && note.says === 'data' && note.export))

/** In the twin of the school an operator, who even has somebody's password in hand, asks for another one for them. Whatever is answered, the old one must stand. */
const operatorSetsOne = seldom(async (site: SiteContext): Promise<boolean> => {
  const [learner, operator] = [await walkerIn(site, 'learner'), await walkerIn(site, 'operator')]
  const person = learner.ctx.actor.person!
  const [current, password] = ['nine quiet paper boats', 'three calm grey boats']
  try {
    const hash = await hashNew(learner.ctx, current, [])
    await withKeys(learner.ctx, () => inSite(site.db, learner.ctx.site, db => storePassword({ ...learner.ctx, db }, person, hash)))
    await changePassword(operator.ctx, { person, current, password }).catch(error => {
      if (!(error instanceof Refusal || error instanceof z.ZodError)) throw error
    })
    return !await fits(current, (await storedHash(learner.ctx, person))!)
  } finally { await Promise.all([learner.leave(), operator.leave()]) }
})
