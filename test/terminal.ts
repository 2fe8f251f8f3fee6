// A command as the terminal gives it, in a school of a test.
import type { Call, CliCommand } from '#platform/cli/cli.ts'
import { carryOut } from '../src/obey.ts'
import { noon, type Member, type School } from './fixtures.ts'

type Typed = Partial<Pick<Call, 'args' | 'flags' | 'now' | 'given'>>

/** What the command is given when this person types it. */
export const callOf = (here: School, as: Pick<Member, 'ctx'>, { args = {}, flags = {}, now = noon, given = Buffer.alloc(0) }: Typed = {}): Call => ({
  args, flags, now, locale: 'en', settings: {} as never, site: here.slug, sites: [here.slug], house: () => undefined,
  system: () => ({ ...here.system, now }), act: async () => ({ ...as.ctx, now }), path: typed => typed, given, progress: () => {},
})

/** Carries it out, and reads what a script would read. */
export async function typed(commands: readonly CliCommand[], name: string, call: Call) {
  const { out, code } = await carryOut(commands.find(each => each.name === name)!, { ...call, flags: { ...call.flags, json: true } })
  return { code, json: JSON.parse(out.join('\n')) }
}
