// What was noted waits in memory for a second, and is written together. What a crash takes with it nobody was promised.
import type { Database } from '#platform/database/database.ts'
import type { Context } from '#trust/audit/audit.ts'
import type { Outside } from './outside.ts'
import { writeNotes } from './write.ts'

/** A page that was shown, or an element pressed on one. `by`: who it was, also where that is not kept. */
export type Seen = {
  id: string; person: string | null; by: string | null; at: Date; page: string; purpose: string; element?: string | undefined
  device?: string | undefined; browser?: string | undefined; system?: string | undefined; address?: string | undefined; network?: string | undefined; country?: string | undefined; seconds?: number | undefined
  /** Counted for the service outside too: in which language, and under which purpose. */
  outside?: Outside | undefined
}
/** A page that was written already turns out to have been read for so long: `more` than was known. */
export type Stayed = { of: Seen; more: number }

/** Written after so many milliseconds, or as soon as there are so many. */
const pause = 1000
const batch = 200
/** Where the database does not answer, no more than this is kept for it. */
const most = 5000
const oldest = 3_600_000

export class Queue {
  /** Pages of the last hour, by their number, and the last one of each member. */
  readonly open = new Map<string, Seen>()
  readonly last = new Map<string, string>()
  #ctx: Context
  #seen: Seen[] = []
  #stayed: Stayed[] = []
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()

  constructor(ctx: Context) { this.#ctx = ctx }

  at(ctx: Context) {
    this.#ctx = ctx
    return this
  }

  saw(seen: Seen) {
    this.#seen.push(seen)
    if (!seen.element) {
      this.open.set(seen.id, seen)
      if (seen.person) this.last.set(seen.person, seen.id)
    }
    this.#wake()
  }

  stayed(of: Seen, seconds: number) {
    const more = seconds - (of.seconds ?? 0)
    of.seconds = seconds
    if (this.#seen.includes(of)) return
    this.#stayed.push({ of, more })
    this.#wake()
  }

  /** Everything that waits now is in the database when this is done. */
  write(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const [seen, stayed] = [this.#seen.splice(0), this.#stayed.splice(0)]
    this.#forget()
    const ctx = this.#ctx
    this.#writing = this.#writing.then(() => writeNotes(ctx, seen, stayed))
    return this.#writing
  }

  #wake() {
    if (this.#seen.length >= batch) void this.write()
    else this.#timer ??= setTimeout(() => { void this.write() }, pause).unref()
    if (this.#seen.length > most) this.#seen.splice(0, this.#seen.length - most)
  }

  #forget() {
    const end = this.#ctx.now.getTime() - oldest
    for (const [id, { at, person }] of this.open) {
      if (at.getTime() > end && this.open.size <= most) break
      this.open.delete(id)
      if (person && this.last.get(person) === id) this.last.delete(person)
    }
  }
}

const queues = new WeakMap<Database, Map<string, Queue>>()

/** The queue of one school of one house. Outside of a transaction: what is noted is written in one of its own. */
export function queueFor(ctx: Context): Queue {
  const own = queues.get(ctx.db) ?? new Map<string, Queue>()
  queues.set(ctx.db, own)
  const { once: _, session: __, ...rest } = ctx
  const queue = own.get(ctx.site)?.at(rest) ?? new Queue(rest)
  own.set(ctx.site, queue)
  return queue
}

/** Writes what waits of all schools: before the house closes, and wherever somebody wants to read it now. */
export async function writeVisits(db: Database): Promise<void> {
  for (const queue of queues.get(db)?.values() ?? []) await queue.write()
}
