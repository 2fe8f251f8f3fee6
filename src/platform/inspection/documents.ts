import type { Why } from './kinds.ts'

/** A PDF begins and ends as one, and is not an archive as well. It is only ever handed out as a download. */
export function lookAtPdf(bytes: Buffer): Why | undefined {
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') return 'hidden-content'
  if (!bytes.subarray(-2048).includes('%%EOF')) return 'damaged'
  if (bytes.subarray(-65_557).includes('PK\x05\x06')) return 'hidden-content'
  return undefined
}

/** Text in UTF-8, whatever the language it is written or programmed in. */
export function lookAtText(bytes: Buffer): Why | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return /[^\P{Cc}\t\n\r\f]/u.test(text) ? 'wrong-type' : undefined
  } catch {
    return 'wrong-type'
  }
}

const mostEntries = 2000
const mostUnpacked = 256 * 1024 * 1024
const mostRatio = 120

/** Reads the table of contents only. Nothing is unpacked here or anywhere else: teachers download it. */
export function lookAtZip(bytes: Buffer): Why | undefined {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(0) !== 0x04034b50) return 'damaged'
  const [count, start] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)]
  if (count > mostEntries) return 'unsafe-archive'
  const entries: { from: number; packed: number; unpacked: number; unsafe: boolean }[] = []
  for (let at = start, left = count; left > 0; left--) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return 'damaged'
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28))
    const unsafe = (bytes.readUInt16LE(at + 8) & 1) === 1 || /^[/\\]|(^|[/\\])\.\.([/\\]|$)|^[a-z]:/i.test(name)
    entries.push({ from: bytes.readUInt32LE(at + 42), packed: bytes.readUInt32LE(at + 20), unpacked: bytes.readUInt32LE(at + 24), unsafe })
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return isBomb(entries, start) ? 'unsafe-archive' : undefined
}

// Entries that share bytes are how a small archive claims to hold petabytes.
function isBomb(entries: { from: number; packed: number; unpacked: number; unsafe: boolean }[], directory: number) {
  const inOrder = entries.toSorted((a, b) => a.from - b.from)
  const overlap = inOrder.some(({ from, packed }, index) => from + 30 + packed > (inOrder[index + 1]?.from ?? directory))
  const unpacked = entries.reduce((total, entry) => total + entry.unpacked, 0)
  const packed = entries.reduce((total, entry) => total + entry.packed, 0)
  return overlap || unpacked > mostUnpacked || unpacked > 1_000_000 && unpacked > packed * mostRatio || entries.some(({ unsafe }) => unsafe)
}
