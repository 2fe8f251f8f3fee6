import { z } from 'zod'
import type { Text } from '#platform/locale.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { closedOn, decide, isAbroad, type Closed, type Reason, type Recipient } from './decide.ts'
import { countedTransfers, lastRefusals } from './transfers.ts'

export type Entry = { recipient: Recipient; abroad: boolean; closed: Closed | undefined; times: number; last: Date | null }
export type Refused = { id: string; at: Date; host: string; reason: string; about: string }
export type Notice = { id: string; recipient: string; reason: string; reference_numbers: string[]; made_at: Date; told_at: Date | null; way: string | null; confirmed_at: Date | null; confirmation: string | null }
export type Register = { entries: Entry[]; refusals: Refused[]; notices: Notice[]; /** Who answers for a call that nobody has confirmed. */ owner: Text }

/** Who may get what, who got it, what was stopped, and who has still to be told. */
export const showRegister = query('processors.register', {
  input: z.strictObject({}),
  async find({ db, policy, now }: Context): Promise<Register> {
    const [counted, refusals, notices] = await Promise.all([
      countedTransfers(db), lastRefusals(db),
      db.selectFrom('processors.notices').select(['id', 'recipient', 'reason', 'reference_numbers', 'made_at', 'told_at', 'way', 'confirmed_at', 'confirmation']).orderBy('made_at', 'desc').limit(100).execute(),
    ])
    const entries = policy.recipients.map(recipient => {
      const own = counted.filter(each => each.recipient === recipient.id)
      const last = own.reduce<Date | null>((latest, each) => latest && latest > each.last ? latest : each.last, null)
      return { recipient, abroad: isAbroad(recipient, policy.law), closed: closedOn(recipient, policy.law, now), times: own.reduce((sum, { times }) => sum + Number(times), 0), last }
    })
    return { entries, refusals, notices, owner: policy.operator.responsible.name }
  },
  may: actor => ['privacy-officer', 'operator', 'system'].includes(actor.role),
  reveals: () => [],
})

/** What somebody wants to send, and where. */
export const TriedTransfer = z.strictObject({ host: z.string().min(1).max(253), fields: z.array(z.string().max(60)).max(50).default([]), purpose: z.string().max(60).optional() })

/** For auditors: whether such a transfer would be let out, without anything leaving. */
export const tryTransfer = query('processors.try', {
  input: TriedTransfer,
  async find({ policy, now }: Context, wish): Promise<{ allowed: boolean; refused: Reason | null; about: string }> {
    const verdict = decide(policy, wish, now)
    return 'refused' in verdict ? { allowed: false, ...verdict } : { allowed: true, refused: null, about: verdict.recipient.id }
  },
  may: actor => ['privacy-officer', 'operator', 'system'].includes(actor.role),
  reveals: () => [],
})
