// The pages of a copy that a person reads: the same in three languages, since whoever is shown them need not be who asked.
import { fill, locales, speaker, type Locale } from '#platform/locale.ts'
import { dateInWords } from '#platform/ui/ui.ts'
import { actName, detailsInWords, roleName, type Context } from '#trust/audit/audit.ts'
import { categoriesOf, sourceInWords, type ShownCategory } from './categories.ts'
import { columnWords } from './column-words.ts'
import { asValue, type Part, type Row } from './copy-parts.ts'
import { messages } from './messages.ts'

/** A table of the copy with the rows that its pages show, and how many it has. */
export type ShownPart = Part & { shown: Row[]; count: number }
type Files = { href: string; name: string }[]
type Told = Pick<Context, 'policy' | 'now' | 'zone'>

/** Every value is here up to this many of a table, the latest; the files for programs have all of them. */
export const mostShown = 100

const own: Record<Locale, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' }
const style = 'body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}section{margin:2.5rem 0}div.wide{overflow-x:auto}table{border-collapse:collapse}th,td{border:1px solid #999;padding:.3rem .6rem;text-align:left;vertical-align:top}dt{font-weight:600}.quiet{opacity:.75}'

const whole = (locale: string, title: string, body: unknown) => `<!doctype html>${
  <html lang={locale}>
    <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>{title}</title><style>{style}</style></head>
    <body>{body as string}</body>
  </html>}`

/** The first page: one way on in each language. */
export function coverPage({ policy }: Told): string {
  const title = (locale: Locale) => fill(messages['copy-title'], { school: policy.name[locale] })[locale]
  return whole('kk', locales.map(title).join(' · '), locales.map(locale => <p lang={locale}><a href={`${locale}.html`}>{title(locale)}</a> ({own[locale]})</p>))
}

/** Everything that is held, kind by kind: why, until when, who gets it, and the values themselves. What there is nothing of comes last. */
export function readingPage(parts: ShownPart[], files: Files, told: Told, locale: Locale): string {
  const say = speaker(messages, locale)
  const title = fill(messages['copy-title'], { school: told.policy.name[locale] })[locale]
  const categories = new Map(categoriesOf(told.policy).map(each => [each.category, each]))
  const [some, none] = [parts.filter(({ count }) => count > 0), parts.filter(({ count }) => count === 0)]
  const explained = new Set<string>()
  return whole(locale, title, <>
    <p>{locales.filter(each => each !== locale).map(each => <><a href={`${each}.html`} lang={each}>{own[each]}</a> </>)}</p>
    <h1>{title}</h1>
    <p>{dateInWords(told.now, locale, 'moment', told.zone)}</p>
    <p>{say('copy-inside')}</p>
    {some.map(part => <PartSection part={part} kinds={kindsOf(part, categories)} isNew={each => !explained.has(each) && Boolean(explained.add(each))} told={told} locale={locale} />)}
    {files.length > 0 && <section><h2>{say('copy-files')}</h2><ul>{files.map(({ href, name }) => <li><a href={href}>{name}</a></li>)}</ul></section>}
    {none.length > 0 && <section><h2>{say('copy-empty')}</h2><ul>{none.map(part => <li>{namesOf(kindsOf(part, categories), locale)}: <Links of={part} /></li>)}</ul></section>}
  </>)
}

/** A school declares all it collects: a kind it does not name stands in a column that stays empty. */
const kindsOf = ({ table }: Part, categories: Map<string, ShownCategory>): ShownCategory[] =>
  [...new Set(table.columns.flatMap(({ note }) => note.says === 'data' ? categories.get(note.category) ?? [] : []))]

const namesOf = (kinds: ShownCategory[], locale: Locale) => kinds.map(({ what }) => what[locale]).join(', ') || messages['copy-not-kept'][locale]

const Links = ({ of: { table } }: { of: Part }) => <>{['json', 'csv'].map(kind => <><a href={`data/${table.name}.${kind}`}>{`${table.name}.${kind}`}</a> </>)}</>

function PartSection({ part, kinds, isNew, told, locale }: { part: ShownPart; kinds: ShownCategory[]; isNew: (category: string) => boolean; told: Told; locale: Locale }) {
  const say = speaker(messages, locale)
  return (
    <section>
      <h2>{namesOf(kinds, locale)}</h2>
      {kinds.filter(({ category }) => isNew(category)).map(kind => ({ ...kind, from: sourceInWords(kind, locale) })).map(({ what, why, basis, from, until, recipients }) => (
        <dl>
          <dt>{what[locale]}: {say('what-for')}</dt><dd>{why[locale]} ({basis[locale]})</dd>
          <dt>{say('source')}</dt><dd>{from}</dd>
          <dt>{say('until')}</dt><dd>{until[locale]}</dd>
          <dt>{say('recipients')}</dt><dd>{recipients.map(each => each[locale]).join(', ') || say('nobody')}</dd>
        </dl>
      ))}
      <p class="quiet">{say('records-count', { count: part.count })}{part.count > part.shown.length && `. ${say('copy-latest', { count: part.shown.length })}`} <Links of={part} /></p>
      <Values part={part} told={told} locale={locale} />
    </section>
  )
}

/** Columns in which nothing stands are left out, and so are the numbers and hashes by which programs tell records apart. */
function Values({ part: { table, columns, shown }, told, locale }: { part: ShownPart; told: Told; locale: Locale }) {
  const technical = new Set(table.columns.filter(({ type, note }) => type === 'uuid' || type === 'xid8' || (type === 'bytea' && note.says !== 'data')).map(({ name }) => name))
  const filled = columns.filter(name => !technical.has(name) && shown.some(row => row[name] !== null && row[name] !== '' && !Buffer.isBuffer(row[name])))
  if (!filled.length) return null
  const head = (name: string) => columnWords[name]?.[locale] ?? name.replaceAll('_', ' ')
  const [only, second] = shown
  // One record reads better downwards.
  if (only && !second) return <table><tbody>{filled.map(name => <tr><th scope="row">{head(name)}</th><td>{inWords(name, only[name], told, locale)}</td></tr>)}</tbody></table>
  return (
    <div class="wide"><table>
      <thead><tr>{filled.map(name => <th scope="col">{head(name)}</th>)}</tr></thead>
      <tbody>{shown.map(row => <tr>{filled.map(name => <td>{inWords(name, row[name], told, locale)}</td>)}</tr>)}</tbody>
    </table></div>
  )
}

/** Signs of the log and of requests are named as they are everywhere else. */
const named: Record<string, (sign: string, locale: Locale) => string> = { act: actName, role: roleName, details: detailsInWords, kind: detailsInWords }

function inWords(column: string, value: unknown, { zone }: Told, locale: Locale): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateInWords(value, locale, 'moment', zone)
  if (typeof value === 'string') return named[column]?.(value, locale) ?? value
  if (typeof value === 'boolean') return messages[value ? 'flag-yes' : 'flag-no'][locale]
  return typeof value === 'object' && !Buffer.isBuffer(value) ? JSON.stringify(value) : String(asValue(value))
}
