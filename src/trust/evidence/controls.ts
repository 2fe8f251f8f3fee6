import { sql } from 'kysely'
import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { healthOf } from '#platform/files/files.ts'
import { asIs, fill, inEveryLanguage, type Text } from '#platform/locale.ts'
import { control, judge, type SiteContext } from '#trust/policy/policy.ts'
import { attestationInForce, type Attestation } from './attestations.ts'
import { messages } from './messages.ts'

const day = 86_400_000

/** Every promise is looked at, and anyone may read what was found. */
export const publishEvidence = control('publish', 'evidence', {
  rule: z.strictObject({}),
  kind: 'clock',
  async prove(_, { db, policy, now }) {
    const { rows } = await sql<{ promise: string; at: Date }>`select promise, max(checked_at) as at from evidence.results where checked_at <= ${now} group by promise`.execute(db)
    const fresh = policy.promises.filter(({ id }) => rows.some(({ promise, at }) => promise === id && now.getTime() - at.getTime() <= day)).length
    const figure = fill(messages['found-evidence'], { all: policy.promises.length, fresh })
    // The first round is still running: this very promise is one of those not looked at yet.
    return judge(rows.length, fresh === 0 || fresh < policy.promises.length && rows.length >= policy.promises.length ? 1 : 0, figure)
  },
})

/** The school works: its database answers, its file store keeps what it is given, and a scanner that is there answers. */
export const watchHealth = control('watch', 'health', {
  rule: z.strictObject({}),
  kind: 'probe',
  async prove(_, ctx) {
    const started = performance.now()
    await inSite(ctx.db, ctx.site, db => sql`select 1`.execute(db))
    const ms = Math.ceil(performance.now() - started)
    const { store, scanner } = await healthOf(ctx.files, ctx.site)
    const said = !store ? 'found-store-away' : scanner === 'away' ? 'found-scanner-away' : scanner ? 'found-health-scanned' : 'found-health'
    return judge(1, said.endsWith('away') ? 1 : 0, fill(messages[said], { ms, version: scanner && scanner !== 'away' ? scanner.version : '' }))
  },
})

/** Where data lies is said by a document of whoever runs the servers: no program can see it. What it says is held against the promise. */
export const locateStorage = control('locate', 'storage', {
  rule: z.strictObject({ country: z.string().regex(/^[A-Z]{2}$/) }),
  kind: 'attestation',
  slots: ({ country }) => ({ country: asIs(country) }),
  async prove({ country }, { site, now }) {
    const document = attestationInForce(site, 'storage', now)
    if (!document?.places) return judge(0, 0, messages[document ? 'no-places' : 'no-document'])
    const places = Object.values(document.places)
    return judge(places.length, places.filter(each => each !== country).length, titled(messages.located, document, document.places))
  },
})

export const attestDocument = control('attest', 'document', {
  rule: z.strictObject({ document: z.string() }),
  kind: 'attestation',
  prove: async ({ document }, { site, now }) => documentFound(site, document, now),
})

function documentFound(site: string, id: string, now: Date) {
  const document = attestationInForce(site, id, now)
  return document ? judge(1, 0, titled(messages.document, document)) : judge(0, 0, messages['no-document'])
}

/** A sentence that names a document, by its title in each language. */
const titled = (text: Text, { title, until }: Attestation, facts: Record<string, string> = {}): Text =>
  inEveryLanguage(locale => fill(text, { ...facts, title: title[locale], until })[locale])

/** Where a school's document says that copies lie, where that is not the country it promises. */
export function copiesAbroad({ site, policy, now }: Pick<SiteContext, 'site' | 'policy' | 'now'>): string | undefined {
  const promised = policy.promises.find(({ control }) => control === locateStorage)?.rule as { country: string } | undefined
  const there = attestationInForce(site, 'storage', now)?.places?.backups
  return promised && there !== promised.country ? there : undefined
}
