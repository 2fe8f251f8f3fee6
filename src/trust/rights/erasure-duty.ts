// Erasure is an obligation with steps, each finished before the next and gone on from after any crash:
// asked -> key gone -> rows gone, recipients to be told -> objects gone -> looked through -> certified.
import { createHash, sign } from 'node:crypto'
import { inSite } from '#platform/database/database.ts'
import { duty, type Owed } from '#platform/obligations/obligations.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { tellRecipients } from '#trust/processors/processors.ts'
import { deleteRows, isHeld, residueOf } from './erase-person.ts'
import { dropEmptyHolds, keepHeld } from './holds/keep.ts'
import { given } from './parts.ts'

type Prepared = { person: string; files?: number; looked?: number }

export const erasureDuty = duty<Context, Prepared>('rights.erasure', {
  async prepare(ctx, { about, step }) {
    const person = await personOf(ctx, about)
    const { stores } = given()
    if (step === '') await forget(ctx, person)
    if (step === 'rows-gone') return { person, files: (await Promise.all(stores.map(store => store.eraseOf(ctx, person)))).reduce((sum, count) => sum + count, 0) }
    if (step === 'objects-gone') return { person, looked: await lookThrough(ctx, person) }
    return { person }
  },
  async fulfil(ctx, owed, { person, files = 0, looked = 0 }) {
    const { db } = ctx
    const set = (changes: object) => db.updateTable('rights.erasures').set(changes).where('id', '=', owed.about).execute()
    if (owed.step === '') return { step: 'key-gone' }
    if (owed.step === 'key-gone') {
      const recipients_told = await tellRecipients(ctx, person, { reason: 'erasure' })
      await set({ rows_removed: await deleteRows(ctx, person), recipients_told })
      await dropEmptyHolds(db, person)
      return { step: 'rows-gone' }
    }
    if (owed.step === 'rows-gone') { await set({ files_removed: files }); return { step: 'objects-gone' } }
    await set({ completed_at: ctx.now, person: null, looked_through: looked, signature: proofOf(ctx, owed) })
    return { effect: 'certified' }
  },
})

const personOf = async (ctx: Context, about: string) =>
  inSite(ctx.db, ctx.site, async db => (await db.selectFrom('rights.erasures').select('person').where('id', '=', about).executeTakeFirstOrThrow()).person!, askingOf(ctx))

/** The key goes first: from that moment no copy can be read, even if we are interrupted before the rows are gone. */
async function forget(ctx: Context, person: string) {
  await keepHeld(ctx, person)
  const held = await inSite(ctx.db, ctx.site, db => isHeld({ db, map: ctx.map }, person), askingOf(ctx))
  await ctx.vault.forget(ctx.site, person, { kinds: held ? ['own'] : ['own', 'law'] }, ctx.now)
}

/** A residue is no success: the obligation stays open, is tried again, and shows as late. */
async function lookThrough(ctx: Context, person: string): Promise<number> {
  const { stores } = given()
  const { looked, found } = await inSite(ctx.db, ctx.site, db => residueOf({ db, map: ctx.map }, person), askingOf(ctx))
  const left = (await Promise.all(stores.map(async store => ({ table: store.name, rows: (await store.listOf(ctx, person)).length })))).filter(({ rows }) => rows > 0)
  if (found.length + left.length) throw new Error(`Erasure is not complete: ${[...found, ...left].map(({ table, rows }) => `${table} ${rows}`).join(', ')}`)
  return looked + stores.length
}

const proofOf = ({ witness, site, now }: Context, { about, asked_at }: Owed) =>
  sign(null, createHash('sha256').update(`senim erasure\n${site}\n${about}\n${asked_at.toISOString()}\n${now.toISOString()}`).digest(), witness.key)
