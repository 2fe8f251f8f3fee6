// The notices of a coming version: for everyone a bar, for each person their own when rights or uses change.
import { dateInWords } from '#platform/ui/ui.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { fill, inEveryLanguage, inLanguage, type Text } from '#platform/locale.ts'
import { command, type Actor, type Context } from '#trust/audit/audit.ts'
import type { Database } from '#platform/database/database.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'
import { coming, type Book } from './versions.ts'

export type ComingNotice = { version: number; from: Date; summary: Text }

/** The bar on every page, from the announcement until the version applies. No question to the database. */
export const noticesAt = ({ versions }: Pick<Book, 'versions'>, now: Date): ComingNotice[] =>
  coming(versions, now).map(({ number, inForceFrom, published }) => ({ version: number, from: inForceFrom, summary: published.change?.summary ?? published.name }))

/** "From 4 December 2026 at 00:00 GMT+5 the policy changes: …" in each language. */
export const comingSentence = (summary: Text, from: Date, timeZone: string): Text => inEveryLanguage(locale => {
  const date = dateInWords(from, locale, 'moment', timeZone)
  return fill(messages['coming-bar'], { date, summary: summary[locale] })[locale]
})

/** One line of contact for every page: who, where, the first written way, and the telephone. */
export function contactLine({ operator }: Pick<Policy, 'operator'>): Text {
  const shown = operator.contacts.filter(({ channel }) => channel === 'e-mail' || channel === 'phone').map(({ value }) => value)
  return inEveryLanguage(locale => [operator.name[locale], operator.address[locale], ...shown.map(value => inLanguage(value, locale))].join(' · '))
}

export type OwnNotice = { version: number; way: 'in-app' | 'e-mail'; madeAt: Date; seenAt: Date | null }

export async function noticesOf(db: Database, person: string): Promise<OwnNotice[]> {
  const rows = await db.selectFrom('publication.notices').selectAll().where('person', '=', person).orderBy('version', 'desc').execute()
  return rows.map(row => ({ version: row.version, way: row.by_email ? 'e-mail' : 'in-app', madeAt: row.made_at, seenAt: row.seen_at }))
}

/** How many have the notice in their interface, and how many of them have seen it. */
export async function noticesAbout(db: Database, version: number): Promise<{ made: number; seen: number; from: Date | null }> {
  const { rows } = await sql<{ made: number; seen: number; from: Date | null }>`
    select count(*)::int as made, count(seen_at)::int as seen, min(made_at) as from from publication.notices where version = ${version} and not by_email`.execute(db)
  return rows[0]!
}

/** A person puts the notice in their own interface away. */
export const dismissNotice = command('publication.dismiss-notice', {
  input: z.strictObject({ version: z.coerce.number().int().positive() }),
  load: ({ db, actor }: Context, { version }) => db.selectFrom('publication.notices').select(['person', 'seen_at'])
    .where('version', '=', version).where('person', '=', actor.person).where('by_email', '=', false).executeTakeFirst(),
  may: (actor: Actor, { person }) => actor.person === person,
  run: ({ db, now }, { person }, { version }) => db.updateTable('publication.notices').set({ seen_at: now })
    .where('version', '=', version).where('person', '=', person).where('by_email', '=', false).where('seen_at', 'is', null).execute(),
  audit: ({ person }) => ({ subject: person }),
})
