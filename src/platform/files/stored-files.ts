// What a copy of the installation needs of the store: everything that lies there, and the way back in.
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { askToLeave, briefly, type FilesContext } from './context.ts'
import { NoSuchObject, type Store, type Stored } from './store.ts'

/** Length and SHA-256 (hex) of an object as it is stored, sealed. */
export type Fingerprint = { bytes: number; sha256: string }

const personOf = (name: string) => name.split('/')[1]!
const fileOf = (name: string) => name.split('/')[2]!
/** Probes of the store itself lie there under words. */
const isId = (name: string) => /^[0-9a-f-]{36}$/.test(name)

/** Every object that lies in a site for somebody, in the order of names. */
export async function* storedFor(store: Pick<Store, 'list'>, site: string): AsyncGenerator<Stored> {
  for await (const stored of store.list(`${site}/`)) if (isId(personOf(stored.name))) yield stored
}

/** Names of the objects that a site cannot do without, as the rows of any database say: parts of files that somebody keeps. */
export async function keptObjects(client: pg.Client, site: string): Promise<string[]> {
  await client.query(`select set_config('app.site', $1, false)`, [site])
  const { rows } = await client.query<{ name: string }>(`
    select concat_ws('/', files.site, files.person, files.id, parts.name) as name
    from files.files join files.parts on parts.site = files.site and parts.file = files.id
    where files.site = $1 and ready_at is not null and expires_at is null order by 1`, [site])
  return rows.map(({ name }) => name)
}

/** `brought`: it was put into the store. `there`: it lay there already, just so. `unknown`: no row speaks of its file, so it stays away. */
export type Return = 'brought' | 'there' | 'unknown'

/**
 * The way back into the store of one site. Only objects of files that the database knows come back: whoever was erased since
 * has none. `source` is not read to its end for others. Outside of a transaction.
 */
export async function wayBack(ctx: FilesContext): Promise<(name: string, print: Fingerprint, source: AsyncIterable<Uint8Array>) => Promise<Return>> {
  const { store } = ctx.files
  const rows = await briefly(ctx, ({ db }) => db.selectFrom('files.files').select(['id', 'person']).execute())
  const known = new Set(rows.map(({ id, person }) => `${person}/${id}`))
  const asked = new Set<string>()
  return async (name, print, source) => {
    const person = personOf(name)
    if (!known.has(`${person}/${fileOf(name)}`)) return 'unknown'
    if (await hashIn(store, name, print.bytes) === print.sha256) return 'there'
    if (!asked.has(person)) await askToLeave(ctx, 'store', person)
    asked.add(person)
    await store.put(name, source, print.bytes)
    return 'brought'
  }
}

/** One byte more is asked for than there should be: what is longer is not the same. */
async function hashIn(store: Store, name: string, bytes: number): Promise<string | undefined> {
  const hash = createHash('sha256')
  try { for await (const piece of store.read(name, 0, bytes + 1)) hash.update(piece) } catch (error) {
    if (error instanceof NoSuchObject) return undefined
    throw error
  }
  return hash.digest('hex')
}
