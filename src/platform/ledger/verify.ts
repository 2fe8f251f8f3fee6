import type { KeyObject } from 'node:crypto'
import { hashOf, isSigned, readLine, start, type Entry } from './entry.ts'
import { Place } from './place.ts'

export type Fault = { intact: false; place: string; line: number; why: string }

/** Reads a copy from the first byte, trusting nothing that was read before; names the first line that is not what was written. */
export async function faultIn(folder: string, verifying: KeyObject, head: { number: number; hash: string }): Promise<Fault | null> {
  const { lines } = await new Place(folder).readOn()
  const fault = (line: number, why: string): Fault => ({ intact: false, place: folder, line, why })
  let previous = start
  for (const [index, line] of lines.entries()) {
    const why = whyNot(readLine(line), index + 1, previous, verifying)
    if (why) return fault(index + 1, why)
    previous = hashOf(line)
  }
  return lines.length === head.number && previous === head.hash ? null : fault(lines.length + 1, 'is missing')
}

function whyNot(entry: Entry | undefined, number: number, previous: string, verifying: KeyObject): string | null {
  if (!entry) return 'is no entry'
  if (entry.number !== number || entry.previous !== previous) return 'does not follow the one before it'
  return isSigned(entry, verifying) ? null : 'was not signed by this ledger'
}
