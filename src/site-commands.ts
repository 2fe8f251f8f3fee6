// Which schools stand in this house, and bringing in another.
import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { CliCommand } from '#platform/cli/cli.ts'
import { ownSites, siteFolders, slugOf } from '#platform/data-folder/data-folder.ts'
import { fill, type Locale } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import { faultLine, PolicyFaults, readPolicy } from '#trust/policy/policy.ts'
import { filesOf } from '#trust/publication/publication.ts'
import { FaultyFolder, readSchoolFolder, schoolFolderOf, wordsOf } from '#school/courses/courses.ts'
import { controls } from './product.ts'
import { readSettings } from './site-settings.ts'
import { messages } from './start-messages.ts'
import type { HouseInHand } from './obey.ts'

const siteList: CliCommand<Context> = {
  name: 'site list',
  says: { ru: 'школы и их адреса', kk: 'мектептер және олардың мекенжайлары', en: 'the schools and their addresses' },
  async run({ sites, system }) {
    const rows = sites.map(slug => ({ site: slug, address: system(slug).address.href }))
    return { said: rows.map(({ site, address }) => `${site}  ${address}`), json: rows }
  },
}

const siteAdd: CliCommand<Context, HouseInHand> = {
  name: 'site add', takes: ['folder'],
  says: { ru: 'открыть школу из её папки: манифест, настройки, курсы', kk: 'мектепті қалтасынан ашу: манифест, баптаулар, курстар', en: 'open a school from its folder: manifest, settings, courses' },
  async run({ args, path, house, locale, settings }) {
    const from = resolve(path(args.folder!))
    const slug = slugOf(basename(from))
    if (siteFolders().has(slug)) throw new Refusal(409, 'start.school-there', { slug })
    const wrong = readOrSayWhy(slug, from, locale)
    if (wrong) return { said: wrong.said, json: { site: slug, faults: wrong.faults }, broken: true }
    const at = bringIn(from, join(ownSites(settings.folder), slug))
    const { refresh, addressOf } = house()
    await refresh()
    const opened = addressOf(slug)
    if (!(opened instanceof URL)) { // what reading could not see: it goes again, and nothing has happened
      rmSync(at, { recursive: true })
      await refresh()
      throw opened
    }
    return { said: [fill(messages['school-added'], { site: slug, address: opened.href })[locale]], json: { site: slug, address: opened.href, faults: [] } }
  },
}

/** Everything that a start would read, before anything is copied. */
function readOrSayWhy(slug: string, folder: string, locale: Locale): { said: string[]; faults: object[] } | undefined {
  try {
    readPolicy(filesOf(slug, folder), controls)
    readSettings(folder)
    readSchoolFolder(schoolFolderOf(folder))
  } catch (error) {
    if (error instanceof PolicyFaults) return { said: error.faults.map(fault => faultLine(fault, locale)), faults: error.faults }
    if (error instanceof FaultyFolder) return { said: error.faults.map(fault => wordsOf(fault, locale)), faults: error.faults }
    throw error
  }
  return undefined
}

/** In one step: a refresh that comes in between finds the whole folder, or none. */
function bringIn(from: string, to: string): string {
  const aside = join(dirname(dirname(to)), `coming-${basename(to)}`)
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  rmSync(aside, { recursive: true, force: true })
  cpSync(from, aside, { recursive: true })
  renameSync(aside, to)
  return to
}

export const siteCommands = [siteList, siteAdd]
