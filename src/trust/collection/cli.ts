import type { CliCommand } from '#platform/cli/cli.ts'
import { inSite } from '#platform/database/database.ts'
import { fill, type Locale } from '#platform/locale.ts'
import type { Context } from '#trust/audit/audit.ts'
import { coverage, type Coverage } from './coverage.ts'
import { messages } from './messages.ts'

const compare: CliCommand<Context> = {
  name: 'coverage', site: 'some',
  says: { ru: 'сверить каждое поле форм и каждый столбец с данными людей с тем, что называет политика', kk: 'нысандардың әр өрісін және адамдар дерегі бар әр бағанды саясатта аталғанмен салыстыру', en: 'compare every field of the forms and every column about people with what the policy names' },
  async run({ sites, system, locale }) {
    const rows = await Promise.all(sites.map(async site => {
      const ctx = system(site)
      return { site, ...await inSite(ctx.db, site, db => coverage(db, ctx.map, ctx.policy), { session: 'system', now: ctx.now }) }
    }))
    return { said: rows.flatMap(row => sentencesOf(row, locale)), json: rows, broken: rows.some(({ undeclared }) => undeclared.length > 0) }
  },
}

function sentencesOf({ site, fields, places, undeclared, idle, unasked }: Coverage & { site: string }, locale: Locale): string[] {
  const say = (key: keyof typeof messages, facts: Record<string, string | number>) => `${site}: ${fill(messages[key], facts)[locale]}`
  return [
    ...undeclared.map(thing => 'form' in thing
      ? say(thing.category ? 'undeclared-field' : 'field-of-no-kind', { field: thing.field, form: thing.form, category: thing.category ?? '' })
      : say('undeclared-column', { column: `${thing.table}.${thing.column}`, category: thing.category })),
    ...idle.map(category => say('idle-category', { category })),
    ...unasked.map(category => say('unasked-category', { category })),
    ...undeclared.length ? [] : [say('all-declared', { fields: fields.length, columns: places.length })],
  ]
}

export const cliCommands = [compare]
