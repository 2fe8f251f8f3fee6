import type { Call, CliCommand } from '#platform/cli/cli.ts'
import { fill } from '#platform/locale.ts'
import type { Context } from '#trust/audit/audit.ts'
import { previewRetention, runRetention, type DueNow } from './due-now.ts'
import { messages } from './messages.ts'

const told = (line: 'cli-due' | 'cli-erased', ask: (ctx: Context, raw: object) => Promise<DueNow[]>) => async ({ sites, act, locale }: Call<Context>) => {
  const rows = []
  for (const site of sites) rows.push(...(await ask(await act(site), {})).map(row => ({ site, ...row })))
  return { said: rows.map(row => fill(messages[line], row)[locale]), json: rows }
}

export const cliCommands: CliCommand<Context>[] = [
  { name: 'retention preview', says: messages['cli-preview'], site: 'some', run: told('cli-due', previewRetention) },
  { name: 'retention run', says: messages['cli-run'], site: 'some', run: told('cli-erased', runRetention) },
]
