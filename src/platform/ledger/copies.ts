import type { KeyObject } from 'node:crypto'
import { isSigned, readLine } from './entry.ts'
import type { Memory } from './memory.ts'
import type { Place } from './place.ts'

/** The places together: what one of them lost in a crash the other gives back; what was changed in one stops us. */
export class Copies {
  readonly places: Place[]
  readonly #memory: Memory
  readonly #verifying: KeyObject

  constructor(places: Place[], memory: Memory, verifying: KeyObject) {
    this.places = places
    this.#memory = memory
    this.#verifying = verifying
  }

  /** Takes in what was written since, by whomever. */
  async readOn() {
    if (!await this.#isCurrent()) await this.#takeIn()
  }

  /** Resolves when every place has the lines on disk. */
  async append(lines: string[]) {
    const answers = await Promise.allSettled(this.places.map(place => place.append(lines)))
    const refused = answers.find(answer => answer.status === 'rejected')
    if (refused) {
      this.#forgetAll() // the next call reads what really stands there, and completes the place that failed
      throw refused.reason
    }
    for (const line of lines) this.#memory.take(line)
  }

  #isCurrent = async () => (await Promise.all(this.places.map(async place => await place.size() === place.seen))).every(Boolean)

  /** What one place has and the other lacks was never acknowledged or got lost there: either way both get it. */
  async #takeIn(): Promise<void> {
    const tails = await Promise.all(this.places.map(async place => ({ place, ...await place.readOn() })))
    const behind = await Promise.all(this.places.map(async place => await place.size() < place.seen))
    if (behind.some(Boolean)) return this.#startOver(behind)
    const longest = tails.reduce((best, tail) => tail.lines.length > best.lines.length ? tail : best)
    for (const { place, lines } of tails) lines.forEach((line, index) => {
      if (line !== longest.lines[index]) throw new Error(`The copies of the erasure ledger differ at line ${this.#memory.head().number + index + 1} (${place.file}): keep the true one, and take the other away`)
    })
    for (const line of longest.lines) if (!this.#memory.take(line)) throw changed(longest.place, this.#memory.head().number + 1)
    const last = longest.lines.at(-1)
    if (last && !isSigned(readLine(last)!, this.#verifying)) throw changed(longest.place, this.#memory.head().number)
    for (const { place, lines, torn } of tails) {
      place.seen += lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0)
      if (torn.length) await place.cut()
      const missing = longest.lines.slice(lines.length)
      if (missing.length) await place.append(missing)
    }
  }

  /** A place that has become shorter was lost or exchanged: all is read again, and the other place completes it. */
  async #startOver(behind: boolean[]) {
    if (behind.every(Boolean)) throw new Error('Both copies of the erasure ledger have become shorter: bring one back')
    this.#forgetAll()
    return this.#takeIn()
  }

  #forgetAll() {
    for (const place of this.places) place.seen = 0
    this.#memory.clear()
  }
}

const changed = (place: Place, line: number) => new Error(`${place.file} was changed at line ${line}: take this copy away, the other completes it`)
