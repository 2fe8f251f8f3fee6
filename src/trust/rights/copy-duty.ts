import { putMade } from '#platform/files/files.ts'
import { announce } from '#platform/events/events.ts'
import { inSite } from '#platform/database/database.ts'
import { duty } from '#platform/obligations/obligations.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { accessCopy } from './access-copy.tsx'
import { filesOf } from './export-person.ts'

const week = 7 * 86_400_000

/** Builds the copy into an encrypted file: nobody's slow download holds a snapshot open. */
export const copyDuty = duty<Context, { file: string; bytes: number }>('rights.copy', {
  async prepare(ctx, { person }) {
    await ctx.keys.fetch([person!])
    const files = await filesOf(ctx, person!)
    const made = { person: person!, purpose: 'access-copy', name: `${ctx.site}.zip`, mediaType: 'application/zip', expiresAt: new Date(ctx.now.getTime() + week) }
    return inSite(ctx.db, ctx.site, db => putMade({ ...ctx, db }, made, accessCopy({ ...ctx, db }, person!, files)), { ...askingOf(ctx), isolation: 'repeatable read' })
  },
  async fulfil({ db, now }, { about, person }, { file, bytes }) {
    const copy = await db.updateTable('rights.copies').set({ ready_at: now, expires_at: new Date(now.getTime() + week), file, bytes }).where('id', '=', about).returning('request').executeTakeFirst()
    await db.updateTable('rights.requests').set({ answered_at: now, granted: true }).where('id', '=', copy!.request!).execute()
    await announce(db, 'rights.copy-ready', { person, about })
    return { effect: 'built' }
  },
})
