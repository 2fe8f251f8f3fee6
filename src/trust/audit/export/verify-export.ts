import { verify, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { buffer } from 'node:stream/consumers'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { factsOf, fileNames, linesOf, packed, publicPem, type FileFacts, type Files, type Manifest } from './archive.ts'

export type ExportFault =
  | { what: 'not-an-export' }
  | { what: 'file-missing' | 'file-added' | 'signature-differs' | 'key-differs'; file: string }
  /** Bytes are counted from one, in the file that is named; for the archive itself, in the whole of it. */
  | { what: 'line-changed'; file: string; line: number; from: number; to: number }
  | { what: 'file-shortened' | 'file-longer'; file: string; line: number }
  | { what: 'byte-changed'; byte: number }
export type ExportVerdict = { sound: boolean; manifest?: Manifest; fault?: ExportFault }

/** Whether an export is, byte by byte, what was signed with this key; the first thing that is not is named. */
export async function verifyExport(bytes: Buffer, key: KeyObject): Promise<ExportVerdict> {
  const files = await filesIn(bytes).catch(() => undefined)
  if (!files) return broken({ what: 'not-an-export' })
  const missing = fileNames.find(name => !files.has(name))
  if (missing) return broken({ what: 'file-missing', file: missing })
  const added = [...files.keys()].find(name => !(fileNames as readonly string[]).includes(name))
  if (added) return broken({ what: 'file-added', file: added })
  const written = files.get('manifest.json')!
  if (files.get('key.pem')!.toString() !== publicPem(key)) return broken({ what: 'key-differs', file: 'key.pem' })
  if (!verify(null, written, key, files.get('manifest.sig')!)) return broken({ what: 'signature-differs', file: 'manifest.json' })
  const manifest = JSON.parse(written.toString()) as Manifest
  for (const [name, facts] of Object.entries(manifest.files)) {
    const fault = differenceIn(name, files.get(name)!, facts)
    if (fault) return { ...broken(fault), manifest }
  }
  const whole = await packed(files)
  const at = firstDifference(bytes, whole)
  return at === undefined ? { sound: true, manifest } : { ...broken({ what: 'byte-changed', byte: at + 1 }), manifest }
}

const broken = (fault: ExportFault): ExportVerdict => ({ sound: false, fault })

function differenceIn(file: string, bytes: Buffer, facts: FileFacts): ExportFault | undefined {
  const found = factsOf(bytes)
  if (found.sha256 === facts.sha256) return undefined
  const line = facts.lines.findIndex((hash, index) => found.lines[index] !== undefined && found.lines[index] !== hash)
  if (line >= 0) {
    const { from, to } = linesOf(bytes)[line]!
    return { what: 'line-changed', file, line: line + 1, from, to }
  }
  return { what: found.lines.length < facts.lines.length ? 'file-shortened' : 'file-longer', file, line: Math.min(found.lines.length, facts.lines.length) + 1 }
}

function firstDifference(one: Buffer, other: Buffer): number | undefined {
  if (one.equals(other)) return undefined
  for (let at = 0; ; at++) if (one[at] !== other[at]) return at
}

const openZip = promisify(fromBuffer as (bytes: Buffer, options: { lazyEntries: boolean }, done: (error: Error | null, zip: ZipFile) => void) => void)

async function filesIn(bytes: Buffer): Promise<Files> {
  const zip = await openZip(bytes, { lazyEntries: true })
  const files: Files = new Map()
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      buffer(stream).then(content => { files.set(entry.fileName, content); zip.readEntry() }, reject)
    }))
    zip.on('end', () => resolve(files)).on('error', reject)
    zip.readEntry()
  })
}
