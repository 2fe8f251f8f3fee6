import type { Locale } from '#platform/locale.ts'
import type { CliCommand } from './cli.ts'
import { messages } from './messages.ts'

/** The page of `senim --help`: what is in the list works, what does not work is not in it. */
export function helpOfAll(commands: readonly CliCommand[], locale: Locale): string[] {
  const rows = commands.map(command => [`senim ${shapeOf(command, false)}`, command.says[locale]] as const)
  const width = Math.max(...rows.map(([shape]) => shape.length))
  return [messages.title[locale], '', ...rows.map(([shape, says]) => `  ${shape.padEnd(width)}  ${says}`), '', messages.everywhere[locale], messages.modes[locale]]
}

export function helpOf(command: CliCommand, locale: Locale): string[] {
  const flags = Object.entries(command.flags ?? {}).map(([name, { value, says }]) => [`--${name}${value ? ` <${value}>` : ''}`, says[locale]] as const)
  const width = Math.max(0, ...flags.map(([flag]) => flag.length))
  return [command.says[locale], '', `  senim ${shapeOf(command, true)}`, ...flags.map(([flag, says]) => `    ${flag.padEnd(width)}  ${says}`), '', messages.everywhere[locale]]
}

function shapeOf({ name, takes = [], flags = {}, site }: CliCommand, all: boolean) {
  const places = takes.map(word => word.endsWith('?') ? `[${word.slice(0, -1)}]` : `<${word}>`)
  const named = Object.entries(flags).filter(([, { required }]) => all || required)
    .map(([flag, { value, required }]) => { const shape = `--${flag}${value ? ` <${value}>` : ''}`; return required ? shape : `[${shape}]` })
  return [name, ...places, ...site === 'one' ? ['--site <slug>'] : site === 'some' ? ['[--site <slug>]'] : [], ...named].join(' ')
}
