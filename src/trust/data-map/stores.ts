// A store: a place outside the tables where something of a person may lie. What is no column is registered as one,
// or the access copy and the erasure would not know of it.
export type Stored = { name: string; size: number }
export type Exported = { id: string; name: string; mediaType: string; bytes: number; read(): AsyncIterable<Buffer> }
export type Store<Ctx = any> = {
  name: string
  /** Everybody something lies there for, whether or not there is another trace of them. */
  peopleOf(ctx: Ctx): Promise<string[]>
  /** Everything that lies there for a person. */
  listOf(ctx: Ctx, person: string): Promise<Stored[]>
  /** What goes into their access copy. Outside of a transaction: it streams. */
  exportOf(ctx: Ctx, person: string): Promise<Exported[]>
  /** Removes everything of a person; called twice, it does no harm. */
  eraseOf(ctx: Ctx, person: string): Promise<number>
  /** Names of the objects of this site in which these bytes can be read. */
  search(ctx: Ctx, text: Uint8Array): Promise<string[]>
}
