import type { Database } from '#platform/database/database.ts'

/** One time that something of a person went to somebody outside: which fields, never what stood in them. */
export type Transfer = { id: string; recipient: string; fields: string[]; purpose: string; ground: string; at: Date; arrived_at: Date | null }

const columns = ['id', 'recipient', 'fields', 'purpose', 'ground', 'at', 'arrived_at'] as const

/** For the person themselves, the latest first. */
export const transfersOf = (db: Database, person: string): Promise<Transfer[]> =>
  db.selectFrom('processors.transfers').select([...columns]).where('person', '=', person).orderBy('at', 'desc').limit(50).execute()

/** What was sent out of a school, counted by recipient and by the fields that went. */
export const countedTransfers = (db: Database) =>
  db.selectFrom('processors.transfers').select(['recipient', 'host', 'fields', 'purpose']).select(eb => [eb.fn.countAll<number>().as('times'), eb.fn.max('at').as('last')])
    .groupBy(['recipient', 'host', 'fields', 'purpose']).execute()

export const lastRefusals = (db: Database) =>
  db.selectFrom('processors.refusals').select(['id', 'at', 'host', 'reason', 'about']).orderBy('at', 'desc').limit(50).execute()
