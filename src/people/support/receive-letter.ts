import { createHash } from 'node:crypto'
import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { letterById, queueMail } from '#platform/mail/mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { open } from '#platform/sealing/sealing.ts'
import { maskTyped } from '#platform/typed/typed.ts'
import { askingOf, command, isSystem, type Context } from '#trust/audit/audit.ts'
import { personById, recipientOf } from '#people/accounts/accounts.ts'
import { topicAt } from './addresses.ts'
import { countSending } from './ask.ts'
import { handed } from './given.ts'
import { becomeRequest } from './make-request.ts'
import { numberIn, plainAddress } from './keys.ts'
import { readLetter, type LetterIn } from './read-letter.ts'
import { addGuest, admitGuest, openTicket, ticketById, waitAgain, write, type Ticket } from './ticket.ts'
import { sendsLetters, type Topic } from './topics.ts'

export type Received = { number: number; joined: boolean; /** The number of the request it became. */ request?: number } | { ignored: 'automatic' | 'again' }

/**
 * A letter to one of the school's addresses becomes an enquiry, or part of the one it answers. It is known by the address it was sent
 * to, by the letter of ours it answers, or by its subject when it comes from the asker's own address. `to`: the recipient the mail
 * server names. @throws Refusal support.mail-none, support.mail-not-here, support.mail-unreadable, support.mail-too-big, support.too-many
 */
export async function receiveLetter(ctx: Context, raw: Uint8Array, to?: string): Promise<Received> {
  const letter = masked(ctx, await readLetter(raw))
  if (!sendsLetters(ctx.policy)) throw new Refusal(409, 'support.mail-none')
  const recipients = to ? [to] : letter.to
  const topic = recipients.map(address => topicAt(ctx.policy, address, letter.subject)).find(found => found !== undefined)
  if (!topic) throw new Refusal(404, 'support.mail-not-here', { address: recipients.join(', ') })
  if (letter.automatic) return { ignored: 'automatic' }
  const hash = createHash('sha256').update(`${ctx.site} ${letter.number ?? raw}`).digest()
  if (await isKnown(ctx, hash)) return { ignored: 'again' }
  return take({ ...ctx, locale: letter.locale }, { letter, topic, hash, numbers: recipients.map(address => numberIn(address, ctx.site)).filter(number => number !== undefined) })
}

/** A letter has been sent and cannot be refused: what the school never takes is masked before anything is kept. */
const masked = (ctx: Context, letter: LetterIn): LetterIn => {
  const mask = (text: string) => maskTyped(ctx, text)
  return { ...letter, name: mask(letter.name), subject: mask(letter.subject), words: mask(letter.words), leftOut: letter.leftOut.map(mask) }
}

const isKnown = (ctx: Context, letter: Buffer) => inSite(ctx.db, ctx.site, async db => await db.selectFrom('support.messages').select('id').where('letter', '=', letter).executeTakeFirst() !== undefined, askingOf(ctx))

type Taken = { letter: LetterIn; topic: Topic; hash: Buffer; numbers: number[] }

async function take(ctx: Context, taken: Taken): Promise<Received> {
  const { guest, number, joined, request } = await takeIn(ctx, taken)
  if (guest) await (joined ? ctx.vault.release(ctx.site, guest) : ctx.vault.confirm(ctx.site, guest))
  return { number, joined, ...request !== undefined && { request } }
}

const takeIn = command('support.receive', {
  input: z.custom<Taken>(),
  async prepare(ctx: Context, { letter }) {
    await countSending(ctx, plainAddress(letter.from))
    const person = await ctx.vault.find(ctx.site, 'email', letter.from)
    const report = await handed().reportIn(ctx, letter)
    const account = person ? await inSite(ctx.db, ctx.site, db => personById(db, person), askingOf(ctx)) : undefined
    return account && ['active', 'suspended'].includes(account.state) ? { person: account.id, report } : { guest: await admitGuest(ctx), report }
  },
  load: async (ctx, taken) => ({ ticket: await answered(ctx, taken) }),
  may: isSystem,
  async run(ctx, { ticket }, { letter, topic: addressed, hash }, { person, guest, report }) {
    if (ticket) {
      await joinTicket(ctx, ticket, letter, hash)
      return { number: ticket.number, joined: true, guest, asker: ticket.person, request: undefined }
    }
    if (guest) await addGuest(ctx, guest, { name: letter.name, email: letter.from })
    const words = letter.subject && !letter.words.includes(letter.subject) ? `${letter.subject}\n\n${letter.words}` : letter.words
    const asker = person ?? guest!
    const topic = report ? 'child' : addressed
    // The subject line says that it is a request, and the address whose: it is one from this moment.
    const isRequest = person !== undefined && topic === 'rights'
    const { id, number } = await openTicket(ctx, { person: asker, guest: guest !== undefined, topic, channel: 'mail', words, leftOut: letter.leftOut, letter: hash, quiet: isRequest, term: report?.term })
    if (report) await handed().reported(ctx, { ticket: id, named: report.named })
    const opened = isRequest ? await ticketById(ctx, id) : undefined
    const request = opened && await becomeRequest(ctx, { ...opened, asked_at: ctx.now }, words)
    return { number, joined: false, guest, asker, request: request?.number }
  },
  audit: (_, __, { asker }) => ({ subject: asker }),
})

async function joinTicket(ctx: Context, ticket: Ticket, { words, leftOut }: LetterIn, hash: Buffer) {
  const message = await write(ctx, { ticket: ticket.id, person: ticket.person, words, leftOut, letter: hash })
  await waitAgain(ctx, ticket)
  if (leftOut.length) await queueMail(ctx.db, { person: ticket.person, template: 'support.left-out', about: message, now: ctx.now })
}

/** The enquiry that a letter goes on with. */
async function answered(ctx: Context, { letter, numbers }: Taken): Promise<Ticket | undefined> {
  const [number] = numbers
  if (number !== undefined) return byNumber(ctx, number)
  for (const id of letter.answers.map(ours(ctx.site)).filter(found => found !== undefined).reverse()) {
    const about = await letterById(ctx.db, id)
    const ticket = about?.template.startsWith('support.') ? await behind(ctx, about.about) : undefined
    if (ticket) return ticket
  }
  const named = /№\s?(\d{1,15})|\bno\. (\d{1,15})\b/i.exec(letter.subject)
  const ticket = named && await byNumber(ctx, Number(named[1] ?? named[2]))
  return ticket && await addressOfAsker(ctx, ticket) === letter.from ? ticket : undefined
}

/** Letters of ours are numbered `<id@site.senim>`. */
const ours = (site: string) => (id: string): string | undefined => {
  const [, letter, at] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@(.+)\.senim$/.exec(id) ?? []
  return at === site ? letter : undefined
}

async function byNumber(ctx: Context, number: number): Promise<Ticket | undefined> {
  const found = await ctx.db.selectFrom('support.tickets').select('id').where('number', '=', number).executeTakeFirst()
  return found && ticketById(ctx, found.id)
}

/** A letter of ours was about an enquiry, or about one message in it. */
async function behind(ctx: Context, about: string): Promise<Ticket | undefined> {
  const message = await ctx.db.selectFrom('support.messages').select('ticket').where('id', '=', about).executeTakeFirst()
  return ticketById(ctx, message?.ticket ?? about)
}

async function addressOfAsker(ctx: Context, { person, guest }: Ticket): Promise<string | undefined> {
  const sealed = guest ? (await ctx.db.selectFrom('support.guests').select(['id', 'email']).where('id', '=', person).executeTakeFirst())?.email : (await recipientOf(ctx.db, person))?.to
  return sealed ? open(ctx, sealed)?.toLowerCase() : undefined
}
