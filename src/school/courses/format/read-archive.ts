import { isUtf8 } from 'node:buffer'
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { limits, mostFor, textsOf, type Folder, type Piece } from './folder.ts'
import { FaultyFolder, top } from './faults.ts'

/** The course folder in a zip archive: the one folder in it, else the archive itself, named as its file is. */
export async function folderInArchive(bytes: Buffer, file: string): Promise<Folder> {
  const pieces = await piecesIn(bytes).catch(() => { throw new FaultyFolder([{ file, ...top, code: 'bad-archive', facts: {} }]) })
  const root = pieces.map(({ path }) => /^([^/]+)\/course\.yaml$/.exec(path)?.[1]).find(name => name !== undefined)
  if (root === undefined || pieces.some(({ path }) => path === 'course.yaml')) return textsOf(file.replace(/^.*[/\\]/, '').replace(/\.zip$/i, ''), pieces)
  // What stands beside that folder keeps its path, and so is named as what nobody expects.
  return textsOf(root, pieces.map(piece => ({ ...piece, path: piece.path.startsWith(`${root}/`) ? piece.path.slice(root.length + 1) : `../${piece.path}` })))
}

async function piecesIn(bytes: Buffer): Promise<Piece[]> {
  // Names are judged by us, each with its own fault: the library would stop at the first.
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false })
  const pieces: Piece[] = []
  let all = 0
  for await (const entry of zip.eachEntry()) {
    const path = nameOf(entry)
    if (path.endsWith('/')) continue
    const size = entry.uncompressedSize
    all += size
    pieces.push({ path, size, bytes: size > mostFor(path) || all > limits.all || pieces.length > limits.files ? () => Buffer.alloc(0) : await bytesOf(zip, entry) })
  }
  return pieces
}

const nameOf = ({ fileName }: Entry): string => {
  const name = fileName as unknown as Buffer
  return name.toString(isUtf8(name) ? 'utf8' : 'latin1')
}

const isLink = ({ externalFileAttributes }: Entry) => ((externalFileAttributes >>> 16) & 0o170000) === 0o120000

/** No more than it was said to hold: the library ends a stream that grows beyond. */
async function bytesOf(zip: ZipFile, entry: Entry): Promise<Piece['bytes']> {
  if (isLink(entry)) return 'not-a-file'
  if (entry.isEncrypted()) return 'encrypted'
  try {
    const bytes = await buffer(await zip.openReadStreamPromise(entry))
    return () => bytes
  } catch { return 'bad-archive' }
}
