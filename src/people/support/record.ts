import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { lawProfile, localDate } from '#trust/law/law.ts'
import { recordRequest } from '#trust/rights/rights.ts'
import { findPerson } from '#people/staff/staff.ts'
import { Recorded } from './desk-forms.ts'
import { addGuest, admitGuest, openTicket, type Opened } from './ticket.ts'

/** Where it stands now: an enquiry, or a request in the officer's queue. */
export type Kept = { enquiry: Opened } | { request: string }

/**
 * A call, or a paper letter: written down with the day it came, from which its term runs. Of somebody with an account it becomes theirs;
 * a request about a right of theirs goes where all such requests go. @throws Refusal staff.nobody, support.not-yet, support.too-long-ago, support.needs-right
 */
export async function recordEnquiry(ctx: Context, raw: z.input<typeof Recorded>): Promise<Kept> {
  const recorded = Recorded.parse(raw)
  const at = arrivedAt(ctx, recorded.arrived)
  const person = recorded.account ? await findNamed(ctx, recorded.account) : undefined
  if (person && recorded.topic === 'rights') {
    if (!recorded.right) throw new Refusal(422, 'support.needs-right', {}, { field: 'right' })
    return { request: await recordRequest(ctx, { person, kind: recorded.right, wish: recorded.words, at }) }
  }
  if (person) return { enquiry: await writeDown(ctx, { ...recorded, at, person }) }
  const guest = await admitGuest(ctx)
  const enquiry = await writeDown(ctx, { ...recorded, at, person: guest, guest: true })
  await ctx.vault.confirm(ctx.site, guest)
  return { enquiry }
}

const writeDown = command('support.record', {
  input: Recorded.extend({ at: z.date(), person: z.uuid(), guest: z.boolean().default(false) }),
  load: async (_: Context, { person }) => person,
  may: ({ role }) => role === 'operator' || role === 'support' || role === 'privacy-officer',
  async run(ctx, person, { guest, topic, channel, words, at, name, email, phone }) {
    if (guest) await addGuest(ctx, person, { name, email, phone })
    return openTicket(ctx, { person, guest, topic, channel, words, at })
  },
  audit: person => ({ subject: person }),
})

/** Today is this very moment; an earlier day is its noon, as any moment of a day gives the same term. */
function arrivedAt({ now, policy }: Context, date: string): Date {
  const law = lawProfile(policy.law)
  const today = localDate(now, law)
  if (date > today) throw new Refusal(422, 'support.not-yet', {}, { field: 'arrived' })
  if (date < localDate(new Date(now.getTime() - 365 * 86_400_000), law)) throw new Refusal(422, 'support.too-long-ago', {}, { field: 'arrived' })
  return date === today ? now : new Date(`${date}T12:00:00+05:00`)
}

async function findNamed(ctx: Context, typed: string): Promise<string> {
  try { return await findPerson(ctx, typed) } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 404) throw error
    throw new Refusal(404, error.code, error.facts, { field: 'account' })
  }
}
