import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Inside } from '#platform/events/events.ts'
import { logFault, mostAttempts } from '#platform/fault.ts'
import type { Letter, Templates } from './mail.ts'
import type { Transport } from './transport.ts'

type Work = { db: Database; now: Date; site: string; address: URL }
type Waiting = { id: string; person: string; template: string; about: string; attempts: number }

/**
 * Letters leave outside of every transaction. One refused mailbox is tried again later and stops nobody else's letter; a template
 * that fails stops only its own. `open` turns what is still sealed into text.
 */
export async function sendDue<Ctx extends Work>(ctx: Ctx, inside: Inside<Ctx>, templates: Templates<Ctx>, transport: Transport, open: (letter: Letter) => Promise<unknown>): Promise<number> {
  if (!transport.works) return 0
  let sent = 0
  for (;;) {
    const waiting = await inside(({ db, now }) => claim(db, now))
    if (!waiting) return sent
    try {
      const letter = await compose(inside, templates, waiting)
      if (letter) await transport.send({ from: `no-reply@${ctx.address.hostname}`, ...await open(letter) as Letter<string>, id: waiting.id, person: waiting.person, site: ctx.site, at: ctx.now })
      await inside(({ db, now }) => end(db, waiting.id, letter ? { outcome: 'sent', sent_at: now } : { outcome: 'nothing-to-send' }))
      if (letter) sent++
    } catch (error) {
      const fault = logFault(`${ctx.site} ${waiting.template}`, error)
      await inside(({ db }) => end(db, waiting.id, { fault, ...waiting.attempts >= mostAttempts && { outcome: 'given-up' as const } }))
    }
  }
}

function compose<Ctx extends Work>(inside: Inside<Ctx>, templates: Templates<Ctx>, { id, person, template, about }: Waiting): Promise<Letter | undefined> {
  const write = templates[template]
  if (!write) throw new Error(`There is no template ${template}`)
  return inside(ctx => write(ctx, { id, person, about }))
}

/**
 * Counted before it is tried, so that a letter which ends the process is not tried for ever; meanwhile no other worker takes it.
 * The pauses grow: 1, 4, 16 … minutes.
 */
async function claim(db: Database, now: Date): Promise<Waiting | undefined> {
  const { rows: [letter] } = await sql<Waiting>`
    update mail.letters set attempts = attempts + 1, next_try_at = ${now}::timestamptz + least(interval '1 minute' * power(4, attempts), interval '6 hours')
    where id = (select id from mail.letters where outcome is null and coalesce(next_try_at <= ${now}, true) order by queued_at limit 1 for update skip locked)
    returning id, person, template, about, attempts`.execute(db)
  return letter
}

const end = (db: Database, id: string, ended: { outcome?: string; sent_at?: Date; fault?: string }) =>
  db.updateTable('mail.letters').set(ended).where('id', '=', id).execute()
