import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Paths from the folder's root, with "/", and what the files say. */
export type Folder = { name: string; files: Map<string, string> }

/** Reads plain files only: a link that leads out of the folder is not followed. */
export function folderOf(path: string): Folder {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const paths = entries.map(entry => join(entry.parentPath, entry.name)).sort()
  return { name: path, files: new Map(paths.map(file => [relative(path, file).replaceAll('\\', '/'), plain(readFileSync(file, 'utf8'))])) }
}

const plain = (text: string) => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')

/** The part of a folder below a path, as a folder of its own. */
export const within = ({ name, files }: Folder, path: string): Folder => ({
  name: `${name}/${path}`,
  files: new Map([...files].filter(([file]) => file.startsWith(`${path}/`)).map(([file, text]) => [file.slice(path.length + 1), text])),
})
