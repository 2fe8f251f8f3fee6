// The erasure ledger: who was forgotten, when and why, outside both databases and in at least two places. A restored
// backup knows nothing of the erasures after it; this does. Each line is signed and holds the hash of the one before.
import type { KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { Copies } from './copies.ts'
import { hashOf, ledgerKeys, writeLine, type Kind } from './entry.ts'
import { exclusively } from './exclusive.ts'
import { Memory, type Head } from './memory.ts'
import { Place } from './place.ts'
import { faultIn, type Fault } from './verify.ts'

export type { Entry, Kind } from './entry.ts'
export type { Head } from './memory.ts'
export type Verdict = { intact: true; head: Head } | Fault

type Keys = { folder: string | null; read(site: null, name: string): Promise<Buffer>; make(site: null, name: string): Promise<Buffer> }

/** The places are `<data>/ledger` and SENIM_LEDGER, or else a folder beside the keys. */
export const ledgerPlaces = (data: string, keys: Keys, second = process.env.SENIM_LEDGER) =>
  [join(data, 'ledger'), second || (keys.folder ? join(keys.folder, 'ledger') : join(data, 'ledger-copy'))]

/** Opens the ledger and mends what a crash has left. Throws when a copy was changed, or when it has entries and no key. */
export async function openLedger(folders: string[], keys: Keys): Promise<Ledger> {
  const places = folders.map(folder => new Place(folder))
  if (new Set(folders).size < 2) throw new Error('The erasure ledger needs two places')
  const begun = (await Promise.all(places.map(place => place.size()))).some(size => size > 0)
  const ledger = new Ledger(places, begun ? await keys.read(null, 'ledger') : await keys.make(null, 'ledger'))
  await ledger.head()
  return ledger
}

export class Ledger {
  readonly #copies: Copies
  readonly #keys: ReturnType<typeof ledgerKeys>
  readonly #memory = new Memory()
  #turn: Promise<unknown> = Promise.resolve()

  constructor(places: Place[], secret: Buffer) {
    this.#keys = ledgerKeys(secret)
    this.#copies = new Copies(places, this.#memory, this.#keys.verifying)
  }

  /** With this key anyone can check the signatures of a copy. */
  get publicKey(): KeyObject { return this.#keys.verifying }
  get places() { return this.#copies.places.map(place => place.folder) }

  /**
   * Names people as forgotten, and resolves when every place has it on disk. Whoever is named already is not named
   * again, so a step that runs twice does no harm. `reason` is a short code, never free text.
   */
  async append(site: string, people: string[], { kinds, reason, at }: { kinds: Kind[]; reason: string; at: Date }): Promise<Head> {
    if (!/^[a-z0-9-]{1,40}$/.test(reason)) throw new Error('The reason of an erasure is a short code')
    return this.#alone(async () => {
      const lines = this.#newLines(site, people, { kinds, reason, at })
      if (lines.length) await this.#copies.append(lines)
      return this.#memory.head()
    })
  }

  #newLines(site: string, people: string[], { kinds, reason, at }: { kinds: Kind[]; reason: string; at: Date }) {
    const lines: string[] = []
    const before = this.#memory.head()
    for (const who of new Set(people.map(person => this.#keys.who(site, person)))) {
      const fresh = kinds.filter(kind => !this.#memory.named(kind, who))
      if (!fresh.length) continue
      const previous = lines.length ? hashOf(lines.at(-1)!) : before.hash
      lines.push(writeLine({ number: before.number + lines.length + 1, site, who, kinds: fresh, at: at.toISOString(), reason, previous }, this.#keys.signing))
    }
    return lines
  }

  /** Number and hash of the last entry, after taking in what other processes have written. */
  head = (): Promise<Head> => this.#alone(async () => this.#memory.head())

  /** Whether a head that was published once is still part of this ledger: if not, this is an older or another one. */
  has = (head: Head): Promise<boolean> => this.#alone(async () => this.#memory.has(head))

  /** Which of these people the ledger names, each with the moment they were forgotten. */
  async forgottenAmong(site: string, people: Iterable<string>, kind: Kind = 'own'): Promise<Map<string, Date>> {
    await this.#alone(async () => {})
    const found = new Map<string, Date>()
    for (const person of people) {
      const at = this.#memory.named(kind, this.#keys.who(site, person))
      if (at) found.set(person, at)
    }
    return found
  }

  /** Reads both places from the first byte; names the first line that is not what was written. */
  verify = (): Promise<Verdict> => this.#quietly(async () => {
    const before = this.#memory.head()
    // Where reading on is stopped by a fault, it is found again here, line by line.
    const head = await this.#copies.readOn().then(() => this.#memory.head(), () => before)
    for (const folder of this.places) {
      const fault = await faultIn(folder, this.#keys.verifying, head)
      if (fault) return fault
    }
    return { intact: true, head }
  })

  /** One at a time, here and on this machine, and always on the newest state. */
  #alone<R>(work: () => Promise<R>): Promise<R> {
    return this.#quietly(async () => {
      await this.#copies.readOn()
      return work()
    })
  }

  #quietly<R>(work: () => Promise<R>): Promise<R> {
    const mine = this.#turn.then(() => exclusively(this.#copies.places[0]!.file, work))
    this.#turn = mine.catch(() => {}) // whoever waits behind only needs to know that it is over
    return mine
  }
}
