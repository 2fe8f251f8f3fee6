import type { Database } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'

/** One time that something of a person went to somebody outside: which fields, never what stood in them. */
export type Transfer = { id: string; recipient: string; fields: string[]; purpose: string; ground: string; /** The number of the agreement it stood on. */ agreement: string | null; at: Date; arrived_at: Date | null }

const columns = ['id', 'recipient', 'fields', 'purpose', 'ground', 'agreement', 'at', 'arrived_at'] as const

/** For the person themselves, the latest first. */
export const transfersOf = (db: Database, person: string): Promise<Transfer[]> =>
  db.selectFrom('processors.transfers').select([...columns]).where('person', '=', person).orderBy('at', 'desc').limit(50).execute()

/** What was sent out of a school, counted by recipient and by the fields that went; `tied` of these times something of a person went. */
export const countedTransfers = (db: Database) =>
  db.selectFrom('processors.transfers').select(['recipient', 'host', 'fields', 'purpose']).select(eb => [eb.fn.countAll<number>().as('times'), eb.fn.count<number>('person').as('tied'), eb.fn.max('at').as('last')])
    .groupBy(['recipient', 'host', 'fields', 'purpose']).execute()

export const lastRefusals = (db: Database) =>
  db.selectFrom('processors.refusals').select(['id', 'at', 'host', 'reason', 'about']).orderBy('at', 'desc').limit(50).execute()

/** The host of what no machine of ours sent: somebody who works here has taken it out, through the gate of disclosures. */
export const byHand = 'by-hand'

type Handover = { person: string; recipient: string; fields: string[]; purpose: string; ground: string; reference: string; at: Date }

/** Stands among the transfers of its person from the moment they may know of it. Inside a transaction. */
export const recordHandover = (db: Database, { at, ...handover }: Handover) =>
  db.insertInto('processors.transfers').values({ id: uuidv7(), host: byHand, ...handover, at, arrived_at: at }).execute()
