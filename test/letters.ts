// Letters that wait, written and read as their person would read them.
import { open } from '#platform/sealing/sealing.ts'
import type { SealedValue } from '#platform/database/database.ts'
import { templates } from '../src/product.ts'
import type { School } from './fixtures.ts'

export type ReadLetter = { person: string; template: string; to: string; subject: string; text: string; link: string }

/** Writes every letter of this school whose time has come, and takes it out of the queue. */
export async function lettersIn(here: School, now = here.system.now): Promise<ReadLetter[]> {
  const waiting = await here.inside(({ db }) => db.selectFrom('mail.letters').selectAll().where('outcome', 'is', null).where(eb => eb.or([eb('next_try_at', 'is', null), eb('next_try_at', '<=', now)])).orderBy('queued_at').orderBy('id').execute())
  const read: ReadLetter[] = []
  for (const { id, person, template, about } of waiting) {
    const letter = await here.inside(async ctx => {
      const written = await templates[template]?.(ctx, { id, person, about })
      await ctx.db.updateTable('mail.letters').set({ outcome: 'sent', sent_at: now }).where('id', '=', id).execute()
      return written && { ...written, to: typeof written.to === 'string' ? written.to : open(ctx, written.to as SealedValue)! }
    }, { ...here.system, now })
    if (letter) read.push({ person, template, ...letter, link: /https?:\/\/[^\s]+/.exec(letter.text)?.[0] ?? '' })
  }
  return read
}
