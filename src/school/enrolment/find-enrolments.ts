import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import { isLocale, type Locale } from '#platform/locale.ts'
import type { Context } from '#trust/audit/audit.ts'
import { enrolmentId } from './enrolment-id.ts'

export type Enrolment = {
  id: string; person: string; run: string; run_name: string; course: string; language: string
  enrolled_at: Date; ends_at: Date | null; left_at: Date | null; completed_at: Date | null
}

const columns = ['id', 'person', 'run', 'run_name', 'course', 'language', 'enrolled_at', 'ends_at', 'left_at', 'completed_at'] as const

/** The id may be the answer of another question, which costs no round trip then. */
export const enrolmentById = (db: Database, id: string | RawBuilder<string>): Promise<Enrolment | undefined> =>
  db.selectFrom('enrolment.enrolments').select(columns).where('id', '=', id).executeTakeFirst()

/** One's own enrolment in a run, by the run's name in the address. */
export const enrolmentIn = ({ db, actor }: Pick<Context, 'db' | 'actor'>, run: string): Promise<Enrolment | undefined> =>
  actor.person ? enrolmentById(db, enrolmentId(actor.person, run)) : Promise.resolve(undefined)

/** Everything someone has chosen, the latest first. */
export const enrolmentsOf = (db: Database, person: string): Promise<Enrolment[]> =>
  db.selectFrom('enrolment.enrolments').select(columns).where('person', '=', person).orderBy('enrolled_at', 'desc').execute()

/** Those who learn in a run, for its teachers: the first two thousand. */
export const learnersOf = (db: Database, run: string): Promise<Enrolment[]> =>
  db.selectFrom('enrolment.enrolments').select(columns).where('run_name', '=', run).orderBy('enrolled_at').limit(2000).execute()

/** The names of the runs someone has chosen, as part of another question. */
export const runNamesOf = (person: string) => sql<string>`select run_name from enrolment.enrolments where person = ${person}`

/** The same runs by their ids. */
export const runsOf = (person: string) => sql<string>`select run from enrolment.enrolments where person = ${person}`

/** In which language this person reads the course: a part of another question, so that it costs no round trip. */
export const languageOf = (id: string, otherwise: Locale) =>
  sql<string>`coalesce((select language from enrolment.enrolments where id = ${id}), ${otherwise})`

export type Access = 'open' | 'none' | 'left' | 'ended'

/** What an enrolment opens at this moment. The last day is over when its moment is reached. */
export function accessTo(enrolment: Pick<Enrolment, 'left_at' | 'ends_at'> | undefined, now: Date): Access {
  if (!enrolment) return 'none'
  if (enrolment.left_at) return 'left'
  return enrolment.ends_at && enrolment.ends_at <= now ? 'ended' : 'open'
}

export const asLocale = (language: string): Locale => isLocale(language) ? language : 'ru'

/** The person of an enrolment, as part of a question about something that hangs on it. */
export const personOf = (column: string) => sql<string>`(select person from enrolment.enrolments where id = ${sql.ref(column)})`

export const runNameOf = (column: string) => sql<string>`(select run_name from enrolment.enrolments where id = ${sql.ref(column)})`

/** Who learns in a run, as part of another question. */
export const learnersIn = (run: string) => sql<string>`(select person from enrolment.enrolments where run_name = ${run})`

/** Whose enrolment it is, as part of another question. */
export const learnerOf = (id: string) => sql<string>`(select person from enrolment.enrolments where id = ${id})`

/** The enrolments of a run, as part of a question about what hangs on them. */
export const enrolmentsIn = (run: string) => sql<string>`select id from enrolment.enrolments where run_name = ${run}`

/** Everything someone has chosen, as part of a question about what hangs on it. */
export const enrolmentIdsOf = (person: string) => sql<string>`select id from enrolment.enrolments where person = ${person}`

/** Those of them that are open at this moment, with the name of their run. */
export const openEnrolmentsOf = (person: string, now: Date) =>
  sql`select id, run_name from enrolment.enrolments where person = ${person} and left_at is null and (ends_at is null or ends_at > ${now})`
