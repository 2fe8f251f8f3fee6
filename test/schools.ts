// The five schools as newcomers meet them: by what each asks, and how it lets people in.
import { readSite } from '../src/site.ts'
import type { openTestDatabases, School } from './fixtures.ts'

type Ground = Awaited<ReturnType<typeof openTestDatabases>>

/** A school of its own like the one of that name; `edit` changes its manifest first. */
export const schoolOf = ({ school }: Ground, slug: string, edit = (manifest: string) => manifest): Promise<School> =>
  school(slug, { manifest: edit(readSite(slug).manifest) })

/** What somebody types into the form of a school. */
export function typed(here: School, over: Record<string, string> = {}): Record<string, string> {
  const mark = crypto.randomUUID().slice(0, 8)
  const all: Record<string, string> = {
    name: 'Аружан Сапарова', first_name: 'Аружан', last_name: 'Сапарова', login: `aru.${mark}`, email: `aru.${mark}@mail.example`, phone: '+7 701 555 01 23',
    birth_date: '1994-05-17', city: 'Қостанай', password: 'nine quiet paper boats',
  }
  const fields = here.policy.registration.fields.map(({ field }) => field.replace('-', '_'))
  const agrees = here.policy.promises.some(({ verb, subject, rule }) => verb === 'ask' && subject === 'acceptance' && (rule as { on: string[] }).on.includes('registration'))
  return { ...Object.fromEntries(fields.map(name => [name, all[name]!])), ...agrees && { policy: '1', agree: 'on' }, ...over }
}
