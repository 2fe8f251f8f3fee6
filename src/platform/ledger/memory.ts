import { hashOf, readLine, start, type Kind } from './entry.ts'

export type Head = { number: number; hash: string }

/** What the lines say, at hand: who is named, and the chain they form. */
export class Memory {
  readonly #named = { own: new Map<string, Date>(), law: new Map<string, Date>() }
  readonly #hashes: string[] = [start]

  /** False when the line does not continue the chain: then nothing was taken. */
  take(line: string): boolean {
    const entry = readLine(line)
    if (!entry || entry.number !== this.#hashes.length || entry.previous !== this.#hashes.at(-1)) return false
    for (const kind of entry.kinds) this.#named[kind].set(entry.who, new Date(entry.at))
    this.#hashes.push(hashOf(line))
    return true
  }

  clear() {
    this.#hashes.length = 1
    for (const named of Object.values(this.#named)) named.clear()
  }

  named = (kind: Kind, who: string): Date | undefined => this.#named[kind].get(who)
  head = (): Head => ({ number: this.#hashes.length - 1, hash: this.#hashes.at(-1)! })
  has = ({ number, hash }: Head) => this.#hashes[number] === hash
}
