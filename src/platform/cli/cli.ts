// The operator's command line: modules declare their commands, this reads what was typed and finds the one meant.
import type { Locale, Text } from '#platform/locale.ts'
import type { Settings } from '#platform/settings/settings.ts'

export { helpOf, helpOfAll } from './help.ts'
export { readArguments, type Typed } from './arguments.ts'
export { askInstance, listenForCommands, socketIn, type Order, type Reply } from './control-socket.ts'
export { languageOf } from './language.ts'
export { messages } from './messages.ts'

/** `value` names what stands after the flag; without it the flag stands alone. */
export type Flag = { says: Text; value?: string; required?: true }

/**
 * What a command is given. `act` makes a context, outside of a transaction, for the person named by `--as` (in a demo, that
 * school's operator); `system` one for nobody, `house` one for what belongs to no single school. `sites` are the open schools, narrowed by `--site`; `path` finds a file
 * where the one who typed stands; `progress` tells what takes long; `given` is what came by standard input, for a command that `reads` it.
 */
export type Call<Ctx = any, House = any> = {
  args: Record<string, string>
  flags: Record<string, string | true>
  locale: Locale
  settings: Settings
  now: Date
  sites: string[]
  site: string
  act: (site: string) => Promise<Ctx>
  system: (site: string) => Ctx
  house: () => House
  path: (typed: string) => string
  given: Uint8Array
  progress: (line: string) => void
}

/** `said` is printed line by line, `json` when asked for; `broken` ends with exit code 1, for scripts that watch. */
export type Answer = { said: string[]; json: unknown; broken?: boolean }

/**
 * One command. `takes` are what stands after its name, a trailing `?` may be left out. `site: 'one'` needs `--site` (unless there
 * is only one), `'some'` may have it. `where`: 'house' joins the running instance or opens the house for itself, 'alone' needs that
 * no instance is running and gets no house, 'here' needs nothing. `reads`: it takes standard input, a byte more than so many at most.
 */
export type CliCommand<Ctx = any, House = any> = {
  name: string
  says: Text
  takes?: readonly string[]
  flags?: Record<string, Flag>
  site?: 'one' | 'some'
  where?: 'house' | 'alone' | 'here'
  reads?: number
  run: (call: Call<Ctx, House>) => Promise<Answer>
}
