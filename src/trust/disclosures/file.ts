import type { Locale } from '#platform/locale.ts'
import { csvCell, columnInWords } from '#trust/rights/rights.ts'
import type { Handed } from './hand-over.ts'

const plain = (value: unknown) => Buffer.isBuffer(value) ? value.toString('hex') : value

/** For a program: what went, to whom, on which ground. */
export const asJson = (site: string, { number, recipient, ground, at, parts }: Handed): string => JSON.stringify({
  format: 'senim-disclosure/1', site, number, recipient, ground, at,
  data: Object.fromEntries(parts.map(({ table, columns, rows }) => [table, rows.map(row => Object.fromEntries(columns.map(name => [name, plain(row[name])])))])),
}, null, 2)

/** For people: a line for each value, in the order of its table. */
export const asCsv = ({ parts }: Handed, locale: Locale): string => '\ufeff' + ['table;row;field;value', ...parts.flatMap(({ table, columns, rows }) =>
  rows.flatMap((row, at) => columns.map(name => [table, at + 1, columnInWords(name, locale), row[name]].map(csvCell).join(';'))))].join('\r\n') + '\r\n'
