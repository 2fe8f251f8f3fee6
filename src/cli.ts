// Where `senim …` begins: understands what was typed, and carries it out here, in the running instance, or in a house of its own.
import { resolve } from 'node:path'
import { askInstance, languageOf, type Call, type Order, type Reply, type Typed } from '#platform/cli/cli.ts'
import { holderOf } from '#platform/data-folder/data-folder.ts'
import { Refusal } from '#platform/refusal.ts'
import { readSettings, type Settings } from '#platform/settings/settings.ts'
import { openHouse } from './house.ts'
import { carryOut, obey, replyTo, understand } from './obey.ts'

const order: Order = { typed: process.argv.slice(2), locale: languageOf(process.env), cwd: process.env.SENIM_CWD ?? process.cwd() }
const progress = (line: string) => console.error(line)

async function run(): Promise<Reply> {
  const understood = understand(order)
  if ('code' in understood) return understood
  try {
    const settings = readSettings(process.env, order.cwd)
    if (understood.command.reads) order.given = (await readInput(understood.command.reads)).toString('base64')
    if (process.env.SENIM_BACKUPS) process.env.SENIM_BACKUPS = resolve(order.cwd, process.env.SENIM_BACKUPS) // named from where the operator stands
    if (understood.command.where === 'here') return await carryOut(understood.command, callWithoutHouse(understood, settings))
    const reply = understood.command.where === 'alone' ? undefined : await askInstance(settings.folder, order, progress)
    return reply ?? await runAlone(understood, settings)
  } catch (error) { return replyTo(error, order.locale) }
}

async function runAlone(understood: Typed, settings: Settings): Promise<Reply> {
  const { command } = understood
  if (command.where === 'alone') {
    const pid = holderOf(settings.folder)
    if (pid) throw new Refusal(409, 'cli.is-running', { pid })
    return carryOut(command, callWithoutHouse(understood, settings))
  }
  const house = await openHouse(settings)
  return obey(house, order, progress).finally(() => house.close())
}

/** A byte more than may be is enough to see that it is too much. */
async function readInput(most: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of process.stdin) {
    parts.push(part)
    if ((length += part.length) > most) break
  }
  return Buffer.concat(parts).subarray(0, most + 1)
}

function callWithoutHouse({ args, flags }: Typed, settings: Settings): Call {
  const none = (): never => { throw new Error('This command was declared to need no school') }
  return { args, flags, settings, locale: order.locale, now: new Date(), sites: [], site: '', act: none, system: none, house: none, path: typed => resolve(order.cwd, typed), given: Buffer.alloc(0), progress }
}

const { out, err, code } = await run()
for (const line of out) console.log(line)
for (const line of err) console.error(line)
process.exitCode = code
if (process.connected) process.disconnect?.()
