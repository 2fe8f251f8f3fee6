// The person learns of it by the school's own channel, and finds it in My data; later only where the law forbids it, and then on the day that ends.
import { announce } from '#platform/events/events.ts'
import { duty, owe } from '#platform/obligations/obligations.ts'
import type { Context } from '#trust/audit/audit.ts'
import { recordHandover } from '#trust/processors/processors.ts'
import { fieldsOf } from './scope.ts'
import { caseById, type Case } from './show.ts'

const day = 86_400_000

/** At once, or owed for the end of the silence. */
export async function tellOrOwe(ctx: Context, found: Case): Promise<void> {
  if (!found.secret_until || found.secret_until <= ctx.now) return tell(ctx, { ...found, handed_at: ctx.now })
  await owe(ctx.db, { kind: 'disclosures.tell', about: found.id, now: ctx.now, startAt: found.secret_until, promisedBy: new Date(found.secret_until.getTime() + day) })
}

async function tell({ db, now, map, policy }: Context, { id, person, recipient, ground, scope, handed_at }: Case): Promise<void> {
  if (!person) return // erased since: there is nobody to tell
  const fields = [...new Set(fieldsOf(map, policy).filter(({ name }) => scope.includes(name)).map(({ column }) => column))]
  const purpose = policy.recipients.find(each => each.id === recipient)?.purpose ?? policy.purposes.find(({ serves }) => serves === 'law')?.id ?? 'law'
  await recordHandover(db, { person, recipient, fields, purpose, ground, reference: id, at: handed_at! })
  await db.updateTable('disclosures.cases').set({ told_at: now }).where('id', '=', id).execute()
  await announce(db, 'disclosures.handed-over', { person, about: id })
}

export const tellDuty = duty<Context>('disclosures.tell', {
  async fulfil(ctx, { about }) {
    const found = await caseById(ctx.db, about)
    if (!found?.person) return { effect: 'nobody-left' }
    await tell(ctx, found)
    return { effect: 'told' }
  },
})
