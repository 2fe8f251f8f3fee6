import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { inLog, mayHand } from './ask.ts'
import type { Ground } from './controls.ts'
import { handsFor, holdToGround } from './grounds.ts'
import { fieldsOf, readScope, type Part } from './scope.ts'
import { caseById, isReady } from './show.ts'
import { tellOrOwe } from './tell.ts'

/** The file, before it is opened: what the sealed values say is read by whoever opens them. */
export type Handed = { number: number; recipient: string; ground: string; at: Date; parts: Part[] }

/**
 * Reads what is in scope and nothing else, and writes down that it went, in one transaction; a second time there is nothing to take. The
 * ground is held against the moment: a consent that was withdrawn since, an agreement that has run out, stop it.
 */
export const handOver = command('disclosures.hand-over', {
  input: z.strictObject({ id: z.uuid(), format: z.enum(['json', 'csv']) }),
  load: (ctx: Context, { id }) => caseById(ctx.db, id),
  may: mayHand,
  async run(ctx, found, { format }): Promise<Handed> {
    const { db, map, policy, now, actor } = ctx
    const { id, person, number, recipient, scope } = found
    const ground = found.ground as Ground
    if (found.handed_at || found.declined_at) throw new Refusal(409, 'disclosures.over')
    if (!person) throw new Refusal(410, 'disclosures.nobody-left')
    if (!isReady(found)) throw new Refusal(403, handsFor(ground) === 2 ? 'disclosures.two-hands' : 'disclosures.officer-needed')
    const fields = fieldsOf(map, policy).filter(({ name }) => scope.includes(name))
    await holdToGround(ctx, { ground, recipient, person, fields })
    const parts = await readScope(ctx, person, fields)
    const { numUpdatedRows } = await db.updateTable('disclosures.cases').set({ handed_at: now, handed_by: actor.person, format }).where('id', '=', id).where('handed_at', 'is', null).executeTakeFirst()
    if (!numUpdatedRows) throw new Refusal(409, 'disclosures.over')
    await tellOrOwe(ctx, found)
    return { number, recipient, ground, at: now, parts }
  },
  audit: inLog,
})
