import { inSite } from '#platform/database/database.ts'
import { job } from '#platform/jobs/jobs.ts'
import type { Context } from '#trust/audit/audit.ts'
import { inviteThose } from './write-invitation.ts'

export const jobs = [job<Context>('invitations.send', { every: 'PT5M' }, async ctx => {
  const waiting = await inSite(ctx.db, ctx.site, db => db.selectFrom('invitations.invitations').select('id').where('sent_at', 'is', null).orderBy('id').limit(20).execute())
  let told = 0
  for (const { id } of waiting) told += await inviteThose(ctx, { invitation: id })
  return told
})]
