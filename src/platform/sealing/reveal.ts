import { NeedsKeys } from './keys.ts'
import { open, type Holder } from './seal.ts'
import { SealedValue } from './sealed-value.ts'

type Whole = Date | Buffer | Uint8Array | URL | RegExp | Error | Promise<unknown> | ((...args: never[]) => unknown) | (abstract new (...args: never[]) => unknown)
export type Revealed<Thing> =
  Thing extends SealedValue ? string | null
  : Thing extends Whole ? Thing
  : Thing extends Map<infer Key, infer Value> ? Map<Revealed<Key>, Revealed<Value>>
  : Thing extends Set<infer Value> ? Set<Revealed<Value>>
  : Thing extends object ? { [Name in keyof Thing]: Revealed<Thing[Name]> }
  : Thing

/**
 * The same thing with every sealed value in it opened, however deep: in objects, lists, maps and sets. Values of people
 * who have been forgotten, or whose data rests, become null. The keys are fetched in one question, so this is for after the transaction.
 */
export async function reveal<Thing>(ctx: Holder, thing: Thing): Promise<Revealed<Thing>> {
  const people = new Set<string>()
  gather(thing, people, new Set())
  if (!people.size) return thing as Revealed<Thing>
  await ctx.keys.fetch(people)
  // A key made after the recent ones were read is asked for once more.
  const opened = () => walk(thing, value => open(ctx, value), new Map()) as Revealed<Thing>
  try { return opened() } catch (error) {
    if (!(error instanceof NeedsKeys)) throw error
    await ctx.keys.fetch(error.people)
    return opened()
  }
}

/** Whose values there are; nothing is copied for it, because most of what is shown has none. */
function gather(thing: unknown, people: Set<string>, seen: Set<object>) {
  if (typeof thing !== 'object' || thing === null) return
  if (thing instanceof SealedValue) return void people.add(thing.header.person)
  if (seen.has(thing)) return
  seen.add(thing)
  if (Array.isArray(thing) || thing instanceof Set) for (const part of thing) gather(part, people, seen)
  else if (thing instanceof Map) for (const [key, part] of thing) { gather(key, people, seen); gather(part, people, seen) }
  else if (isPlain(thing)) for (const name in thing) gather((thing as Record<string, unknown>)[name], people, seen)
}

function isPlain(thing: object) {
  const prototype = Object.getPrototypeOf(thing)
  return prototype === Object.prototype || prototype === null
}

function walk(thing: unknown, visit: (value: SealedValue) => unknown, done: Map<object, unknown>): unknown {
  if (typeof thing !== 'object' || thing === null) return thing
  if (thing instanceof SealedValue) return visit(thing)
  if (done.has(thing)) return done.get(thing)
  const inside = (part: unknown) => walk(part, visit, done)
  if (Array.isArray(thing)) {
    const list: unknown[] = []
    done.set(thing, list)
    for (const part of thing) list.push(inside(part))
    return list
  }
  if (thing instanceof Map) return keep(done, thing, new Map([...thing].map(([key, value]) => [inside(key), inside(value)])))
  if (thing instanceof Set) return keep(done, thing, new Set([...thing].map(inside)))
  if (!isPlain(thing)) return thing
  const copy: Record<string, unknown> = {}
  done.set(thing, copy)
  for (const [name, part] of Object.entries(thing)) copy[name] = inside(part)
  return copy
}

function keep<Copy>(done: Map<object, unknown>, thing: object, copy: Copy) {
  done.set(thing, copy)
  return copy
}
