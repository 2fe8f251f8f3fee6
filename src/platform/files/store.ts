/** One stored object. `at` is when it was written. */
export type Stored = { name: string; size: number; at: Date }

/**
 * Where bytes lie: a folder, or a bucket. Neither ever sees anything but ciphertext.
 * Names are `<site>/<person>/<file>/<part>`, so what belongs to a person is found without asking a table.
 */
export type Store = {
  /** Durable when it resolves. With `onlyNew`, false says that the name is taken and nothing was written; a bucket that knows no If-None-Match writes all the same. */
  put(name: string, source: AsyncIterable<Uint8Array>, size: number, how?: { onlyNew?: boolean }): Promise<boolean>
  /** The bytes from `from` up to, not including, `to`. Fewer when the object is shorter, a NoSuchObject when there is none. */
  read(name: string, from: number, to: number): AsyncIterable<Buffer>
  /** Everything below a prefix, which ends in a slash, in the order of names. */
  list(prefix: string): AsyncIterable<Stored>
  /** What is not there is not missed. */
  remove(names: string[]): Promise<void>
  /** The place, for the register of where data lies. Holds no secret. */
  where: string
}

export class NoSuchObject extends Error {
  constructor(name: string) {
    super(`The file store has no ${name}`)
  }
}

/** Removes all below a prefix, and says how many there were. */
export async function removeAll(store: Store, prefix: string): Promise<number> {
  const names: string[] = []
  for await (const { name } of store.list(prefix)) names.push(name)
  if (names.length) await store.remove(names)
  return names.length
}

const part = /^[a-z0-9][a-z0-9.-]{0,127}$/

/** Names are made by us from ids, and checked all the same: they become paths. */
export function checkedName(name: string): string {
  if (!name.split('/').every(each => part.test(each) && !each.includes('..'))) throw new Error(`${JSON.stringify(name)} cannot be the name of a stored object`)
  return name
}
