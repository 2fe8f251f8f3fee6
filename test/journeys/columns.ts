// Which columns held something of somebody while they were here. Together the schools must have filled every one that the data map calls data.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely'
import { outlivesPerson, readDataMap, rowsOf, type Table } from '#trust/data-map/data-map.ts'
import type { House } from './house.ts'
import type { Newcomer } from './newcomer.ts'
import { connected, wordsIn } from './residue.ts'

/** Tables with rows of somebody, and columns with a word of theirs in them and which. */
export type Seen = { map: Table[]; tables: Set<string>; words: Map<string, string> }
export const nothingSeen = (): Seen => ({ map: [], tables: new Set(), words: new Map() })

/** Columns of text that no word of a person can get into, and why. Their content is looked for where a reason says so. */
const wordless: Record<string, string> = {
  'sign_in.devices.browser': 'family of browser and system, out of a closed list',
  'sign_in.records.browser': 'family of browser and system, out of a closed list',
  'sign_in.sessions.browser': 'family of browser and system, out of a closed list',
  'sign_in.passwords.hash': 'only a hash; the password itself is looked for',
  'sign_in.links.token': 'made by the school; the tokens that reached the person are looked for',
  'recovery.handovers.token': 'made by the school; the link that the operator saw is looked for',
  'recovery.handovers.code': 'made by the school; the code that the officer saw is looked for',
  'recovery.codes.code': 'made by the school; the codes that the person saw are looked for',
  'files.files.wrapped': 'key of the file, made by the school',
  'assignments.notes.place': 'figures: a point of a picture or lines of a text',
  'assessment.checks.answer': 'ids of the options that were chosen',
  'consent.records.words': 'the school\'s words that were agreed to; who agreed stands in the terms beside them, and is looked for',
  'support.messages.left_out': 'names of files in a letter, which no browser sends; followed in src/people/support/mail.test.ts',
  'audit.entries.act': 'name of an act; stays without its person, by law',
}

/** Tables in which nobody who leaves here has a row, and the test that follows what is in them to its end. */
const followedElsewhere: Record<string, string> = {
  'support.guests': 'src/people/support/support.test.ts', // each row is a subject of its own
  'support.claims': 'src/people/support/support.test.ts',
  'rights.restrictions': 'src/trust/rights/restriction/restriction.test.ts',
  'child_reports.holds': 'src/people/child-reports/child-reports.test.ts', // of whoever is held: nobody who leaves of their own will
  'rights.holds': 'src/trust/rights/holds/holds.test.ts',
  'rights.held_rows': 'src/trust/rights/holds/holds.test.ts',
  'minors.guardianships': 'src/people/minors/minors.test.ts', // an adult who leaves has none
  'assignments.showings': 'src/school/assignments/gallery/gallery.test.ts',
  'interaction.visits': 'src/trust/interaction/interaction.test.ts', // pages, devices, seconds: no word of anybody
}

/** Rows of a person by table, past every wall. */
export function rowsByTable(house: House, person: string): Promise<{ map: Table[]; rows: Map<string, number> }> {
  const plain = new Kysely<unknown>({ dialect: { createAdapter: () => new PostgresAdapter(), createDriver: () => new DummyDriver(), createIntrospector: db => new PostgresIntrospector(db), createQueryCompiler: () => new PostgresQueryCompiler() } })
  return connected(house, 'main', async client => {
    const map = await readDataMap(client)
    const rows = new Map<string, number>()
    for (const table of map) {
      const theirs = rowsOf(person, table, map)
      if (!theirs) continue
      const { sql: text, parameters } = sql`select count(*)::int as n from ${sql.table(table.name)} where ${theirs}`.compile(plain)
      rows.set(table.name, (await client.query<{ n: number }>(text, [...parameters])).rows[0]!.n)
    }
    return { map, rows }
  })
}

/** Notes what is there before somebody leaves: rows by counting, words by the copy that they took. */
export async function noteColumns(house: House, person: string, copy: Record<string, string>, { words }: Newcomer, seen: Seen) {
  const { map, rows } = await rowsByTable(house, person)
  seen.map = map
  for (const [table, count] of rows) if (count) seen.tables.add(table)
  for (const { name, columns } of map) for (const row of JSON.parse(copy[`data/${name}.json`] ?? '[]') as Record<string, unknown>[]) for (const column of columns) {
    const [use] = wordsIn(Buffer.from(String(row[column.name] ?? '')), words)
    if (use) seen.words.set(`${name}.${column.name}`, use)
  }
}

/** Afterwards nothing is theirs but what stays without them. */
export async function nothingIsTheirs(house: House, person: string) {
  const { map, rows } = await rowsByTable(house, person)
  const left = [...rows].filter(([name, count]) => count && !outlivesPerson(map.find(table => table.name === name)!))
  assert.deepEqual(left, [])
}

const textual = /sealed|text|json|bytea|inet/

/** Every column that may hold words held one, or says why it cannot; every other one had rows, which were counted and then gone. */
export function assertAllSeen({ map, tables, words }: Seen) {
  const columns = map.filter(({ name }) => !followedElsewhere[name]).flatMap(table => table.columns.flatMap(({ name, type, note }) => note.says === 'data' ? [{ table: table.name, column: `${table.name}.${name}`, isText: textual.test(type) }] : []))
  const unseen = columns.flatMap(({ table, column, isText }) => [
    ...tables.has(table) ? [] : [`${table}: nobody had a row`],
    ...isText && !words.has(column) && !wordless[column] ? [`${column}: no word got into it`] : [],
  ])
  for (const file of Object.values(followedElsewhere)) assert.ok(existsSync(file), file)
  const stale = Object.keys(wordless).filter(column => words.has(column) || !columns.some(each => each.column === column && each.isText)).map(column => `${column}: called wordless, but ${words.get(column) ?? 'there is no such column'}`)
  assert.deepEqual([...new Set([...unseen, ...stale])].sort(), [])
  assert.ok(words.size >= 25 && tables.size >= 30, `${words.size} columns with words, ${tables.size} tables`)
}
