// Requests that came by a letter: opened at once, because the clock runs, and carried out only once their person has said that they are theirs.
import { z } from 'zod'
import { fill, type Locale } from '#platform/locale.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { settle } from '#platform/obligations/obligations.ts'
import { Refusal } from '#platform/refusal.ts'
import { dateInWords } from '#platform/ui/ui.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { openRequest } from '../ask.ts'
import { startErasure } from '../leave.ts'
import { confirmMail } from './messages.ts'

/** A letter says what is wanted in free words: it is a request about everything, under the shortest of the terms. */
export const byLetter = 'management'

/** `proved`: it was written by somebody signed in. Otherwise the person is asked, at the address we know them by. */
export const requestByLetter = command('rights.by-letter', {
  input: z.strictObject({ person: z.uuid(), wish: z.string().trim().min(1).max(20_000), at: z.date(), proved: z.boolean() }),
  load: async (_: Context, { person }) => person,
  may: ({ role }) => ['system', 'operator', 'support', 'privacy-officer'].includes(role),
  async run(ctx, person, { wish, at, proved }) {
    const { id, number } = await openRequest({ ...ctx, now: at }, { person, kind: byLetter, wish, came: 'letter', confirmedAt: proved ? at : null })
    if (!proved) await queueMail(ctx.db, { person, template: 'rights.confirm', about: id, now: ctx.now })
    return { id, number }
  },
  audit: person => ({ subject: person, details: byLetter }),
})

const mine = {
  input: z.strictObject({ id: z.uuid() }),
  load: async ({ db }: Context, { id }: { id: string }) => db.selectFrom('rights.requests').select(['id', 'person', 'came', 'confirmed_at', 'answered_at']).where('id', '=', id).forUpdate().executeTakeFirst(),
  may: (actor: Context['actor'], { person }: { person: string }) => isSelf(actor, person),
}
const refuseSettled = ({ came, confirmed_at, answered_at }: { came: string; confirmed_at: Date | null; answered_at: Date | null }) => {
  if (came !== 'letter' || confirmed_at || answered_at) throw new Refusal(409, 'rights.not-by-letter')
}

export const confirmRequest = command('rights.confirm-request', {
  ...mine,
  async run({ db, now }, request) {
    refuseSettled(request)
    await db.updateTable('rights.requests').set({ confirmed_at: now }).where('id', '=', request.id).execute()
  },
  audit: ({ person }) => ({ subject: person }),
})

/** Somebody else wrote it: it ends here, and nothing was done. */
export const disownRequest = command('rights.disown-request', {
  ...mine,
  async run({ db, now }, request) {
    refuseSettled(request)
    await db.updateTable('rights.requests').set({ answered_at: now, granted: false }).where('id', '=', request.id).execute()
    await settle(db, { kind: 'rights.request', about: request.id, now, effect: 'refused' })
  },
  audit: ({ person }) => ({ subject: person }),
})

/** @throws Refusal 409 while nobody has confirmed that the letter was theirs. */
export function refuseUnproved({ came, confirmed_at }: { came: string; confirmed_at: Date | null }) {
  if (came === 'letter' && !confirmed_at) throw new Refusal(409, 'rights.identity-first')
}

/** The officer carries out what a letter asked for: everything goes, by the machinery of every erasure. */
export const eraseAsker = command('rights.erase-asker', {
  input: z.strictObject({ id: z.uuid() }),
  load: ({ db }: Context, { id }) => db.selectFrom('rights.requests').select(['id', 'person', 'kind', 'came', 'confirmed_at', 'answered_at']).where('id', '=', id).where('kind', '=', byLetter).executeTakeFirst(),
  may: actor => actor.role === 'privacy-officer',
  async run(ctx, request) {
    if (request.answered_at) throw new Refusal(409, 'rights.already-answered')
    refuseUnproved(request)
    await settle(ctx.db, { kind: 'rights.request', about: request.id, now: ctx.now, effect: 'granted' })
    return startErasure(ctx, request.person, 'asked')
  },
  audit: () => ({ subject: null }),
})

/** Says what is asked and where to answer; nothing of what the letter said. */
export const confirmEmail = (locale: Locale, { school, address, request, due, zone }: { school: Record<Locale, string>; address: URL; request: string; due: Date; zone: string }) => ({
  subject: confirmMail.subject[locale],
  text: `${fill(confirmMail.text, { school: school[locale], address: new URL(`/${locale}/me/data/requests/${request}`, address).href, due: dateInWords(due, locale, 'moment', zone) })[locale]}\n`,
})

/** By when an answer is due to a request, and whether its person still has to confirm it. */
export const unconfirmed = (db: Context['db'], id: string) =>
  db.selectFrom('rights.requests').select('due_by').where('id', '=', id).where('came', '=', 'letter').where('confirmed_at', 'is', null).where('answered_at', 'is', null).executeTakeFirst()
