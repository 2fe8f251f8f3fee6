// The gallery of a course: works of its learners, each shown by a consent of its own, and only while that stands.
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Text } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import { promisesOf, type SiteContext } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'

/** What a learner agrees to, word for word. Whoever changes a word raises the version: a test compares them. */
export const statement: { version: number; words: Text } = { version: 2, words: messages.consent }

/** A school has galleries where its policy promises how works get into them. */
export const hasGallery = ({ policy }: Pick<SiteContext, 'policy'>): boolean => promisesOf(policy, { verb: 'ask', subject: 'work-gallery' }).length > 0

/** @throws Refusal 404 where the school promises no gallery: there is nothing at this address. */
export function mustHaveGallery(ctx: Pick<SiteContext, 'policy'>) {
  if (!hasGallery(ctx)) throw new Refusal(404, 'common.not-found')
}

/** A file of any kind cannot be looked at on a page: a gallery has pictures and texts. */
export const canBeShown = (kind: string) => kind !== 'file'

export type Consent = { id: string; take: string; number: number; statement: string | null; signed: string | null; given_at: Date; withdrawn_at: Date | null; placed_at: Date | null }

/** Every consent for these works, the latest first; those taken back stay as proof until their person is erased. */
export const consentsFor = (db: Database, works: RawBuilder<string>) =>
  db.selectFrom('assignments.showings').innerJoin('assignments.takes', 'assignments.takes.id', 'assignments.showings.take')
    .select(['assignments.showings.id', 'take', 'number', 'statement', 'signed', 'given_at', 'withdrawn_at', 'placed_at']).where('work', 'in', works)
    .orderBy('given_at', 'desc').orderBy('assignments.showings.id', 'desc')

/** The consent that stands, locked for a command that builds on it; undefined where there is none. */
export const standingConsent = (db: Database, work: string) =>
  consentsFor(db, sql<string>`(select id from assignments.works where id = ${work})`).where('withdrawn_at', 'is', null).forUpdate().executeTakeFirst()

/** What everybody may see: placed by a teacher, and its learner has not taken the consent back. */
export const shownWorks = (db: Database) =>
  db.selectFrom('assignments.showings').innerJoin('assignments.takes', 'assignments.takes.id', 'assignments.showings.take')
    .innerJoin('assignments.works', 'assignments.works.id', 'assignments.takes.work').innerJoin('assignments.assignments', 'assignments.assignments.id', 'assignments.works.assignment')
    .where('placed_at', 'is not', null).where('withdrawn_at', 'is', null)
