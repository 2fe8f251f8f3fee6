import { basename, join } from 'node:path'
import { existsSync } from 'node:fs'
import type { Call, CliCommand } from '#platform/cli/cli.ts'
import { fill, type Locale } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import { filesIn, lostIn, type Lost } from './copy-files.ts'
import { drill } from './drill.ts'
import { copiesIn, newestOf } from './find-copies.ts'
import { makeCopy, type Books } from './keep-copies.ts'
import { messages } from './messages.ts'
import { verifyCopy } from './read-copy.ts'
import { repairs } from './restore-copy.ts'
import { refuseAbroad } from './stay-home.ts'
import { both, givenRoom, type Room } from './room.ts'

function booksOf({ sites, system, now }: Call<Context>): Books {
  if (!sites[0]) throw new Refusal(409, 'cli.no-such-site', { site: '' })
  return { db: system(sites[0]).db, sites, now }
}

const inMegabytes = (bytes: number) => Math.ceil(bytes / 104_857.6) / 10
/** Every file by name: names are ids, and whoever looks for one needs all of them. */
const sayLost = (lost: readonly Lost[], locale: Locale) => lost.map(({ name, why }) => fill(messages[`file-${why}`], { name })[locale])

/** Only the private half opens a copy: where it is, is said every time one is made. */
const keyLies = ({ keys }: Room) => keys.folder ? join(keys.folder, 'backup.key') : 'senim.backup'

const create: CliCommand<Context> = {
  name: 'backup create',
  says: { ru: 'зашифрованные копии данных с файлами и хранилища ключей, каждая отдельно', kk: 'дерек пен файлдардың және кілт қоймасының бөлек-бөлек шифрланған көшірмелері', en: 'encrypted copies of the data with its files and of the key vault, each apart' },
  async run(call) {
    const room = givenRoom()
    refuseAbroad(call.sites.map(site => call.system(site)))
    const made = []
    for (const which of both) made.push(await makeCopy(room, which, booksOf(call)))
    const rows = made.map(({ file, fresh, unread, manifest: { database, takenAt, rows, bytes, sha256, recipient, files } }) =>
      ({ file, database, takenAt, rows, bytes, sha256, recipient, key: keyLies(room), ...files && { files: { count: files.count, bytes: files.bytes, fresh, unread } } }))
    const said = rows.flatMap(({ files, ...row }) => [
      fill(messages.made, row)[call.locale],
      ...files ? [fill(messages['made-files'], { count: files.count, size: inMegabytes(files.bytes), fresh: files.fresh })[call.locale], ...files.unread.map(name => fill(messages['file-unread'], { name })[call.locale])] : [],
    ])
    return { said: [...said, fill(messages['key-lies'], { key: keyLies(room) })[call.locale]], json: rows, broken: rows.some(({ files }) => files?.unread.length) }
  },
}

const list: CliCommand<Context> = {
  name: 'backup list',
  says: { ru: 'какие копии есть', kk: 'қандай көшірмелер бар', en: 'which copies there are' },
  async run({ locale }) {
    const kept = await copiesIn(givenRoom())
    const said = kept.map(({ file, manifest }) => manifest
      ? fill(messages.listed, { file, database: manifest.database, at: manifest.takenAt.slice(0, 19).replace('T', ' '), rows: manifest.rows, bytes: manifest.bytes, files: manifest.files?.count ?? 0 })[locale]
      : fill(messages['listed-bad'], { file })[locale])
    const json = kept.map(({ file, manifest }) => ({ file, intact: manifest !== undefined, ...manifest && { database: manifest.database, takenAt: manifest.takenAt, rows: manifest.rows, bytes: manifest.bytes, files: manifest.files?.count ?? 0, ledger: manifest.ledger.number } }))
    return { said: said.length ? said : [messages.none[locale]], json, broken: kept.some(({ manifest }) => !manifest) }
  },
}

/** Those that were named, or the newest of each database. A name alone is looked for among the copies. */
async function chosen({ args, path }: Call<Context>, room: Room): Promise<string[]> {
  if (args.file) return [[path(args.file), join(room.folder, basename(args.file))].find(file => existsSync(file)) ?? args.file]
  const newest = await Promise.all(both.map(which => newestOf(room, which)))
  const files = newest.flatMap(made => made ? [made.file] : [])
  if (!files.length) throw new Refusal(409, 'backups.none')
  return files
}

const verify: CliCommand<Context> = {
  name: 'backup verify', takes: ['file?'],
  says: { ru: 'открыть копии и пересчитать всё, что в них', kk: 'көшірмелерді ашып, ішіндегінің бәрін қайта санау', en: 'open copies and count everything in them again' },
  async run(call) {
    const room = givenRoom()
    const rows = []
    for (const file of await chosen(call, room)) {
      const manifest = await verifyCopy(room.keys, file)
      const files = await filesIn(room.keys, file, manifest)
      rows.push({ file, database: manifest.database, takenAt: manifest.takenAt, rows: manifest.rows, tables: manifest.tables.length, files: files.size, lost: await lostIn(file, files, { reading: true }) })
    }
    const said = rows.flatMap(({ lost, ...row }) => [fill(messages.verified, { ...row, files: row.files - lost.length })[call.locale], ...sayLost(lost, call.locale)])
    return { said, json: rows, broken: rows.some(({ lost }) => lost.length > 0) }
  },
}

const tryOut: CliCommand<Context> = {
  name: 'backup drill', takes: ['file?'],
  says: { ru: 'восстановить копию для пробы рядом с работающей базой', kk: 'көшірмені жұмыс істеп тұрған дерекқордың қасында сынап қалпына келтіру', en: 'restore a copy for trial beside the running database' },
  async run(call) {
    const room = givenRoom()
    const rows = []
    for (const file of await chosen(call, room)) {
      const { manifest: { database, rows: count, files }, lost } = await drill(room, file, booksOf(call), repairs)
      rows.push({ file, database, rows: count, files: (files?.count ?? 0) - lost.length, lost, intact: !lost.length })
    }
    return { said: rows.flatMap(({ lost, intact: _, ...row }) => [fill(messages.drilled, row)[call.locale], ...sayLost(lost, call.locale)]), json: rows, broken: rows.some(({ intact }) => !intact) }
  },
}

export const cliCommands = [create, list, verify, tryOut]
