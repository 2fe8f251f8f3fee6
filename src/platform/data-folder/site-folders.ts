import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../refusal.ts'

const withSenim = 'sites'
let roots = [withSenim]

/** A house stands on the schools that come with Senim, unless it was begun without them, and on those in its own data folder. */
export function useSiteFolders({ path, demo }: { path: string; demo: boolean }) {
  roots = [...demo ? [withSenim] : [], ownSites(path)]
}

export const ownSites = (path: string) => join(path, 'sites')

/** The folder of each school by its slug; what comes with Senim goes before a folder of the same name. */
export function siteFolders(): Map<string, string> {
  const found = roots.flatMap(root => globSync(`${root}/*/policy.yaml`).map(dirname)).map(folder => [basename(folder), folder] as const)
  return new Map(found.reverse().toSorted(([one], [other]) => one < other ? -1 : one > other ? 1 : 0))
}

/** Where a school's folder is, or would be: a name, never a way to somewhere else. @throws Refusal data-folder.not-a-slug */
export const siteFolder = (slug: string) => siteFolders().get(slug) ?? join(roots.at(-1)!, slugOf(slug))

/** @throws Refusal data-folder.not-a-slug for what cannot be the name of a school's folder and of its address. */
export function slugOf(name: string): string {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name)) throw new Refusal(409, 'data-folder.not-a-slug', { slug: name })
  return name
}
