// When the long tests last ran on which server, and what came of it: written by the run itself into docs/last-long-test.json.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { asked } from './leftovers.ts'
import { countOf, type Count, type Result } from './run-files.ts'

const file = 'docs/last-long-test.json'
type Entry = Count & { server: string; date: string; minutes: number; failures: string[] }

/** "PostgreSQL 15.14", as the server names itself. */
export const serverName = (url: string): Promise<string> =>
  asked(url, async client => `PostgreSQL ${(await client.query<{ server_version: string }>('show server_version')).rows[0]!.server_version.split(' ')[0]}`)

/** One entry for each server; a later run of the same takes its place. */
export function recordLong(server: string, from: Date, results: readonly Result[]) {
  const entries: Entry[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const now = new Date()
  const failures = results.filter(({ outcome }) => outcome === 'failed').map(({ file, name }) => `${file}: ${name}`)
  const entry: Entry = { server, date: now.toISOString().slice(0, 10), minutes: Math.ceil((now.getTime() - from.getTime()) / 60_000), ...countOf(results), failures }
  writeFileSync(file, `${JSON.stringify([...entries.filter(each => each.server !== server), entry].sort((a, b) => a.server.localeCompare(b.server)), null, 2)}\n`)
}
