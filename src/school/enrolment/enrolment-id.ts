import { createHash } from 'node:crypto'

/**
 * The id of someone's enrolment in a run, whether it exists or not. It is a hash (UUID version 8, RFC 9562) and not sorted by time,
 * so that lesson, progress, answers and works are asked for side by side, in one round trip, and not one after the other.
 */
export function enrolmentId(person: string, run: string): string {
  const bytes = createHash('sha256').update(`enrolment ${person} ${run}`).digest().subarray(0, 16)
  bytes[6] = 0x80 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
