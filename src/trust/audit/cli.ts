import { createPublicKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { CliCommand } from '#platform/cli/cli.ts'
import { fill } from '#platform/locale.ts'
import { keyFile } from '#platform/database/key-file.ts'
import { Refusal } from '#platform/refusal.ts'
import { witnessFrom } from '#platform/witness/witness.ts'
import type { Context } from './context.ts'
import { verifyExport } from './export/verify-export.ts'
import { messages } from './messages.ts'
import { sealLog } from './seal-log.ts'
import { verifyLog } from './verify-log.ts'

const verify: CliCommand<Context> = {
  name: 'audit verify', site: 'some',
  says: { ru: 'пересчитать весь журнал и сверить с отметками вне базы', kk: 'бүкіл журналды қайта есептеп, дерекқордан тыс белгілермен салыстыру', en: 'recompute the whole log and compare it with the checkpoints outside the database' },
  async run({ sites, system, locale }) {
    const rows = []
    for (const site of sites) {
      const { sealer, witness, now } = system(site)
      await sealLog(sealer, site, witness, now)
      rows.push({ site, ...await verifyLog(sealer, site, witness) })
    }
    const said = rows.map(({ site, entries, checkpoints, fault }) => `${site}  ${fault
      ? fill(messages[fault.what], { at: fault.at })[locale]
      : fill(messages.intact, { entries, batches: checkpoints })[locale]}`)
    return { said, json: rows, broken: rows.some(({ intact }) => !intact) }
  },
}

const verifyTaken: CliCommand<Context> = {
  name: 'audit verify-export', takes: ['file'], where: 'here',
  flags: { key: { value: 'file', says: { ru: 'открытый ключ школы; без него: ключ этой папки данных', kk: 'мектептің ашық кілті; онсыз: осы деректер қалтасының кілті', en: 'the public key of the school; without it: that of this data folder' } } },
  says: { ru: 'проверить подпись выгрузки журнала и назвать изменённый байт', kk: 'журнал шығарылымының қолтаңбасын тексеріп, өзгерген байтты атау', en: 'check the signature of an export of the log, and name a changed byte' },
  async run({ args, flags, settings, path, locale }) {
    const file = path(args.file!)
    const key = typeof flags.key === 'string' ? keyIn(path(flags.key)) : ownKey(settings.folder)
    const { sound, manifest, fault } = await verifyExport(contentOf(file), key)
    const about = manifest && { site: manifest.site, madeAt: manifest.madeAt, madeBy: manifest.madeBy, purpose: manifest.purpose, filters: manifest.filters, count: manifest.count }
    const said = fault ? fill(messages[`export-${fault.what}`], fault as Record<string, string | number>) : fill(messages['export-sound'], { count: manifest!.count, at: manifest!.madeAt, site: manifest!.site })
    return { said: [said[locale]], json: { file, sound, ...about, fault: fault ?? null }, broken: !sound }
  },
}

function contentOf(file: string): Buffer {
  try { return readFileSync(file) } catch { throw new Refusal(404, 'audit.export-no-file', { file }) }
}

function keyIn(file: string): KeyObject {
  const bad = new Refusal(422, 'audit.export-bad-key', { file })
  const pem = contentOf(file)
  let key
  try { key = createPublicKey(pem) } catch { throw bad }
  if (key.asymmetricKeyType !== 'ed25519') throw bad
  return key
}

/** Never made here: a new key would say of every export that it is not ours. */
function ownKey(folder: string): KeyObject {
  try { return createPublicKey(witnessFrom(keyFile(folder, 'audit-signing', true), []).key) } catch { throw new Refusal(409, 'audit.export-no-key') }
}

export const cliCommands = [verify, verifyTaken]
