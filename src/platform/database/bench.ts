// A bench: one of the two databases in its administrator's hands, for copying it, and for bringing a copy back beside it.
import pg from 'pg'
import { makeDatabase, type Place } from './server.ts'

export type Bench = {
  database: string
  migrations: 'database/main' | 'database/vault'
  on: <R>(work: (client: pg.Client) => Promise<R>, name?: string) => Promise<R>
  /** An empty database, in place of one that was left there. */
  make: (name: string) => Promise<void>
  drop: (name: string) => Promise<void>
  /** The database `name` takes the place of ours, which is dropped. Nobody may be connected to either. */
  replaceBy: (name: string) => Promise<void>
}

export function benchOf({ admin, database }: Place, migrations: Bench['migrations']): Bench {
  const on = async <R>(work: (client: pg.Client) => Promise<R>, name = database) => {
    const client = new pg.Client({ ...admin, database: name })
    // Its server may end first; whoever waits for an answer gets the error there.
    client.on('error', () => {})
    await client.connect()
    try { return await work(client) } finally { await client.end() }
  }
  const beside = <R>(work: (client: pg.Client) => Promise<R>) => on(work, 'postgres').catch(error => {
    if ((error as { code?: string }).code === '3D000') return on(work, 'template1')
    throw error
  })
  const drop = (client: pg.Client, name: string) => client.query(`drop database if exists "${name}" with (force)`)
  return {
    database, migrations, on,
    make: name => beside(async client => { await drop(client, name); await makeDatabase(client, name) }),
    drop: name => beside(async client => { await drop(client, name) }),
    replaceBy: name => beside(async client => {
      const old = `${database}_replaced`
      await drop(client, old)
      await client.query(`alter database "${database}" rename to "${old}"`)
      await client.query(`alter database "${name}" rename to "${database}"`)
      await drop(client, old)
    }),
  }
}
