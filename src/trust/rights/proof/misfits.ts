import type { TableSchema } from '../copy-parts.ts'

const kinds: Record<string, (value: unknown) => boolean> = {
  null: value => value === null,
  boolean: value => typeof value === 'boolean',
  string: value => typeof value === 'string',
  number: value => typeof value === 'number',
  integer: value => Number.isInteger(value),
  array: value => Array.isArray(value),
  object: value => typeof value === 'object' && value !== null && !Array.isArray(value),
}

/** How many rows are not as the schema says. Knows no more of JSON Schema than our own schemas use. */
export function misfits(rows: unknown[], { items: { required, properties } }: TableSchema): number {
  const fits = (row: unknown) => kinds.object!(row)
    && required.every(name => name in (row as object))
    && Object.entries(row as object).every(([name, value]) => properties[name] && (properties[name].type === undefined || [properties[name].type].flat().some(type => kinds[type]!(value))))
  return rows.filter(row => !fits(row)).length
}
