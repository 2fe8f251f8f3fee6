// Reading and importing what a school teaches takes longer than everything else of a start, and seldom finds anything new.
// So a mark of the files that were imported is kept in the database they were imported into.
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { siteFolder } from '#platform/data-folder/data-folder.ts'
import type { Databases } from '#platform/database/database.ts'

/** The same as long as neither the school's files nor the code that reads them have changed. */
export function markOf(slug: string): string {
  const hash = createHash('sha256')
  for (const file of globSync([`${siteFolder(slug)}/**/*`, 'src/school/{courses,catalogue,assessment,assignments}/**/*.ts', 'src/product.ts'], { withFileTypes: true }).filter(entry => entry.isFile()).map(({ parentPath, name }) => `${parentPath}/${name}`).sort())
    hash.update(`${file}\n`).update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

export const importedMarks = (databases: Databases): Promise<Map<string, string>> => databases.asAdmin(async client => {
  await client.query('create table if not exists database.imports (site text primary key, mark text not null)')
  const { rows } = await client.query<{ site: string; mark: string }>('select site, mark from database.imports')
  return new Map(rows.map(({ site, mark }) => [site, mark]))
})

export const keepMark = (databases: Databases, site: string, mark: string) => databases.asAdmin(client =>
  client.query('insert into database.imports values ($1, $2) on conflict (site) do update set mark = excluded.mark', [site, mark]))
