// The house: data folder, databases, schools. Whoever serves, works or runs a command opens it, and closes it again.
import { analyticsAt } from '#platform/analytics/analytics.ts'
import { openDataFolder, siteFolder, useSiteFolders, type DataFolder } from '#platform/data-folder/data-folder.ts'
import { inSite, openDatabases, type Databases } from '#platform/database/database.ts'
import { closeDoors, hostIn } from '#platform/doors/doors.ts'
import { logFault } from '#platform/fault.ts'
import { transportFor, type Transport } from '#platform/mail/mail.ts'
import type { Settings } from '#platform/settings/settings.ts'
import type { Context } from '#trust/audit/audit.ts'
import { handService, writeVisits } from '#trust/interaction/interaction.ts'
import { demoAnnounced, demoEnded, demoSince, seedPeople } from '#people/demo/demo.ts'
import { assignTeacher, untaughtRuns } from '#school/courses/courses.ts'
import * as office from '#school/office/office.ts'
import { readActivity, seedLearning } from '#school/learning/learning.ts'
import { keepOutboxIn, lettersOf } from './outbox.ts'
import { importedMarks, keepMark, markOf } from './taught-files.ts'
import { removalBegun, removeDemo } from './remove-demo.ts'
import { refuseUnfinishedRestore } from './restore.ts'
import { layGround, openSite, readSite, slugs, systemContext, type Ground, type Site } from './site.ts'

export type House = {
  settings: Settings
  folder: DataFolder
  databases: Databases
  ground: Ground
  /** The open schools by host, and the ones that had to stay shut, with the reason. */
  sites: Map<string, Site>
  shut: Map<string, unknown>
  now: () => Date
  transport: Transport
  /** Opens the schools anew: a manifest may have changed, a version may have come into force. */
  refresh: () => Promise<void>
  close: () => Promise<void>
}

/** Tells what takes long, and nothing of what does not. */
export type Patience = <R>(saying: 'database' | 'schools' | 'removing-demo', work: () => Promise<R>) => Promise<R>

export async function openHouse(settings: Settings, patiently: Patience = (_, work) => work(), folder = openDataFolder(settings), { restored = false } = {}): Promise<House> {
  useSiteFolders(folder)
  try {
    if (!restored) refuseUnfinishedRestore(folder.path)
    openDoorsTo(settings)
    const databases = await patiently('database', () => openDatabases(folder.path, undefined, { databaseUrl: settings.databaseUrl, vaultUrl: settings.vaultUrl }))
    try { return await furnish(settings, folder, databases, patiently, restored) } catch (error) {
      await databases.close()
      throw error
    }
  } catch (error) {
    folder.release()
    throw error
  }
}

async function furnish(settings: Settings, folder: DataFolder, databases: Databases, patiently: Patience, restored: boolean): Promise<House> {
  const ground = await layGround(databases, folder.path)
  const transport = transportFor({ smtpUrl: settings.smtpUrl, folder: folder.path, mode: folder.mode })
  keepOutboxIn(folder.path, { shown: !settings.smtpUrl && folder.mode !== 'production' })
  office.hand({ mode: folder.mode, outbox: lettersOf })
  handService(settings.analyticsUrl ? analyticsAt(settings.analyticsUrl) : undefined)
  const house: House = {
    settings, folder, databases, ground, sites: new Map(), shut: new Map(), now: folder.now, transport,
    refresh: () => openSchools(house, restored),
    async close() {
      transport.close()
      await writeVisits(ground.db)
      await Promise.all([ground.vault.close(), ground.files.close()])
      await databases.close()
      folder.release()
    },
  }
  await patiently('schools', house.refresh)
  // It was cut short: nobody comes in before it has come to its end.
  if (removalBegun(folder)) await patiently('removing-demo', () => removeDemo(house).ended)
  return house
}

/** The machines that the settings name, and the schools' own names: probes knock at these as a visitor does. */
function openDoorsTo({ host, databaseUrl, vaultUrl, smtpUrl, s3Url, analyticsUrl }: Settings, own: readonly string[] = []) {
  closeDoors([...[databaseUrl, vaultUrl, smtpUrl, s3Url, analyticsUrl, process.env.CLAMD_URL].map(hostIn), host, ...own], host => console.error(`nothing is sent to ${host}: no setting names it`))
}

/** A school whose policy cannot be kept stays shut, and keeps no other from opening. */
async function openSchools(house: House, restored: boolean) {
  const { settings, ground, databases, sites, shut, now } = house
  const imported = await importedMarks(databases)
  for (const slug of slugs()) {
    try {
      const mark = markOf(slug)
      const files = readSite(slug, imported.get(slug) !== mark)
      const address = addressOf(slug, files.settings.domains, house)
      const begins = house.folder.mode === 'demo' && !imported.has(slug)
      const open = (how: object) => openSite(ground, { slug, address, ...files, ...begins && { taughtSince: demoSince(now()) }, ...how }, now())
      let site = await open(begins ? { next: undefined } : {})
      // Half of a restore is not a school without people: the other half brings them back.
      if (house.folder.mode === 'demo' && !restored && !removalBegun(house.folder) && !sites.has(address.host)) await seedDemo(systemContext(ground, site, now()), site)
      // The invented were there when the change was announced, and were told of it.
      if (begins && files.next) site = await open({ announcedAt: demoAnnounced(now()) })
      if (files.school) await keepMark(databases, slug, mark)
      sites.set(address.host, site)
      shut.delete(slug)
    } catch (error) {
      if (!shut.has(slug)) logFault(slug, error)
      shut.set(slug, error)
      for (const [host, site] of sites) if (site.slug === slug) sites.delete(host)
    }
  }
  openDoorsTo(settings, [...sites.values()].flatMap(site => site.settings.domains))
}

/** The invented people of a school, and what they have done so far; its invented teacher has what is taught there. */
async function seedDemo(ctx: Context, { slug, settings: { people } }: Site) {
  if (await demoEnded(ctx)) return
  const ids = await seedPeople(ctx, people)
  const teacher = people.find(({ role }) => role === 'teacher')
  if (teacher) for (const run of await inSite(ctx.db, ctx.site, untaughtRuns, { session: 'system', now: ctx.now })) await assignTeacher(ctx, { run, person: ids[teacher.key]! })
  const activity = readActivity(siteFolder(slug))
  if (activity) await seedLearning(ctx, ids, activity)
}

/** A school at work has its own domain, and is reached over TLS, ours or that of a proxy; in a demo it has a name on this machine. */
export function addressOf(slug: string, domains: readonly string[], { settings: { port, tls }, folder: { mode } }: Pick<House, 'settings' | 'folder'>): URL {
  return new URL(mode === 'production' ? `https://${domains[0]}` : `${tls ? 'https' : 'http'}://${slug}.localhost:${port}`)
}
