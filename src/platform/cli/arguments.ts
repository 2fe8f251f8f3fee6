import { Refusal } from '#platform/refusal.ts'
import type { CliCommand, Flag } from './cli.ts'

/** What was typed, understood. */
export type Typed = { command: CliCommand; args: Record<string, string>; flags: Record<string, string | true>; help: boolean }

const everywhere: Record<string, Pick<Flag, 'value'>> = { json: {}, help: {}, site: { value: 'slug' }, as: { value: 'login' }, at: { value: 'moment' } }

/** Reads `senim <command> <arguments> --flags`. Nothing understood: no command. What makes no sense is a Refusal with status 422. */
export function readArguments(typed: readonly string[], commands: readonly CliCommand[]): Typed | undefined {
  if (!typed.length || typed[0] === '--help' || typed[0] === '-h' || typed[0] === 'help') return undefined
  const command = [...commands].sort((a, b) => b.name.length - a.name.length)
    .find(({ name }) => name.split(' ').every((word, index) => typed[index] === word))
  if (!command) throw new Refusal(422, 'cli.unknown-command', { command: typed.filter(word => !word.startsWith('-')).slice(0, 2).join(' ') || typed[0]! })
  const { words, flags } = separate(command, typed.slice(command.name.split(' ').length))
  const help = flags.help !== undefined
  return { command, flags, help, args: help ? {} : named(command, words, flags) }
}

function separate(command: CliCommand, typed: readonly string[]) {
  const known = { ...everywhere, ...command.flags }
  const words: string[] = []
  const flags: Record<string, string | true> = {}
  for (let index = 0; index < typed.length; index++) {
    const word = typed[index]!
    if (!word.startsWith('--')) { words.push(word); continue }
    const [name = '', given] = word.slice(2).split(/=(.*)/s)
    const flag = known[name]
    if (!flag) throw new Refusal(422, 'cli.unknown-flag', { flag: word, command: command.name })
    const value = !flag.value ? true : given ?? typed[++index]
    if (value === undefined || (value !== true && value.startsWith('--')) || (!flag.value && given !== undefined))
      throw new Refusal(422, flag.value ? 'cli.flag-needs-value' : 'cli.flag-takes-no-value', { flag: `--${name}`, value: flag.value ?? '' })
    flags[name] = value
  }
  return { words, flags }
}

function named(command: CliCommand, words: string[], flags: Record<string, string | true>) {
  const takes = command.takes ?? []
  const missing = takes.filter(name => !name.endsWith('?'))[words.length] ?? Object.entries(command.flags ?? {}).find(([name, flag]) => flag.required && !flags[name])?.[0]
  if (missing) throw new Refusal(422, 'cli.missing', { command: command.name, what: takes.includes(missing) ? `<${missing}>` : `--${missing}` })
  if (words.length > takes.length) throw new Refusal(422, 'cli.too-much', { word: words[takes.length]!, command: command.name })
  return Object.fromEntries(words.map((word, index) => [takes[index]!.replace('?', ''), word]))
}
