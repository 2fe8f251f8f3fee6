import { closeSync, opendirSync, openSync, readSync, statSync } from 'node:fs'
import { isUtf8 } from 'node:buffer'
import { join, relative } from 'node:path'
import { FaultList, placeOf, top, type Fault } from './faults.ts'

/** Paths from the folder's root, with "/", and what the files say; `media` are the bytes of videos and their posters. `unread` are the faults of those that could not be read as text. */
export type Folder = { name: string; files: Map<string, string>; media?: Map<string, Uint8Array>; unread?: Fault[] }

/** One thing in a folder or an archive: how to get its bytes, or why there are none. */
export type Piece = { path: string; size: number; bytes: (() => Buffer) | 'not-a-file' | 'encrypted' | 'bad-archive' }

export const megabyte = 1_048_576
/** Far above any course that was ever written, and far below what would keep a machine busy. */
export const limits = { files: 1000, file: megabyte, video: 4 * megabyte, all: 16 * megabyte }
/** What is no text: videos, and the pictures they begin with. */
const isMedia = (path: string) => /(^|\/)videos\/[a-z0-9-]+\.(webm|mp4|jpg)$/.test(path)
export const mostFor = (path: string, most: Pick<typeof limits, 'file' | 'video'> = limits) => /\.(webm|mp4)$/.test(path) && isMedia(path) ? most.video : most.file

/** Reads the plain files of a course's folder. Links are not followed but named as faults, and so is everything else that is no text. */
export const folderOf = (path: string): Folder => textsOf(path, piecesIn(path, path, /./))

/** The files of a school's folder that say what it teaches: its policy, its brand and its demonstration have readers of their own. */
export const schoolFolderOf = (path: string): Folder =>
  textsOf(path, piecesIn(path, path, /^(about\.|trajectories\.yaml$|courses(\/|$))/), { ...limits, files: Infinity, all: Infinity })

/** Texts from bytes that nobody has vouched for: too many, too large, not UTF-8, not text at all. */
export function textsOf(name: string, pieces: Iterable<Piece>, most = limits): Folder {
  const files = new Map<string, string>()
  const media = new Map<string, Uint8Array>()
  const unread: Fault[] = []
  let all = 0
  for (const { path, size, bytes } of pieces) {
    if (isLitter(path)) continue
    const faults = new FaultList(`${name}/${path}`, unread)
    if (files.size + media.size + unread.length >= most.files) {
      new FaultList(name, unread).add(top, 'too-many-files', { most: most.files })
      break
    }
    if (!isProper(path)) faults.add(top, 'bad-path')
    else if (files.has(path) || media.has(path)) faults.add(top, 'file-twice')
    else if (typeof bytes === 'string') faults.add(top, bytes)
    else if (size > mostFor(path, most)) faults.add(top, 'file-too-large', { most: mostFor(path, most) / megabyte })
    else if ((all += size) > most.all) {
      new FaultList(name, unread).add(top, 'folder-too-large', { most: most.all / megabyte })
      break
    } else if (isMedia(path)) media.set(path, new Uint8Array(bytes()))
    else {
      const text = textIn(bytes(), faults)
      if (text !== undefined) files.set(path, text)
    }
  }
  const sorted = <V>(map: Map<string, V>) => new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)))
  return { name, files: sorted(files), media: sorted(media), unread }
}

/** What editors and machines leave beside the files: nobody wrote it, and nobody misses it. */
const isLitter = (path: string) => path.split('/').some(part => /^\.(?!\.?$)|^__MACOSX$|^Thumbs\.db$|^desktop\.ini$/i.test(part))
/** A path inside the folder, on every system alike. */
const isProper = (path: string) => path.length <= 200 && !/[\\:\0-\x1F\x7F]/.test(path) && path.split('/').every(part => part !== '' && part !== '.' && part !== '..')

// What no text contains, and PostgreSQL or a browser would stumble over.
const control = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/

function textIn(bytes: Buffer, faults: FaultList): string | undefined {
  const text = bytes.toString('utf8')
  if (!isUtf8(bytes)) return void faults.add(placeOf(text, text.indexOf('\uFFFD')), 'not-utf8')
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const odd = control.exec(plain)
  return odd ? void faults.add(placeOf(plain, odd.index), 'control-character') : plain
}

/** A word that came by an escape in YAML has passed by the look at the file. */
export const isPlain = (words: string) => !control.test(words) && words.isWellFormed()

function* piecesIn(root: string, folder: string, taught: RegExp): Generator<Piece> {
  const entries = opendirSync(folder)
  const found: { path: string; directory: boolean; file: boolean }[] = []
  try {
    for (let entry = entries.readSync(); entry; entry = entries.readSync())
      found.push({ path: join(folder, entry.name), directory: entry.isDirectory(), file: entry.isFile() })
  } finally { entries.closeSync() }
  for (const { path, directory, file } of found.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const inside = relative(root, path).replaceAll('\\', '/')
    if (!taught.test(inside) || isLitter(inside)) continue
    if (directory) yield* piecesIn(root, path, taught)
    else yield file ? pieceAt(path, inside) : { path: inside, size: 0, bytes: 'not-a-file' }
  }
}

function pieceAt(path: string, inside: string): Piece {
  const { size } = statSync(path)
  return { path: inside, size, bytes: () => beginningOf(path, size) }
}

/** No more of a file than it was said to have: it may be growing. */
function beginningOf(path: string, size: number): Buffer {
  const bytes = Buffer.alloc(size)
  const file = openSync(path, 'r')
  try { return bytes.subarray(0, readSync(file, bytes)) } finally { closeSync(file) }
}

/** Could this file not be read? Then that is its fault, and nothing else is said of it. */
export const isUnread = ({ name, unread = [] }: Folder, path: string) => unread.some(({ file }) => file === `${name}/${path}`)

/** The part of a folder below a path, as a folder of its own. */
export function within({ name, files, media = new Map(), unread = [] }: Folder, path: string): Folder {
  const below = `${name}/${path}`
  const inside = <V>(map: Map<string, V>) => new Map([...map].filter(([file]) => file.startsWith(`${path}/`)).map(([file, content]) => [file.slice(path.length + 1), content] as const))
  return {
    name: below, unread: unread.filter(({ file }) => file.startsWith(`${below}/`)),
    files: inside(files), media: inside(media),
  }
}
