// The envelope: what stands in a sealed column. All before the nonce is open to read and bound to the text:
//   magic E5 · layout 1 · kind of key · its version · person (16) · column (8) · row (16) · nonce (12) · text · tag (16)
import { createHash } from 'node:crypto'

export type KeyKind = 'own' | 'law'
export type Header = { kind: KeyKind; version: number; person: string; column: Buffer; row: Buffer }
/** Where a value was found: its column, and the ids of the rows it may belong to. */
export type Place = { table: string; column: string; rows: Buffer[] }

const magic = 0xe5
const layout = 1
const kinds: Record<number, KeyKind> = { 1: 'own', 2: 'law' }
export const headLength = 44
export const shortest = headLength + 12 + 16

/** Whether what was read is kept from its reader: known by the time it is opened. */
export type Withheld = (person: string) => boolean

/** A sealed value on its way from the database to whoever may open it. Meeting a page, a stream or a log on that way is a fault. */
export class SealedValue {
  readonly #place: Place
  readonly #bytes: Buffer
  readonly #withheld: Withheld | undefined

  constructor(place: Place, bytes: Buffer, withheld?: Withheld) {
    this.#place = place
    this.#bytes = bytes
    this.#withheld = withheld
  }

  /** Read for a purpose that its person has stopped: whoever read it does not see it. */
  get withheld() { return this.#withheld?.(this.header.person) ?? false }

  get place() { return this.#place }
  get bytes() { return this.#bytes }
  get header() { return readHeader(this.#bytes)! }

  toJSON(): never { throw this.#fault() }
  toString(): never { throw this.#fault() }
  valueOf(): never { throw this.#fault() }
  [Symbol.toPrimitive](): never { throw this.#fault() }
  [Symbol.iterator](): never { throw this.#fault() }
  // A log may name it: where it stood is no secret.
  [Symbol.for('nodejs.util.inspect.custom')]() { return `[sealed ${this.#place.table}.${this.#place.column}]` }

  #fault() { return new Error(`A sealed value of ${this.#place.table}.${this.#place.column} went where only open text belongs: reveal it first`) }
}

// Preact asks an object it is to draw for its constructor, and draws nothing for a stranger. Silence would hide the fault.
Object.defineProperty(SealedValue.prototype, 'constructor', { get() { throw new Error('A sealed value cannot be drawn: reveal it first') } })

export const isEnvelope = (bytes: Buffer) =>
  bytes.length >= shortest && bytes[0] === magic && bytes[1] === layout && bytes[2]! in kinds && bytes[3]! > 0

export function readHeader(bytes: Buffer): Header | undefined {
  if (!isEnvelope(bytes)) return undefined
  return { kind: kinds[bytes[2]!]!, version: bytes[3]!, person: asUuid(bytes.subarray(4, 20)), column: bytes.subarray(20, 28), row: bytes.subarray(28, headLength) }
}

export const writeHeader = ({ kind, version, person, column, row }: Header) =>
  Buffer.concat([Buffer.of(magic, layout, kind === 'own' ? 1 : 2, version), asBytes(person), column, row])

const columns = new Map<string, Buffer>()

export function columnId(table: string, column: string): Buffer {
  const name = `${table}.${column}`
  const known = columns.get(name) ?? createHash('sha256').update(name).digest().subarray(0, 8)
  columns.set(name, known)
  return known
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** 16 bytes for the key of a row: a uuid as it is; anything else, or a key of several columns, as its hash. */
export function rowId(key: unknown | readonly unknown[]): Buffer {
  const parts = Array.isArray(key) ? key.map(asText) : [asText(key)]
  if (parts.length === 1 && uuid.test(parts[0]!)) return asBytes(parts[0]!)
  const joined = parts.length === 1 ? parts[0]! : parts.map(part => `${Buffer.byteLength(part)}:${part}`).join('')
  return createHash('sha256').update(joined).digest().subarray(0, 16)
}

const asText = (value: unknown) => value instanceof Date ? value.toISOString() : Buffer.isBuffer(value) ? value.toString('hex') : String(value)
const asBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')
const asUuid = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
