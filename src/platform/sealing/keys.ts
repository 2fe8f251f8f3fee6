import type { KeyObject } from 'node:crypto'
import type { PersonKeys } from './person-keys.ts'
import type { KeyKind } from './sealed-value.ts'

/** Sealing and opening never wait. Who lacks a key says so; it is fetched outside the transaction, and the work done anew. */
export class NeedsKeys extends Error {
  override readonly name = 'NeedsKeys'
  readonly people: string[]

  constructor(people: string[]) {
    super(`Keys are needed of ${people.length} people: fetch them outside the transaction, and run this again`)
    this.people = people
  }
}

/** Nothing may be written about someone who has been forgotten. */
export class Forgotten extends Error {
  readonly person: string

  constructor(person: string) {
    super(`${person} has been forgotten: nothing may be written about them`)
    this.person = person
  }
}

type Source = {
  site: string
  recent: (person: string) => PersonKeys | undefined
  load: (people: string[]) => Promise<Map<string, PersonKeys>>
  /** Counts what was forgotten, and whether this person was among it after a given count. */
  count: () => number
  forgottenSince: (person: string, count: number) => boolean
}
type Held = { known: PersonKeys; fetched: boolean; count: number }

/** The keys at hand for one request or one step of a job. What it has once it keeps to its end, unless its person is forgotten meanwhile. */
export class Keys {
  readonly #source: Source
  /** Whom the recent keys did not answer for. */
  readonly #asked = new Set<string>()
  readonly #held = new Map<string, Held>()

  constructor(source: Source) {
    this.#source = source
  }

  get site() { return this.#source.site }

  /** The newest key of a person, or the version asked for; null when the ledger says it was destroyed. Throws NeedsKeys. */
  of(person: string, kind: KeyKind = 'own', version?: number): { version: number; key: KeyObject } | null {
    const { known, fetched } = this.#at(person) ?? never(person)
    const wanted = version ?? Math.max(...known[kind].keys())
    const key = known[kind].get(wanted)
    if (key) return { version: wanted, key }
    if (known.forgotten.has(kind)) return null
    // A key made a moment ago is not yet among the recent ones: look once into the vault itself.
    if (!fetched) {
      this.#asked.add(person)
      throw new NeedsKeys([person])
    }
    throw new Error(`The ${kind} key of ${person} is missing, and the erasure ledger does not name them: this is a loss, not an erasure`)
  }

  /** Throws NeedsKeys for all of these people at once, so that a list costs one more run and not one for each. */
  need(people: Iterable<string>) {
    const missing = [...new Set(people)].filter(person => !this.#at(person))
    if (missing.length) throw new NeedsKeys(missing)
  }

  /** Brings keys to hand, in one question to the vault. Never inside a transaction of main. */
  async fetch(people: Iterable<string>) {
    const missing = [...new Set(people)].filter(person => this.#asked.has(person) || !this.#at(person))
    if (!missing.length) return
    const count = this.#source.count()
    for (const [person, known] of await this.#source.load(missing)) this.#held.set(person, { known, fetched: true, count })
    for (const person of missing) this.#asked.delete(person)
  }

  #at(person: string): Held | undefined {
    const held = this.#held.get(person)
    if (held && !this.#source.forgottenSince(person, held.count)) return held
    this.#held.delete(person)
    const known = this.#source.recent(person)
    if (!known) return undefined
    const adopted = { known, fetched: false, count: this.#source.count() }
    this.#held.set(person, adopted)
    return adopted
  }
}

const never = (person: string): never => { throw new NeedsKeys([person]) }

/** True when the error was a key not at hand, and it has been fetched: what failed may be tried anew. */
export async function fetchMissing({ keys }: { keys: Keys }, error: unknown): Promise<boolean> {
  if (!(error instanceof NeedsKeys)) return false
  await keys.fetch(error.people)
  return true
}

/** Runs the work, and anew with the keys it turned out to need. So it may have no effect outside its transaction. */
export async function withKeys<R>(ctx: { keys: Keys }, work: () => Promise<R>): Promise<R> {
  for (let run = 1; ; run++) {
    try { return await work() } catch (error) {
      if (run === 5 || !await fetchMissing(ctx, error)) throw error
    }
  }
}
