// What a page asks of the database, so that a bare handler can be made to ask the same.
import pg from 'pg'

/** A statement and its values. A value made anew at each asking (the id of a new row) is a place `{ fresh }`; equal places get equal ids. */
export type Statement = { name?: string; text: string; values: unknown[] }
/** Statements of one round travel together; the next round waits for their answers. */
export type Rounds = Statement[][]

/** Everything that is asked while `work` runs, round by round. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Rounds> {
  const rounds: Rounds = []
  const { query } = pg.Client.prototype
  let waits = true
  pg.Client.prototype.query = function (this: pg.Client, ...args: any[]) {
    if (waits) rounds.push([])
    waits = false
    const [asked] = args
    rounds.at(-1)!.push(typeof asked === 'string' ? { text: asked, values: [] } : { ...asked.name && { name: asked.name }, text: asked.text, values: asked.values ?? [] })
    const answer = (query as (...all: any[]) => any).apply(this, args)
    answer?.then?.(() => { waits = true }, () => { waits = true })
    return answer
  } as typeof query
  try { await work() } finally { pg.Client.prototype.query = query }
  return rounds
}

/** The same asked twice: what differs is made anew each time. */
export function withFreshPlaces(one: Rounds, other: Rounds): Rounds {
  const places = new Map<unknown, number>()
  const isId = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(value)
  return one.map((round, at) => round.map((statement, place) => ({
    ...statement,
    values: statement.values.map((value, index) => {
      if (!isId(value) || value === other[at]?.[place]?.values[index]) return value
      if (!places.has(value)) places.set(value, places.size)
      return { fresh: places.get(value) }
    }),
  })))
}
