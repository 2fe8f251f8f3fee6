import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { inLog, mayHand } from './ask.ts'
import type { Ground } from './controls.ts'
import { handsFor } from './grounds.ts'
import { caseById, type Case } from './show.ts'

const Which = z.strictObject({ id: z.uuid() })
const open = (found: Case) => { if (found.handed_at || found.declined_at) throw new Refusal(409, 'disclosures.over') }

/**
 * A hand of somebody who works here. A demand of the law needs two of them, of two people, one at least a privacy officer. A protection
 * needs that of an officer, other than who asked for it.
 */
export const approve = command('disclosures.approve', {
  input: Which,
  load: (ctx: Context, { id }) => caseById(ctx.db, id),
  may: mayHand,
  async run({ db, now, actor }, found) {
    open(found)
    const officer = actor.role === 'privacy-officer'
    const hands = handsFor(found.ground as Ground)
    if (found.second_at || hands === 0 || (hands === 1 && found.first_at)) throw new Refusal(409, 'disclosures.enough-hands')
    if (found.first_by === actor.person) throw new Refusal(403, 'disclosures.another-person')
    if (hands === 1 && found.asked_by === actor.person) throw new Refusal(403, 'disclosures.another-person')
    const last = hands === 1 || found.first_at !== null
    if (last && !officer && !found.officer) throw new Refusal(403, 'disclosures.officer-needed')
    await db.updateTable('disclosures.cases').set({ ...found.first_at ? { second_at: now, second_by: actor.person } : { first_at: now, first_by: actor.person }, officer: officer || found.officer }).where('id', '=', found.id).execute()
  },
  audit: inLog,
})

/** It is not handed over, and cannot be any more. */
export const decline = command('disclosures.decline', {
  input: Which,
  load: (ctx: Context, { id }) => caseById(ctx.db, id),
  may: mayHand,
  async run({ db, now, actor }, found) {
    open(found)
    await db.updateTable('disclosures.cases').set({ declined_at: now, declined_by: actor.person }).where('id', '=', found.id).execute()
  },
  audit: inLog,
})
