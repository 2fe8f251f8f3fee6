/** Remembers for a moment only, however often it is asked, and never more than `limit` things: the least used goes first. */
export class BriefCache<Thing> {
  readonly #entries = new Map<string, { thing: Thing; until: number }>()
  readonly #lifetime: number
  readonly #limit: number
  readonly #clock: () => number
  #sweeper: NodeJS.Timeout | undefined
  readonly #dropped = new Map<string, number>()
  /** Grows whenever something is taken out: what was read before that may not be put in after it. */
  generation = 0

  constructor(lifetime: number, limit = 20_000, clock = () => performance.now()) {
    this.#lifetime = lifetime
    this.#limit = limit
    this.#clock = clock
  }

  get(name: string): Thing | undefined {
    const entry = this.#entries.get(name)
    if (!entry || entry.until <= this.#clock()) return undefined
    this.#entries.delete(name)
    this.#entries.set(name, entry) // a Map keeps insertion order: used last means first at the end
    return entry.thing
  }

  set(name: string, thing: Thing) {
    this.#entries.set(name, { thing, until: this.#clock() + this.#lifetime })
    if (this.#entries.size > this.#limit) this.#entries.delete(this.#entries.keys().next().value!)
    this.#sweeper ??= setTimeout(() => this.#sweep(), this.#lifetime).unref()
  }

  delete(name: string) {
    this.#entries.delete(name)
    this.#dropped.delete(name)
    this.#dropped.set(name, ++this.generation)
    if (this.#dropped.size > this.#limit) this.#dropped.delete(this.#dropped.keys().next().value!)
  }

  droppedSince = (name: string, generation: number) => (this.#dropped.get(name) ?? 0) > generation

  clear() {
    this.generation++
    this.#entries.clear()
  }

  get size() { return this.#entries.size }

  // A key nobody asks for again must not stay in memory for that.
  #sweep() {
    this.#sweeper = undefined
    for (const [name, { until }] of this.#entries) if (until <= this.#clock()) this.#entries.delete(name)
    if (this.#entries.size) this.#sweeper = setTimeout(() => this.#sweep(), this.#lifetime / 2).unref()
  }
}
