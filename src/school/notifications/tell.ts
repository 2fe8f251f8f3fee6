import { queueMail } from '#platform/mail/mail.ts'
import { uuidv7 } from '#platform/ids.ts'
import type { Context } from '#trust/audit/audit.ts'
import { personById } from '#people/accounts/accounts.ts'
import { kinds, type Kind } from './kinds.ts'

/**
 * Tells somebody, once for the event it answers: a notice in the school and a letter about it, if they have an address. What was
 * told about the same thing before and is still unread gives way. Somebody who is leaving or gone is told nothing.
 * `place` is the page where it can be seen, without a language. Without `letter` the notice is all.
 */
export async function tell(ctx: Context, person: string, { kind, about, place, letter = true }: { kind: Kind; about: string; place: string; letter?: boolean }): Promise<string | undefined> {
  const { db, now } = ctx
  const [account, unread] = await Promise.all([
    personById(db, person),
    db.selectFrom('notifications.notices').select(['id', 'about']).where('person', '=', person).where('kind', '=', kind).where('read_at', 'is', null).execute(),
  ])
  if (account?.state !== 'active') return undefined
  const before = unread.filter(notice => notice.about === about).map(({ id }) => id)
  if (before.length) await db.deleteFrom('notifications.notices').where('id', 'in', before).execute()
  const id = uuidv7()
  await db.insertInto('notifications.notices').values({ id, person, kind, about, place, made_at: now }).execute()
  if (letter && !('silent' in kinds[kind]) && (!kinds[kind].often || !unread.length)) await queueMail(db, { person, template: `notifications.${kind}`, about: id, now })
  return id
}
