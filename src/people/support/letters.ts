import { fill, type Facts, type Locale, type Text } from '#platform/locale.ts'
import type { Letter, Template, Templates } from '#platform/mail/mail.ts'
import { open } from '#platform/sealing/sealing.ts'
import type { SealedValue } from '#platform/database/database.ts'
import { dateInWords } from '#platform/ui/ui.ts'
import type { Context } from '#trust/audit/audit.ts'
import { localeOf, recipientOf } from '#people/accounts/accounts.ts'
import { addressOf } from './addresses.ts'
import { addressFor, claimKey, guestKey } from './keys.ts'
import { letterMessages } from './letter-messages.ts'

type Found = { id: string; number: number; person: string; guest: boolean; due_by: Date; topic: string; close_reason: SealedValue | null; words?: SealedValue; left_out?: SealedValue | null }
type Said = { subject: Text; text: Text }

const ticketOf = ({ db }: Context, id: string): Promise<Found | undefined> =>
  db.selectFrom('support.tickets').select(['id', 'number', 'person', 'guest', 'due_by', 'topic', 'close_reason']).where('id', '=', id).executeTakeFirst()

async function answerOf({ db }: Context, message: string): Promise<Found | undefined> {
  return db.selectFrom('support.messages').innerJoin('support.tickets', 'support.tickets.id', 'support.messages.ticket')
    .select(['support.tickets.id', 'number', 'person', 'guest', 'due_by', 'topic', 'close_reason']).where('support.messages.id', '=', message).executeTakeFirst()
}

/** Of one message what is sealed in it: by itself, because a row has one key. */
const sealedIn = ({ db }: Context, message: string) => db.selectFrom('support.messages').select(['id', 'words', 'left_out']).where('id', '=', message).executeTakeFirst()

/** To the address the asker gave, in the language they wrote in, from the address of the school; an answer to it comes back to the enquiry. */
const letter = (find: (ctx: Context, about: string) => Promise<Found | undefined>, said: Said, facts: (ctx: Context, found: Found, about: string, locale: Locale) => Promise<Facts>): Template<Context> => async (ctx, { about }) => {
  const found = await find(ctx, about)
  const to = found && await askerOf(ctx, found)
  if (!found || !to) return undefined
  const place = found.guest ? `/enquiries/${found.id}?key=${guestKey(ctx.site, found.id)}` : `/me/enquiries/${found.id}`
  const all = { number: found.number, school: ctx.policy.name[to.locale], link: `${ctx.address.origin}/${to.locale}${place}`, ...await facts(ctx, found, about, to.locale) }
  const from = addressOf(ctx.policy, found.topic)
  const { subject, text } = { subject: fill(said.subject, all)[to.locale], text: fill(said.text, all)[to.locale] }
  return { to: to.address as Letter['to'], subject, text: `${text}\n`, ...from && { from, replyTo: addressFor(from, ctx.site, found.number) } }
}

async function askerOf({ db }: Context, { person, guest }: Found): Promise<{ address: SealedValue | string; locale: Locale; zone?: string | null } | undefined> {
  if (!guest) {
    const known = await recipientOf(db, person)
    return known && known.state !== 'leaving' ? { address: known.to, locale: known.locale, zone: known.zone } : undefined
  }
  const known = await db.selectFrom('support.guests').select(['id', 'email', 'locale']).where('id', '=', person).executeTakeFirst()
  return known?.email ? { address: known.email, locale: localeOf(known.locale) } : undefined
}

/** To an address that nobody has confirmed yet: it holds a link, and nothing that is known of it here. */
const claimed: Template<Context> = async (ctx, { person, about }) => {
  const [guest, found] = await Promise.all([
    ctx.db.selectFrom('support.guests').select(['id', 'email', 'locale']).where('id', '=', person).executeTakeFirst(),
    ctx.db.selectFrom('support.claims').select('id').where('claim', '=', about).where('expires_at', '>', ctx.now).executeTakeFirst(),
  ])
  if (!guest?.email || !found) return undefined
  const locale = localeOf(guest.locale)
  const facts = { school: ctx.policy.name[locale], link: `${ctx.address.origin}/${locale}/contacts/data/${about}?key=${claimKey(ctx.site, about)}` }
  const from = addressOf(ctx.policy, 'rights')
  return { to: guest.email as unknown as Letter['to'], subject: fill(letterMessages['claim-subject'], facts)[locale], text: `${fill(letterMessages.claim, facts)[locale]}\n`, ...from && { from, replyTo: from } }
}

const opened = (ctx: Context, value: SealedValue | null | undefined) => value ? open(ctx, value) ?? '' : ''

export const letters: Templates<Context> = {
  'support.claim': claimed,
  'support.received': letter(ticketOf, { subject: letterMessages['received-subject'], text: letterMessages.received }, async (ctx, { id, due_by }, _, locale) => {
    const first = await ctx.db.selectFrom('support.messages').select(['id', 'left_out']).where('ticket', '=', id).orderBy('written_at').limit(1).executeTakeFirst()
    const names = opened(ctx, first?.left_out)
    return { due: dateInWords(due_by, locale, 'date', ctx.zone), left: names ? `\n\n${fill(letterMessages['left-out'], { names })[locale]}` : '' }
  }),
  'support.left-out': letter(answerOf, { subject: letterMessages['left-subject'], text: letterMessages.left }, async (ctx, _, message, locale) =>
    ({ left: fill(letterMessages['left-out'], { names: opened(ctx, (await sealedIn(ctx, message))?.left_out) })[locale] })),
  'support.answered': letter(answerOf, { subject: letterMessages['answered-subject'], text: letterMessages.answered }, async (ctx, _, message) => ({ words: opened(ctx, (await sealedIn(ctx, message))?.words) })),
  'support.closed': letter(ticketOf, { subject: letterMessages['closed-subject'], text: letterMessages.closed }, async (ctx, { close_reason }) => ({ reason: opened(ctx, close_reason) })),
}
