// The file store as the data map sees it: not a table, so what it holds of a person must be listed, copied, erased and searched by hand.
import { reveal } from '#platform/sealing/sealing.ts'
import { briefly, type FilesContext } from './context.ts'
import { readPart } from './serve-file.ts'
import { removeAll, type Stored } from './store.ts'
import { storedFor } from './stored-files.ts'

type Held = Pick<FilesContext, 'files' | 'site'>

export const fileStore = {
  name: 'files',

  /** Everybody an object lies there for. */
  async peopleOf({ files: { store }, site }: Held): Promise<string[]> {
    const people = new Set<string>()
    for await (const { name } of storedFor(store, site)) people.add(name.split('/')[1]!)
    return [...people]
  },

  /** Every object that lies there for a person. */
  async listOf({ files: { store }, site }: Held, person: string): Promise<Stored[]> {
    return Array.fromAsync(store.list(`${site}/${person}/`))
  },

  /** Their works as they are stored, with the names they gave them. Outside of a transaction: it streams. */
  async exportOf(ctx: FilesContext, person: string): Promise<{ id: string; name: string; mediaType: string; bytes: number; read(): AsyncIterable<Buffer> }[]> {
    const rows = await reveal(ctx, await briefly(ctx, ({ db }) => db.selectFrom('files.files').select(['id', 'person', 'name', 'wrapped', 'media_type']).where('person', '=', person).where('ready_at', 'is not', null).orderBy('id').execute()))
    const parts = rows.length ? await briefly(ctx, ({ db }) => db.selectFrom('files.parts').select(['file', 'bytes', 'media_type']).where('name', '=', 'original').where('file', 'in', rows.map(({ id }) => id)).execute()) : []
    return rows.flatMap(row => parts.filter(({ file }) => file === row.id).map(({ bytes, media_type }) =>
      ({ id: row.id, name: row.name ?? '', mediaType: media_type, bytes: Number(bytes), read: () => readPart(ctx, row, { name: 'original', length: Number(bytes) }) })))
  },

  /** Deletes every object of a person, rows or no rows. It may be called again. */
  async eraseOf({ files: { store }, site }: Held, person: string): Promise<number> {
    return removeAll(store, `${site}/${person}/`)
  },

  /** Names of the objects of this site in whose stored bytes the text stands. Sealed as they are, that is none. */
  async search({ files: { store }, site }: Held, text: Uint8Array): Promise<string[]> {
    const found: string[] = []
    for await (const { name, size } of store.list(`${site}/`)) if (await holds(store.read(name, 0, size), Buffer.from(text))) found.push(name)
    return found
  },
}

async function holds(source: AsyncIterable<Buffer>, text: Buffer) {
  let end = Buffer.alloc(0)
  for await (const bytes of source) {
    const piece = Buffer.concat([end, bytes])
    if (piece.includes(text)) return true
    end = piece.subarray(Math.max(0, piece.length - text.length + 1))
  }
  return false
}
