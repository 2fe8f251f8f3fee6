import { isPicture, type Keep, type Kind } from '#platform/inspection/inspection.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { FilesContext } from './context.ts'

/** The permission to upload one thing: whose it will be, what for, which kinds, how large. */
export type Ticket = { id: string; person: string; purpose: `${string}.${string}`; accepts: Kind[]; most: number; keep: Keep; expiresAt: Date }
export type Wish = { purpose: Ticket['purpose']; person: string; accepts: readonly Kind[]; most: number; keep?: Keep }

// A file is looked at whole, in memory, by a thread of its own. Films come another way.
const mostEver = 64 * 1024 * 1024
const lifetime = 24 * 3_600_000

/** Call it inside a command, which has decided that this person may. The ticket lives a day: a slow line needs several tries. */
export async function makeTicket(ctx: Pick<FilesContext, 'db' | 'now'>, { purpose, person, accepts, most, keep = 'nothing' }: Wish): Promise<Ticket> {
  if (!accepts.length || most < 1 || most > mostEver) throw new Error(`A ticket for ${purpose} must name kinds of file, and at most ${mostEver} bytes`)
  if (keep === 'exposure' && !accepts.some(isPicture)) throw new Error('Only pictures have camera settings to keep')
  const ticket: Ticket = { id: uuidv7(), person, purpose, accepts: [...accepts], most, keep, expiresAt: new Date(ctx.now.getTime() + lifetime) }
  await ctx.db.insertInto('files.tickets').values({ id: ticket.id, person, purpose, accepts: ticket.accepts, most_bytes: most, keep, made_at: ctx.now, expires_at: ticket.expiresAt }).execute()
  return ticket
}

/** The ticket of whoever acts. Somebody else's looks like none, and so does one that has run out. */
export async function findTicket({ db, actor, now }: Pick<FilesContext, 'db' | 'actor' | 'now'>, id: string): Promise<Ticket> {
  const row = /^[0-9a-f-]{36}$/.test(id) && actor.person
    ? await db.selectFrom('files.tickets').selectAll().where('id', '=', id).where('person', '=', actor.person).executeTakeFirst() : undefined
  if (!row || row.expires_at <= now) throw new Refusal(404, 'files.no-ticket')
  return { id: row.id, person: row.person, purpose: row.purpose as Ticket['purpose'], accepts: row.accepts as Kind[], most: Number(row.most_bytes), keep: row.keep as Keep, expiresAt: row.expires_at }
}
