// An export of the log: entries for people (CSV) and for programs (JSON), a manifest that knows every line by its hash, and its signature.
import { createHash, createPublicKey, sign, type KeyObject } from 'node:crypto'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** One entry as it leaves. `hash` is the leaf of the tree it stands in, `position` its place there, counted from one. */
export type ExportedEntry = {
  number: number; at: string; actor: string | null; role: string; act: string; words: string; subject: string | null; thing: string | null; outcome: string; reason: string | null; position: number | null; hash: string | null
}
export type FileFacts = { bytes: number; sha256: string; /** SHA-256 of each line, without its end. */ lines: string[] }
export type Manifest = {
  format: 'senim-audit-export/1'
  site: string; school: string; madeAt: string; madeBy: { person: string | null; role: string }; purpose: { kind: string; words: string }
  /** Exactly the filters of the view, and the zone its days are meant in. */
  filters: Record<string, string>; zone: string
  count: number; first: number | null; last: number | null
  /** The newest signed checkpoint of the log when this was made. */
  checkpoint: { size: number; root: string; at: string } | null
  files: Record<string, FileFacts>
}

const columns = ['number', 'at', 'actor', 'role', 'act', 'words', 'subject', 'thing', 'outcome', 'reason', 'position', 'hash'] as const
export const fileNames = ['entries.csv', 'entries.json', 'read-me.txt', 'key.pem', 'manifest.json', 'manifest.sig'] as const
export type Files = Map<string, Buffer>

/** The public half of the key that signs, as a file: what the school publishes and what a stranger checks with. */
export const publicPem = (key: KeyObject): string => String((key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'pem' }))

export function writeExport(about: Omit<Manifest, 'format' | 'files' | 'count' | 'first' | 'last'>, entries: ExportedEntry[], readMe: string, key: KeyObject): Files {
  const plain: Files = new Map([
    ['entries.csv', Buffer.from(`\ufeff${[columns.join(';'), ...entries.map(entry => columns.map(name => cell(entry[name])).join(';'))].join('\r\n')}\r\n`)],
    ['entries.json', Buffer.from(`[\n${entries.map(entry => JSON.stringify(entry)).join(',\n')}\n]\n`)],
    ['read-me.txt', Buffer.from(readMe)],
    ['key.pem', Buffer.from(publicPem(key))],
  ])
  const numbers = entries.map(({ number }) => number)
  const manifest: Manifest = {
    format: 'senim-audit-export/1', ...about, count: entries.length, first: numbers.at(-1) ?? null, last: numbers[0] ?? null,
    files: Object.fromEntries([...plain].map(([name, bytes]) => [name, factsOf(bytes)])),
  }
  const written = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
  return plain.set('manifest.json', written).set('manifest.sig', sign(null, written, key))
}

export const factsOf = (bytes: Buffer): FileFacts => ({ bytes: bytes.length, sha256: sha256(bytes), lines: linesOf(bytes).map(({ text }) => sha256(text)) })

/** The lines of a file, each with the bytes it stands at, counted from one. */
export function linesOf(bytes: Buffer): { text: Buffer; from: number; to: number }[] {
  const lines = []
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0x0a, from)
    const to = end < 0 ? bytes.length : end + 1
    lines.push({ text: bytes.subarray(from, to), from: from + 1, to })
    from = to
  }
  return lines
}

// Stored, not deflated, with one date for all: the same files are the same archive, byte by byte, and a changed byte can be told by its place.
const mtime = new Date(2000, 0, 1)

export function packed(files: Files): Promise<Buffer> {
  const zip = new ZipFile()
  for (const name of fileNames) zip.addBuffer(files.get(name) ?? Buffer.alloc(0), name, { mtime, compress: false, forceDosTimestamp: true })
  zip.end()
  return buffer(zip.outputStream as Readable)
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** A spreadsheet runs a cell that begins like a formula; the quote in front makes it text. */
const cell = (value: string | number | null) => `"${String(value ?? '').replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`
