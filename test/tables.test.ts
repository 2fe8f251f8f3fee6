import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { openTestDatabases } from './fixtures.ts'
import { tablesAsSql, tablesAsTypes } from './write-tables.ts'

const { asAdmin } = await openTestDatabases()

test('the written table types are those of the migrated database', async () => {
  assert.equal(readFileSync('src/platform/database/tables.ts', 'utf8'), await asAdmin(tablesAsTypes))
})

test("each module's tables.sql shows its tables as they stand", async () => {
  for (const [file, text] of await asAdmin(tablesAsSql)) assert.equal(readFileSync(file, 'utf8'), text, `${file} is stale: npm run tables`)
})
