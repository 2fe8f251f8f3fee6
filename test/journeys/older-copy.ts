// A copy of the main database made while somebody was still here, opened after they have left.
import assert from 'node:assert/strict'
import { keyProvider } from '#platform/sealing/sealing.ts'
import { openCopy } from '#trust/backups/read-copy.ts'
import type { House } from './house.ts'
import { ask, wordsIn } from './residue.ts'

/** Made by the operator's command, beside the running house. The answer is the file of the main database. */
export async function makeCopy({ running }: House): Promise<string> {
  const { code, out, err } = await running.tell('backup', 'create', '--json')
  assert.equal(code, 0, err)
  return (JSON.parse(out) as { file: string; database: string }[]).find(({ database }) => database === 'main')!.file
}

/** The copy still has their rows, but none of their words, and the vault has no key that would open them. */
export async function opensForNobody(house: House, file: string, person: string, words: ReadonlyMap<string, string>) {
  const found = new Set<string>()
  const { sections } = await openCopy(keyProvider(house.folder), file)
  for await (const { table, rows } of sections) {
    const parts: Buffer[] = []
    for await (const part of rows) parts.push(part)
    const bytes = Buffer.concat(parts)
    if (bytes.includes(person)) found.add(table)
    assert.deepEqual(wordsIn(bytes, words), [], `in ${table} of the copy`)
  }
  assert.ok(found.has('accounts.people'), 'the copy was made while they were here')
  assert.deepEqual(await ask(house, 'vault', `select kind from sealing.keys where person = $1 and kind = 'own'`, [person]), [])
  assert.deepEqual(await ask(house, 'main', 'select id from accounts.people where id = $1', [person]), [])
}
