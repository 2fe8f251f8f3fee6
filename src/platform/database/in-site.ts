// One transaction of one site. Its queries may be asked side by side: they travel in one packet and wait once.
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type CompiledQuery, type DatabaseConnection, type QueryResult } from 'kysely'
import type pg from 'pg'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

/** Who asks and when, for the rules that stand in the database: the audit log takes its actor and its time from here. */
export type Asking = { session?: string | undefined; now?: Date; isolation?: 'repeatable read'; /** It only looks: nobody waits for its end. */ looks?: true }

type Open = { site: string; client: pg.PoolClient; pending: Promise<unknown>[] }
const pools = new WeakMap<Database, pg.Pool>()
const open = new WeakMap<Database, Open>()

/** A database that can only be entered through inSite(): a query outside of one is a fault. */
export function databaseOn(pool: pg.Pool): Database {
  const db = kyselyOn(undefined)
  pools.set(db, pool)
  return db
}

export const isInside = (db: Database) => open.has(db)

/** Everything a site reads or writes happens in here; outside, row-level security refuses. Who is already inside stays in the same transaction. */
export async function inSite<Result>(db: Database, site: string, work: (db: Database) => Promise<Result>, asking: Asking = {}): Promise<Result> {
  const already = open.get(db)
  if (already) {
    if (already.site !== site) throw new Error('A transaction belongs to one site')
    return work(db)
  }
  const client = await pools.get(db)!.connect()
  let broken: Error | undefined
  try {
    // Both are held by the client and travel with the first question.
    void client.query(`begin${asking.isolation ? ` isolation level ${asking.isolation}` : ''}`)
    void client.query(`set local app.site = '${literal(site)}'; set local app.session = '${hex(asking.session)}'; set local app.now = '${asking.now?.toISOString() ?? ''}'`)
    return await finish(client, site, work, asking)
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => { broken = cause })
    throw error
  } finally {
    client.release(broken)
  }
}

async function finish<Result>(client: pg.PoolClient, site: string, work: (db: Database) => Promise<Result>, { looks }: Asking): Promise<Result> {
  const inner = kyselyOn(client)
  const state: Open = { site, client, pending: [] }
  open.set(inner, state)
  const result = await work(inner).finally(() => open.delete(inner)).catch(async error => {
    await Promise.allSettled(state.pending)
    throw error
  })
  // What was only to be written travels with the commit; if one of it failed, PostgreSQL answers the commit with a rollback.
  const end = Promise.all([client.query('commit'), ...state.pending])
  if (looks) {
    end.catch(() => {}) // a broken connection is heard of by whoever has it next
    return result
  }
  const [committed] = await end
  if (committed.command === 'ROLLBACK') throw new Error('The transaction was undone by an earlier failure')
  return result
}

/** Writes without waiting: the answer is awaited together with the commit. Compiled, because Kysely would hand it over only after the commit. */
export function meanwhile(db: Database, query: { compile(db: Database): CompiledQuery }) {
  const state = open.get(db)
  if (!state) throw new Error('meanwhile() belongs inside a transaction')
  const { sql, parameters } = query.compile(db)
  const writing = state.client.query(sql, [...parameters])
  writing.catch(() => {}) // reported by the commit
  state.pending.push(writing)
}

// SET takes no parameters, so the values must be ones that need no escaping.
function literal(site: string) {
  if (!/^[a-z0-9-]{1,63}$/.test(site)) throw new Error('Not the name of a site')
  return site
}

function hex(session = '') {
  if (session !== 'system' && !/^[0-9a-f]{0,64}$/.test(session)) throw new Error('Not the hash of a session')
  return session
}

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

/** Kysely's own transactions ask one question at a time; on a given client it asks as many as it is given. */
function kyselyOn(client: pg.PoolClient | undefined): Database {
  const connection = client ? connectionOn(client) : undefined
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => adapter,
      createQueryCompiler: () => compiler,
      createIntrospector: db => new PostgresIntrospector(db),
      createDriver: () => ({
        init: async () => {},
        acquireConnection: async () => connection ?? refuse(),
        beginTransaction: refuse, commitTransaction: refuse, rollbackTransaction: refuse,
        releaseConnection: async () => {},
        destroy: async () => {},
      }),
    },
  })
}

function refuse(): never { throw new Error('No site chosen: read and write inside inSite()') }

function connectionOn(client: pg.PoolClient): DatabaseConnection {
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const { command, rowCount, rows } = await client.query(sql, [...parameters])
      const changed = /INSERT|UPDATE|DELETE|MERGE/.test(command) ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}
      return { rows: rows ?? [], ...changed }
    },
    streamQuery: refuse,
  }
}
