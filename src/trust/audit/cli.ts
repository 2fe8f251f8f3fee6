import type { CliCommand } from '#platform/cli/cli.ts'
import { fill } from '#platform/locale.ts'
import type { Context } from './context.ts'
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

export const cliCommands = [verify]
