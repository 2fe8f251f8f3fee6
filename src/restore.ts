// `senim restore`: a copy takes the place of a database while nobody works on it; the schools open again only behind the
// erasures that the ledger knows.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Call, CliCommand } from '#platform/cli/cli.ts'
import { openDataFolder, type DataFolder } from '#platform/data-folder/data-folder.ts'
import { openBenches } from '#platform/database/database.ts'
import { ledgerPlaces, openLedger } from '#platform/ledger/ledger.ts'
import { fill, type Facts } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import { keyProvider } from '#platform/sealing/sealing.ts'
import { shortenWitness, type Context } from '#trust/audit/audit.ts'
import { bringFilesBack, givenRoom, manifestOf, messages, reconcile, recordRestore, restoreCopy, type BroughtBack, type Manifest } from '#trust/backups/backups.ts'
import { openHouse, type House } from './house.ts'
import { copiesFolder, systemContext } from './site.ts'

/** Stands in the data folder from before the databases are exchanged until the schools have opened behind their erasures. */
const markIn = (folder: string) => join(folder, 'restoring')

/** Nobody is let in on top of half a restore. */
export function refuseUnfinishedRestore(folder: string) {
  if (existsSync(markIn(folder))) throw new Refusal(409, 'backups.unfinished', { file: readFileSync(markIn(folder), 'utf8').trim() })
}

type Copy = { file: string; manifest: Manifest }

export const restore: CliCommand<Context> = {
  name: 'restore', takes: ['file'], where: 'alone',
  flags: {
    replace: { says: { ru: 'заменить данные, которые уже есть', kk: 'бар деректі ауыстыру', en: 'replace the data that is there' } },
    files: { says: { ru: 'вернуть только файлы, базу не трогать', kk: 'тек файлдарды қайтару, дерекқорға тимеу', en: 'bring back the files alone, and leave the database as it is' } },
  },
  says: { ru: 'вернуть данные с файлами или хранилище ключей из копии в остановленную установку', kk: 'тоқтатылған орнатылымға файлдарымен бірге деректі немесе кілт қоймасын көшірмеден қайтару', en: 'bring the data with its files, or the key vault, back from a copy, into a stopped installation' },
  async run(call) {
    const folder = openDataFolder(call.settings)
    let copy: Copy
    try { copy = await (call.flags.files ? lookAt(call, folder) : exchange(call, folder)) } catch (error) { folder.release(); throw error }
    const { database, takenAt, rows } = copy.manifest
    const schools = await openAgain(call, folder, copy)
    const say = (key: keyof typeof messages, facts: Facts) => fill(messages[key], facts)[call.locale]
    const said = [...call.flags.files ? [] : [say('restored', { database, rows, at: takenAt.slice(0, 19).replace('T', ' ') })], ...schools.flatMap(school => wordsOf(school, copy.file, say))]
    return { said, json: { database, takenAt, rows, schools }, broken: schools.some(school => 'shut' in school || school.lost.length > 0 || school.stopped || school.files?.lost.length) }
  },
}

function wordsOf(school: School, file: string, say: (key: keyof typeof messages, facts: Facts) => string): string[] {
  if ('shut' in school) return [say('still-shut', { site: school.site, file })]
  const { lost, strangers, files, stopped, ...facts } = school
  return [
    say('reconciled', { ...facts, lost: lost.length, strangers: strangers.length }),
    ...files ? [say('files-back', { brought: files.brought, there: files.there, unknown: files.unknown }), ...files.lost.map(({ name, why }) => say(`file-${why}`, { name }))] : [],
    ...stopped ? [say('files-stopped', { why: stopped, file })] : [],
  ]
}

const named = ({ args, path }: Call, data: string) => [path(args.file!), join(copiesFolder(data), basename(args.file!))].find(each => existsSync(each)) ?? args.file!

/** The database stays; only a copy of the data has files. */
async function lookAt(call: Call, { path: data }: DataFolder): Promise<Copy> {
  const file = named(call, data)
  const manifest = await manifestOf(keyProvider(data), file)
  if (!manifest.files) throw new Refusal(409, 'backups.no-files', { file })
  return { file, manifest }
}

async function exchange(call: Call, { path: data }: DataFolder): Promise<Copy> {
  const benches = await openBenches(data, call.settings)
  try {
    const keys = keyProvider(data)
    const shelf = { ...benches, folder: copiesFolder(data), keys, ledger: await openLedger(ledgerPlaces(data, keys), keys) }
    const file = named(call, data)
    const begun = existsSync(markIn(data))
    const mark = () => writeFileSync(markIn(data), `${file}\n`, { flush: true, mode: 0o600 })
    return { file, manifest: await restoreCopy(shelf, file, { replace: begun || call.flags.replace === true, beforeExchange: mark }) }
  } finally { await benches.stop() }
}

/** `stopped` says why the files of this school could not be put back. */
type School = { site: string; people: number; lost: string[]; strangers: string[]; entries: number; files?: BroughtBack; stopped?: string } | { site: string; shut: true }

/** Opening a school deletes, from both databases, whomever the ledger names: none opens without it. Their files come behind it. */
async function openAgain(call: Call, folder: DataFolder, copy: Copy): Promise<School[]> {
  const house = await openHouse(call.settings, undefined, folder, { restored: true })
  try {
    const schools: School[] = [...house.shut.keys()].map(site => ({ site, shut: true }))
    for (const site of house.sites.values()) {
      const ctx = systemContext(house.ground, site, house.now())
      schools.push({ ...await compare(house, ctx, copy), ...copy.manifest.files && await filesBack(call, ctx, copy.file) })
    }
    if (!call.flags.files) rmSync(markIn(folder.path), { force: true })
    return schools
  } finally { await house.close() }
}

async function compare({ ground }: House, ctx: Context, { file }: Copy) {
  const entries = await shortenWitness(ground.sealer, ctx.site, ground.witness, ctx.now)
  await recordRestore(ctx, { file: basename(file) })
  return { site: ctx.site, entries, ...await reconcile(ctx) }
}

/** A school that no longer names its bucket, or a bucket that is away, keeps no other school from having its files. */
async function filesBack({ locale }: Call, ctx: Context, file: string): Promise<{ files: BroughtBack } | { stopped: string }> {
  try { return { files: await bringFilesBack(ctx, givenRoom().keys, file) } } catch (error) {
    const { sentenceOf } = await import('./obey.ts') // it knows the list of commands, in which this one stands
    return { stopped: sentenceOf(error, locale) }
  }
}
