import { inSite, type Database } from '#platform/database/database.ts'
import { announce } from '#platform/events/events.ts'
import type { AskToLeave } from '#platform/files/files.ts'
import { uuidv7 } from '#platform/ids.ts'
import type { Letter, Transport } from '#platform/mail/mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { agreementFor, decide, type Wish } from './decide.ts'

export { decide } from './decide.ts'

type Payload = Record<string, unknown>
/** What is to go, whose it is, where to, and the random number by which the recipient will know it. */
export type Leaving = Omit<Wish, 'fields'> & { person: string | null; payload: Payload; reference?: string }

/**
 * The only way out. `send` gets a payload made of the declared fields and nothing else. It is written down before it leaves, so
 * that nothing is ever outside without a record; what may not leave is written down too, the officers are told, and `send` is not called.
 * @throws Refusal processors.closed
 */
export async function passOut<R>(ctx: Context, { person, payload, reference, ...way }: Leaving, send: (payload: Payload) => Promise<R>): Promise<R> {
  const given = Object.keys(payload).filter(name => payload[name] !== undefined)
  const verdict = decide(ctx.policy, { ...way, fields: given }, ctx.now)
  if ('refused' in verdict) {
    await inside(ctx, db => stop(db, { at: ctx.now, host: way.host, reason: verdict.refused, about: verdict.about }))
    throw new Refusal(403, 'processors.closed', { host: way.host, about: verdict.about })
  }
  const { recipient: { id: recipient, fields, purpose, ground } } = verdict
  const agreement = agreementFor(verdict.recipient, ctx.policy.law)
  const going = fields.filter(name => given.includes(name))
  const id = uuidv7()
  await inside(ctx, db => db.insertInto('processors.transfers')
    .values({ id, person, recipient, host: way.host, fields: going, purpose, ground, agreement, reference: reference ?? id, at: ctx.now }).execute())
  const answer = await send(Object.fromEntries(going.map(name => [name, payload[name]])))
  await inside(ctx, db => db.updateTable('processors.transfers').set({ arrived_at: ctx.now }).where('id', '=', id).execute())
  return answer
}

async function stop(db: Database, refusal: { at: Date; host: string; reason: string; about: string }) {
  const id = uuidv7()
  await db.insertInto('processors.refusals').values({ id, ...refusal }).execute()
  await announce(db, 'processors.refused', { about: id })
}

const inside = <R>(ctx: Context, work: (db: Database) => Promise<R>) => inSite(ctx.db, ctx.site, work, askingOf(ctx))

/** The same transport, with the gate before it. Where letters stay on this machine nothing leaves. */
export function throughGate(ctx: Context, transport: Transport): Transport {
  const { host } = transport
  if (host === undefined) return transport
  return {
    ...transport,
    // Addresses of the school itself are no data about anybody.
    send: ({ id, site, person, from, replyTo, at, ...letter }) =>
      passOut(ctx, { setting: '$SMTP_URL', host, person, payload: letter, reference: id }, payload => transport.send({ id, site, person, from, ...replyTo && { replyTo }, at, ...payload as Letter<string> })),
  }
}

/** Files go out sealed to a bucket, or open to a scanner on another machine. */
export const leaveFiles: AskToLeave = (ctx, { setting, host, person, fields }) =>
  passOut(ctx as unknown as Context, { setting, host, person, payload: Object.fromEntries(fields.map(name => [name, true])) }, async () => undefined)
