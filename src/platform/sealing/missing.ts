import { SealedValue } from '#platform/database/database.ts'
import { reveal } from './sealing.ts'

type Fetching = { keys?: { fetch(people: readonly string[]): Promise<unknown> } }

/** True when the error was a key not at hand, and it has been fetched: what failed may be tried anew. */
export async function fetchMissing(ctx: object, error: unknown): Promise<boolean> {
  if (!(error instanceof Error) || error.name !== 'NeedsKeys') return false
  await (ctx as Fetching).keys!.fetch((error as Error & { people: string[] }).people)
  return true
}

/** Opens every sealed value, however deep it lies. */
export async function revealDeep<T>(ctx: Parameters<typeof reveal>[0], data: T): Promise<T> {
  const found: Record<string, unknown>[] = []
  collect(data, found)
  const opened = await reveal(ctx, found)
  found.forEach((row, index) => Object.assign(row, opened[index]))
  return data
}

function collect(value: unknown, into: Record<string, unknown>[]) {
  if (value === null || typeof value !== 'object' || value instanceof Date || Buffer.isBuffer(value)) return
  if (Object.values(value).some(each => each instanceof SealedValue)) into.push(value as Record<string, unknown>)
  for (const each of Object.values(value)) collect(each, into)
}
