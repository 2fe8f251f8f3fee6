// `senim restore`: a copy takes the place of a database while nobody works on it; the schools open again only behind the
// erasures that the ledger knows.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Call, CliCommand } from '#platform/cli/cli.ts'
import { openDataFolder, type DataFolder } from '#platform/data-folder/data-folder.ts'
import { openBenches } from '#platform/database/database.ts'
import { ledgerPlaces, openLedger } from '#platform/ledger/ledger.ts'
import { fill } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import { keyProvider } from '#platform/sealing/sealing.ts'
import { shortenWitness, type Context } from '#trust/audit/audit.ts'
import { messages, reconcile, recordRestore, restoreCopy } from '#trust/backups/backups.ts'
import { openHouse, type House } from './house.ts'
import { copiesFolder, systemContext } from './site.ts'

/** Stands in the data folder from before the databases are exchanged until the schools have opened behind their erasures. */
const markIn = (folder: string) => join(folder, 'restoring')

/** Nobody is let in on top of half a restore. */
export function refuseUnfinishedRestore(folder: string) {
  if (existsSync(markIn(folder))) throw new Refusal(409, 'backups.unfinished', { file: readFileSync(markIn(folder), 'utf8').trim() })
}

export const restore: CliCommand<Context> = {
  name: 'restore', takes: ['file'], where: 'alone',
  flags: { replace: { says: { ru: 'заменить данные, которые уже есть', kk: 'бар деректі ауыстыру', en: 'replace the data that is there' } } },
  says: { ru: 'вернуть данные или хранилище ключей из копии в остановленную установку', kk: 'тоқтатылған орнатылымға деректі немесе кілт қоймасын көшірмеден қайтару', en: 'bring the data or the key vault back from a copy, into a stopped installation' },
  async run(call) {
    const folder = openDataFolder(call.settings)
    let manifest: Awaited<ReturnType<typeof exchange>>
    try { manifest = await exchange(call, folder) } catch (error) { folder.release(); throw error }
    const { database, takenAt, rows } = manifest
    const schools = await openAgain(call, folder)
    const said = [fill(messages.restored, { database, rows, at: takenAt.slice(0, 19).replace('T', ' ') })[call.locale],
      ...schools.map(school => 'shut' in school ? fill(messages['still-shut'], { site: school.site })[call.locale]
        : fill(messages.reconciled, { ...school, lost: school.lost.length, strangers: school.strangers.length })[call.locale])]
    return { said, json: { database, takenAt, rows, schools }, broken: schools.some(school => 'shut' in school || school.lost.length > 0) }
  },
}

async function exchange({ args, flags, path, settings }: Call, { path: data }: DataFolder) {
  const benches = await openBenches(data, settings)
  try {
    const keys = keyProvider(data)
    const room = { ...benches, folder: copiesFolder(data), keys, ledger: await openLedger(ledgerPlaces(data, keys), keys) }
    const file = [path(args.file!), join(room.folder, basename(args.file!))].find(each => existsSync(each)) ?? args.file!
    const begun = existsSync(markIn(data))
    const mark = () => writeFileSync(markIn(data), `${file}\n`, { flush: true, mode: 0o600 })
    return await restoreCopy(room, file, { replace: begun || flags.replace === true, beforeExchange: mark })
  } finally { await benches.stop() }
}

type School = { site: string; people: number; lost: string[]; strangers: string[]; entries: number } | { site: string; shut: true }

/** Opening a school deletes, from both databases, whomever the ledger names: none opens without it. */
async function openAgain(call: Call, folder: DataFolder): Promise<School[]> {
  const house = await openHouse(call.settings, undefined, folder, { restored: true })
  try {
    const schools: School[] = [...house.shut.keys()].map(site => ({ site, shut: true }))
    for (const site of house.sites.values()) schools.push(await compare(house, systemContext(house.ground, site, house.now()), call.args.file!))
    rmSync(markIn(folder.path), { force: true })
    return schools
  } finally { await house.close() }
}

async function compare({ ground }: House, ctx: Context, file: string): Promise<School> {
  const entries = await shortenWitness(ground.sealer, ctx.site, ground.witness, ctx.now)
  await recordRestore(ctx, { file: basename(file) })
  return { site: ctx.site, entries, ...await reconcile(ctx) }
}
