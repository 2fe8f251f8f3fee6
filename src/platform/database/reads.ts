// Which columns an answer of the database shows: whoever is responsible for personal data is told of each, before anybody else sees it.
import pg from 'pg'

/** `place` is `schema.table.column`; `filled` says whether any row has something there. It may throw: then nobody gets the answer. */
export type SeeRead = (place: string, filled: () => boolean) => void

/** Asked once for each value that is read: who will be kept from it; undefined for nobody. */
export type Withholding = (place: string) => ((person: string) => boolean) | undefined

let see: SeeRead | undefined
let withhold: Withholding | undefined

export const handReads = (given: SeeRead, withholding: Withholding) => { [see, withhold] = [given, withholding] }
export const withholding: Withholding = place => withhold?.(place)

/** A column by the two numbers that stand in every answer. */
const key = (table: number, column: number) => table * 4096 + column

/** Reads the names of all columns once; the result looks at the answers of one database. */
export async function readsOf(admin: pg.Client) {
  const { rows } = await admin.query<{ oid: number; number: number; place: string }>(`
    select a.attrelid::int as oid, a.attnum as number, a.attrelid::regclass::text || '.' || a.attname as place from pg_attribute a
    where a.attnum > 0 and not a.attisdropped and a.attrelid in (select oid from pg_class where relkind in ('r', 'p') and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema'))`)
  const places = new Map(rows.map(({ oid, number, place }) => [key(oid, number), place]))
  return <Answer>(answer: Answer): Answer => {
    if (!see) return answer
    const { fields = [], rows: found } = answer as { fields?: pg.FieldDef[]; rows: Record<string, unknown>[] }
    for (const { tableID, columnID, name } of fields) {
      const place = tableID ? places.get(key(tableID, columnID)) : undefined
      if (place) see(place, () => found.some(row => row[name] !== null))
    }
    return answer
  }
}
