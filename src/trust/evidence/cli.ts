import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { CliCommand } from '#platform/cli/cli.ts'
import { inSite } from '#platform/database/database.ts'
import type { Context } from '#trust/audit/audit.ts'
import { checkPromises } from './check-promises.ts'
import { messages } from './messages.ts'
import { evidenceAsJson, evidenceOf } from './show-evidence.ts'

/** Which capability of the ledger an id belongs to; the product runs without the ledger too. */
function capabilities(): Map<string, string> {
  const file = new URL('../../../docs/promises.yaml', import.meta.url)
  if (!existsSync(file)) return new Map()
  const { promises } = parse(readFileSync(file, 'utf8')) as { promises: { id: string; capability: string }[] }
  return new Map(promises.map(({ id, capability }) => [id, capability]))
}

const promisesList: CliCommand<Context> = {
  name: 'promises', site: 'some',
  says: { ru: 'каждое обещание манифестов: выполняется ли, когда проверяли', kk: 'манифестердегі әр уәде: орындалуда ма, қашан тексерілді', en: 'every promise of the manifests: whether it is kept, and when that was checked' },
  flags: { check: { says: { ru: 'сначала проверить всё заново', kk: 'алдымен бәрін қайта тексеру', en: 'check everything anew first' } } },
  async run({ sites, system, locale, flags }) {
    if (flags.check) await Promise.all(sites.map(site => checkPromises(system(site))))
    const known = capabilities()
    const rows = (await Promise.all(sites.map(async site => {
      const ctx = system(site)
      const found = await inSite(ctx.db, site, db => evidenceOf(db, ctx.policy, ctx.now))
      return evidenceAsJson(site, found).map(({ says, ...row }) => ({ ...row, capabilities: [...new Set(row.ledger.flatMap(id => known.get(id) ?? []))], says }))
    }))).flat()
    const said = rows.map(({ site, id, state, figure, checkedAt }) => `${site}  ${id}  ${messages[state][locale]}  ${figure[locale]}  ${checkedAt.slice(0, 19).replace('T', ' ')}`)
    return { said, json: rows, broken: rows.some(({ state }) => state === 'broken') }
  },
}

export const cliCommands = [promisesList]
