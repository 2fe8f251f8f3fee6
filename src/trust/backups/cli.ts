import { basename, join } from 'node:path'
import { existsSync } from 'node:fs'
import type { Call, CliCommand } from '#platform/cli/cli.ts'
import { fill } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import { copiesAbroad } from '#trust/evidence/evidence.ts'
import { copiesIn, drill, makeCopy, newestOf, type Books } from './keep-copies.ts'
import { messages } from './messages.ts'
import { verifyCopy } from './read-copy.ts'
import { repairs } from './restore-copy.ts'
import { both, givenRoom, type Room } from './room.ts'

function booksOf({ sites, system, now }: Call<Context>): Books {
  if (!sites[0]) throw new Refusal(409, 'cli.no-such-site', { site: '' })
  return { db: system(sites[0]).db, sites, now }
}

/** Only the private half opens a copy: where it is, is said every time one is made. */
const keyLies = ({ keys }: Room) => keys.folder ? join(keys.folder, 'backup.key') : 'senim.backup'

const create: CliCommand<Context> = {
  name: 'backup create',
  says: { ru: 'зашифрованные копии данных и хранилища ключей, каждая отдельно', kk: 'дерек пен кілт қоймасының бөлек-бөлек шифрланған көшірмелері', en: 'encrypted copies of the data and of the key vault, each apart' },
  async run(call) {
    const room = givenRoom()
    refuseAbroad(call)
    const made = []
    for (const which of both) made.push(await makeCopy(room, which, booksOf(call)))
    const rows = made.map(({ file, manifest: { database, takenAt, rows, bytes, sha256, recipient } }) => ({ file, database, takenAt, rows, bytes, sha256, recipient, key: keyLies(room) }))
    return { said: [...rows.map(row => fill(messages.made, row)[call.locale]), fill(messages['key-lies'], { key: keyLies(room) })[call.locale]], json: rows }
  },
}

/** No copy goes to a country that a school has promised its data does not go to. */
function refuseAbroad({ sites, system }: Call<Context>) {
  for (const site of sites) {
    const country = copiesAbroad(system(site))
    if (country) throw new Refusal(409, 'backups.abroad', { site, country })
  }
}

const list: CliCommand<Context> = {
  name: 'backup list',
  says: { ru: 'какие копии есть', kk: 'қандай көшірмелер бар', en: 'which copies there are' },
  async run({ locale }) {
    const kept = await copiesIn(givenRoom())
    const said = kept.map(({ file, manifest }) => manifest
      ? fill(messages.listed, { file, database: manifest.database, at: manifest.takenAt.slice(0, 19).replace('T', ' '), rows: manifest.rows, bytes: manifest.bytes })[locale]
      : fill(messages['listed-bad'], { file })[locale])
    const json = kept.map(({ file, manifest }) => ({ file, intact: manifest !== undefined, ...manifest && { database: manifest.database, takenAt: manifest.takenAt, rows: manifest.rows, bytes: manifest.bytes, ledger: manifest.ledger.number } }))
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
      const { database, takenAt, rows: count, tables } = await verifyCopy(room.keys, file)
      rows.push({ file, database, takenAt, rows: count, tables: tables.length })
    }
    return { said: rows.map(row => fill(messages.verified, row)[call.locale]), json: rows }
  },
}

const tryOut: CliCommand<Context> = {
  name: 'backup drill', takes: ['file?'],
  says: { ru: 'восстановить копию для пробы рядом с работающей базой', kk: 'көшірмені жұмыс істеп тұрған дерекқордың қасында сынап қалпына келтіру', en: 'restore a copy for trial beside the running database' },
  async run(call) {
    const room = givenRoom()
    const rows = []
    for (const file of await chosen(call, room)) {
      const { database, rows: count } = await drill(room, file, booksOf(call), repairs)
      rows.push({ file, database, rows: count, intact: true })
    }
    return { said: rows.map(row => fill(messages.drilled, { file: row.file, rows: row.rows })[call.locale]), json: rows }
  },
}

export const cliCommands = [create, list, verify, tryOut]
