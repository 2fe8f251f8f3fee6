// One command from one who typed it to what they see: the same in the running instance and in a house opened for it alone.
import { resolve } from 'node:path'
import { ZodError } from 'zod'
import about from '../package.json' with { type: 'json' }
import { helpOf, helpOfAll, readArguments, type Call, type CliCommand, type Order, type Reply, type Typed } from '#platform/cli/cli.ts'
import { logFault } from '#platform/fault.ts'
import { fill, type Locale } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import { actAs } from './act-as.ts'
import { commands } from './commands.ts'
import type { House } from './house.ts'
import { messages } from './product.ts'
import { removeDemo, type Removal } from './remove-demo.ts'
import { systemContext } from './site.ts'
import { houseContext, type HouseContext } from './worker.ts'

/** Understands what was typed, or answers with help (exit 0), or with what makes no sense (exit 2). */
export function understand({ typed, locale }: Pick<Order, 'typed' | 'locale'>): Typed | Reply {
  if (typed[0] === '--version') return { out: [`senim ${about.version}`], err: [], code: 0 }
  try {
    const understood = readArguments(typed, commands)
    if (!understood) return { out: helpOfAll(commands, locale), err: [], code: 0 }
    return understood.help ? { out: helpOf(understood.command, locale), err: [], code: 0 } : understood
  } catch (error) { return replyTo(error, locale) }
}

export async function obey(house: House, { typed, locale, cwd, given = '' }: Order, progress: (line: string) => void): Promise<Reply> {
  const understood = understand({ typed, locale })
  if ('code' in understood) return understood
  const { command, args, flags } = understood
  const undo: (() => Promise<unknown>)[] = []
  try {
    const now = momentOf(flags.at, house)
    const open = new Map([...house.sites.values()].map(site => [site.slug, site]))
    const sites = chosen([...open.keys()], command, flags.site)
    return await carryOut(command, {
      args, flags, locale, now, settings: house.settings, sites, site: sites[0] ?? '', progress,
      path: typed => resolve(cwd, typed),
      given: Buffer.from(given, 'base64'),
      system: site => systemContext(house.ground, open.get(site)!, now),
      house: () => inHand(house, now),
      async act(site): Promise<Context> {
        const { ctx, end } = await actAs(systemContext(house.ground, open.get(site)!, now), flags.as, command.name, house.folder.mode, locale)
        undo.push(end)
        return ctx
      },
    })
  } catch (error) { return replyTo(error, locale) } finally { for (const step of undo) await step() }
}

export async function carryOut(command: CliCommand, call: Call): Promise<Reply> {
  const { said, json, broken } = await command.run(call)
  return { out: call.flags.json ? [JSON.stringify(json, null, 2)] : said, err: [], code: broken ? 1 : 0 }
}

/** One sentence in the language of whoever typed. Only what we did not expect gets a number, and is in the log under it. */
export function replyTo(error: unknown, locale: Locale): Reply {
  const usage = error instanceof Refusal && error.status === 422 && error.code.startsWith('cli.')
  return { out: [], err: [sentenceOf(error, locale)], code: usage ? 2 : 1 }
}

export function sentenceOf(error: unknown, locale: Locale): string {
  if (error instanceof ZodError) return error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; ')
  if (!(error instanceof Refusal)) return fill(messages.cli!.fault!, { number: logFault('command', error) })[locale]
  const [module = '', key = ''] = error.status === 403 ? ['cli', 'not-this-person'] : error.code.split('.')
  return fill(messages[module]?.[key] ?? messages.common!['not-found']!, error.facts)[locale]
}

/** What commands of no single school are given. `addressOf` is where a school is open, or why it is not. */
export type HouseInHand = HouseContext & { refresh: () => Promise<void>; addressOf: (slug: string) => URL | unknown; removeDemo: () => Removal }

const inHand = (house: House, now: Date): HouseInHand => ({
  ...houseContext(house, now), refresh: house.refresh, removeDemo: () => removeDemo(house),
  addressOf: slug => [...house.sites.values()].find(site => site.slug === slug)?.address ?? house.shut.get(slug),
})

function momentOf(at: string | true | undefined, { folder, now }: House): Date {
  if (typeof at !== 'string') return now()
  if (folder.mode === 'production') throw new Refusal(409, 'cli.no-other-time')
  const moment = new Date(at)
  if (Number.isNaN(moment.getTime())) throw new Refusal(422, 'cli.not-a-moment', { at })
  return moment
}

function chosen(open: string[], { site: needs }: CliCommand, asked: string | true | undefined): string[] {
  if (typeof asked === 'string' && !open.includes(asked)) throw new Refusal(409, 'cli.no-such-site', { site: asked })
  const sites = typeof asked === 'string' ? [asked] : open
  if (needs === 'one' && sites.length !== 1) throw new Refusal(422, 'cli.which-site')
  return sites
}
