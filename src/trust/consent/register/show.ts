import { z } from 'zod'
import { isSelf, query, type Context } from '#trust/audit/audit.ts'
import type { Text } from '#platform/locale.ts'
import { lawProfile } from '#trust/law/law.ts'
import type { Consent, Policy } from '#trust/policy/policy.ts'
import { askedIn } from '../choice.ts'
import { consentNamed, consentsOf } from './declared.ts'
import { handed } from './given.ts'
import { recordById, recordsOf, stands, type RecordShown } from './standing.ts'

/** A consent of the school with how it stands for one person; `last` is its latest record. */
export type ShownConsent = Consent & { standing: boolean; last: RecordShown | undefined; place: string | undefined; purposeWords: Text; dataWords: Text[]; recipientNames: Text[] }
/** A ground other than consent, and all that rests on it. */
export type Otherwise = { ground: Text; article: Text; data: Text[] }

/** Everything one has been asked: what rests on consent, with its switch; what rests on another ground, without one. */
export const showConsents = query('consent.show', {
  input: z.strictObject({}),
  async find(ctx: Context) {
    const records = await recordsOf(ctx.db, ctx.actor.person!)
    return { consents: consentsOf(ctx.policy).map(each => shownConsent(ctx, each, records)), others: withoutSwitch(ctx.policy), records, titles: titlesOf(ctx.policy), cookies: askedIn(ctx) }
  },
  may: actor => actor.person !== null,
  reveals: () => [],
})

/** One consent: its words before it is given, what stops before it is withdrawn, and its history. */
export const showConsent = query('consent.show-one', {
  input: z.strictObject({ consent: z.string().max(60) }),
  async find(ctx: Context, { consent }) {
    const declared = consentNamed(ctx.policy, consent)
    if (!declared || !ctx.actor.person) return undefined
    const records = (await recordsOf(ctx.db, ctx.actor.person)).filter(record => record.consent === consent)
    return { consent: shownConsent(ctx, declared, records), records, titles: titlesOf(ctx.policy) }
  },
  may: actor => actor.person !== null,
  reveals: () => [],
})

/** One record whole, with the words that were read: sealed until it is shown. */
export const showRecord = query('consent.receipt', {
  input: z.strictObject({ id: z.uuid() }),
  find: (ctx: Context, { id }) => recordById(ctx.db, id),
  may: (actor, { person }) => isSelf(actor, person),
  reveals: () => [],
})

/** What stands for whoever asked in this request, so that the officer can end it for them. */
export const showConsentsOfAsker = query('consent.show-of-asker', {
  input: z.strictObject({ request: z.uuid() }),
  async find(ctx: Context, { request }) {
    const person = await handed().askerOf(ctx, request)
    if (!person) return undefined
    const records = await recordsOf(ctx.db, person)
    return { request, person, consents: consentsOf(ctx.policy).map(each => shownConsent(ctx, each, records)) }
  },
  may: actor => actor.role === 'privacy-officer',
  reveals: ({ person }) => [person],
})

/** Everything the school asks, as it stands for a minor: for their guardian. */
export async function consentsFor(ctx: Context, person: string): Promise<ShownConsent[]> {
  const records = await recordsOf(ctx.db, person)
  return consentsOf(ctx.policy).map(each => shownConsent(ctx, each, records))
}

function shownConsent(ctx: Context, declared: Consent, records: RecordShown[]): ShownConsent {
  const last = records.find(({ consent }) => consent === declared.id)
  const { purposes, data, recipients } = ctx.policy
  return {
    ...declared, last, standing: stands(ctx, declared.id, last), place: handed().places[declared.id],
    purposeWords: purposes.find(({ id }) => id === declared.purpose)!.what,
    dataWords: data.filter(({ category }) => declared.data.includes(category)).map(({ what }) => what),
    recipientNames: recipients.filter(({ id }) => declared.recipients.includes(id)).map(({ name }) => name),
  }
}

function withoutSwitch({ data, law }: Policy): Otherwise[] {
  const { grounds } = lawProfile(law)
  return [...Map.groupBy(data.filter(({ basis }) => basis !== 'consent'), ({ basis }) => basis)]
    .map(([basis, resting]) => ({ ground: grounds[basis]!.what, article: grounds[basis]!.article, data: resting.map(({ what }) => what) }))
}

const titlesOf = (policy: Policy): Record<string, Text> => Object.fromEntries(consentsOf(policy).map(({ id, title }) => [id, title]))
