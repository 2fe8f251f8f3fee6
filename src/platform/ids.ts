// People have random ids (randomUUID): a sorted one would publish when they registered. Everything else is sorted by time.
import { randomFillSync } from 'node:crypto'

/** A UUID version 7 (RFC 9562, 5.7) of this process: made here, because PostgreSQL 15 has no uuidv7(). */
export function uuidv7(now = Date.now()): string {
  const bytes = randomFillSync(Buffer.alloc(16))
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The id of no person: for a question that takes the same way whether somebody was found or not. */
export const nobody = '00000000-0000-4000-8000-000000000000'
