import { decrypt, encrypt, bind } from './cipher.ts'
import type { Keys } from './keys.ts'
import { Forgotten } from './keys.ts'
import { columnId, headLength, rowId, SealedValue, writeHeader, type KeyKind } from './sealed-value.ts'

export type Holder = { keys: Keys; site: string }
/** `row` is the primary key beside `site`; a key of several columns is a list, in the order of the key. `hold`: kept by law for a term after an erasure. */
export type SealAt = { table: string; row: string | number | readonly (string | number)[]; person: string; hold?: boolean }
type Sealed<Values> = { [Column in keyof Values]: Values[Column] extends string ? Buffer : Buffer | null }

/** Everything a person wrote, for one row. Does not wait: throws NeedsKeys when their key is not at hand, Forgotten when it is no more. */
export function seal<Values extends Record<string, string | null | undefined>>(ctx: Holder, at: SealAt, values: Values): Sealed<Values> {
  const kind: KeyKind = at.hold ? 'law' : 'own'
  const key = keysOf(ctx).of(at.person, kind)
  if (!key) throw new Forgotten(at.person)
  const row = rowId(at.row)
  const sealOne = (column: string, plain: string) => {
    const head = writeHeader({ kind, version: key.version, person: at.person, column: columnId(at.table, column), row })
    return Buffer.concat([head, encrypt(key.key, boundTo(ctx.site, head), Buffer.from(plain))])
  }
  return Object.fromEntries(Object.entries(values).map(([column, plain]) => [column, plain == null ? null : sealOne(column, plain)])) as Sealed<Values>
}

/** The text, or null when its person has been forgotten, or it is withheld. Does not wait: throws NeedsKeys. What stands in a place it was not sealed for is a fault. */
export function open(ctx: Holder, value: SealedValue): string | null {
  if (value.withheld) return null
  const { kind, version, person, column, row } = value.header
  const { table, column: name, rows } = value.place
  if (!column.equals(columnId(table, name))) throw new Error(`${table}.${name} holds a value that was sealed for another column`)
  if (!rows.some(candidate => candidate.equals(row))) throw new Error(`${table}.${name} holds a value that was sealed for another row`)
  const key = keysOf(ctx).of(person, kind, version)
  return key && decrypt(key.key, boundTo(ctx.site, value.bytes.subarray(0, headLength)), value.bytes.subarray(headLength)).toString()
}

/** Opens many without asking for keys one by one. */
export function openAll(ctx: Holder, values: SealedValue[]): (string | null)[] {
  ctx.keys.need(values.map(value => value.header.person))
  return values.map(value => open(ctx, value))
}

/** The same text again under the newest key of its person: with this, a job moves all rows when a key is renewed. */
export function reseal(ctx: Holder, value: SealedValue): Buffer | null {
  const { kind, version, person, column, row } = value.header
  const newest = keysOf(ctx).of(person, kind)
  const plain = open(ctx, value)
  if (!newest || plain === null) return null
  if (newest.version === version) return value.bytes
  const head = writeHeader({ kind, version: newest.version, person, column, row })
  return Buffer.concat([head, encrypt(newest.key, boundTo(ctx.site, head), Buffer.from(plain))])
}

function keysOf({ keys, site }: Holder) {
  if (keys.site !== site) throw new Error('These keys were fetched for another site')
  return keys
}

const boundTo = (site: string, head: Buffer) => bind('senim seal 1', site, head)
