import { z } from 'zod'
import { midnightOf } from '#platform/clock/clock.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, type Actor, type Context } from '#trust/audit/audit.ts'
import { lawProfile } from '#trust/law/law.ts'
import { grounds } from './controls.ts'
import { handed } from './given.ts'
import { holdToGround } from './grounds.ts'
import { fieldsOf, type Field } from './scope.ts'

const line = (most: number) => z.string().trim().max(most)
export const Asked = z.strictObject({
  person: z.uuid(), ground: z.enum(grounds),
  /** Of a consent or a service: who in the manifest. */ recipient: line(60).optional(),
  /** Of a demand or a protection: the name of the body. */ body: line(200).optional(),
  demand: line(200).optional(), article: line(300).optional(), reason: line(2000).optional(),
  secret_until: z.iso.date().optional(), secret_by: line(300).optional(),
  scope: z.array(z.string().max(130)).min(1),
})
export type Asked = z.output<typeof Asked>

/** The two roles through whose hands anything may go out. */
export const mayHand = ({ role }: Pick<Actor, 'role'>): boolean => role === 'privacy-officer' || role === 'operator'

/** What the log says of a disclosure. Where the law forbids to tell somebody, their own log does not tell them either. */
export const inLog = ({ person, number, ground, secret_until }: { person: string | null; number: number; ground: string; secret_until?: unknown }) =>
  ({ subject: secret_until ? null : person, details: `${ground} № ${number}` })

/** Puts a disclosure before the gate. What has no ground is refused, and the try stays in the log. */
export const askDisclosure = command('disclosures.ask', {
  input: Asked,
  async load(ctx: Context, { person, scope }) {
    const name = await handed().nameOf(ctx, person)
    return name === undefined ? undefined : { name, fields: scopeOf(ctx, scope) }
  },
  may: mayHand,
  async run(ctx, { name, fields }, asked) {
    const { db, now, actor } = ctx
    const { person, ground } = asked
    const recipient = ground === 'consent' || ground === 'service' ? needed(asked, 'recipient', 2) : needed(asked, 'body', 3)
    await holdToGround(ctx, { ground, recipient, person, fields })
    const id = uuidv7()
    const { number } = await db.insertInto('disclosures.cases').values({
      id, person, ground, recipient, scope: fields.map(field => field.name), asked_at: now, asked_by: actor.person,
      ...ground === 'law' && { demand: nameless(asked, 'demand', 3, name), article: needed(asked, 'article', 3), ...secrecyOf(ctx, asked) },
      ...ground === 'protection' && { reason: nameless(asked, 'reason', 30, name) },
    }).returning('number').executeTakeFirstOrThrow()
    return { id, number: Number(number) }
  },
  audit: (_, asked, { number }) => inLog({ ...asked, number }),
})

function scopeOf({ map, policy }: Context, names: readonly string[]): Field[] {
  const fields = fieldsOf(map, policy).filter(({ name }) => names.includes(name))
  if (fields.length !== new Set(names).size) throw new Refusal(422, 'disclosures.unknown-field', {}, { field: 'scope' })
  return fields
}

type Worded = 'recipient' | 'body' | 'demand' | 'article' | 'reason' | 'secret_by'

function needed(asked: Asked, field: Worded, least: number): string {
  const words = asked[field] ?? ''
  if (words.length < least) throw new Refusal(422, 'disclosures.say-more', { least }, { field })
  return words
}

/** The register outlives the person it is about: their name does not belong in it. */
function nameless(asked: Asked, field: Worded, least: number, name: string): string {
  const words = needed(asked, field, least)
  const parts = name.toLowerCase().split(/[\s,]+/).filter(part => part.length > 2)
  if (words.toLowerCase().match(/[\p{L}\p{N}]+(?:[.@_-]+[\p{L}\p{N}]+)*/gu)?.some(word => parts.includes(word))) throw new Refusal(422, 'disclosures.names-somebody', {}, { field })
  return words
}

/** Silence ends at the end of a day of the school, and is itself founded on a law. */
function secrecyOf({ now, policy, zone }: Context, asked: Asked): { secret_until?: Date; secret_by?: string } {
  if (!asked.secret_until) {
    if (asked.secret_by) throw new Refusal(422, 'disclosures.until-when', {}, { field: 'secret_until' })
    return {}
  }
  const until = midnightOf(asked.secret_until, zone || lawProfile(policy.law)['time-zone'], 1)
  if (until <= now || until.getTime() - now.getTime() > 3 * 366 * 86_400_000) throw new Refusal(422, 'disclosures.until-when', {}, { field: 'secret_until' })
  return { secret_until: until, secret_by: needed(asked, 'secret_by', 3) }
}
