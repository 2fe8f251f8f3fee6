import type { CliCommand } from '#platform/cli/cli.ts'
import type { Context } from '#trust/audit/audit.ts'
import { showDesk } from './desk/desk.ts'
import { messages } from './messages.ts'

/** For the officer's terminal: `--as` names them, and nobody else is answered. */
const list: CliCommand<Context> = {
  name: 'requests list', site: 'one',
  says: { ru: 'обращения, которые ждут ответа, и их сроки', kk: 'жауап күтіп тұрған өтініштер мен олардың мерзімдері', en: 'the requests that wait for an answer, and their deadlines' },
  async run({ act, site, locale }) {
    const { open } = await showDesk(await act(site), {})
    const said = open.map(({ number, kind, due_by, daysLeft }) => `${number}  ${messages[kind as keyof typeof messages]?.[locale] ?? kind}  ${due_by.toISOString().slice(0, 10)}  ${daysLeft}`)
    return { said, json: open.map(({ id, number, kind, asked_at, promised_by, due_by, daysLeft }) => ({ site, id, number, kind, askedAt: asked_at, promisedBy: promised_by, dueBy: due_by, workingDaysLeft: daysLeft })), broken: open.some(({ daysLeft }) => daysLeft < 0) }
  },
}

export const cliCommands = [list]
