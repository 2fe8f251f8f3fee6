import type pg from 'pg'

/** A table to be copied: the columns that hold something of their own, and whether row security walls it by site. */
export type Copied = { table: string; columns: string[]; walled: boolean }

/** Everything that survives a crash. What is derived is unlogged, and built anew; the record of migrations stands in the manifest. */
export async function copiedTables(client: pg.Client): Promise<Copied[]> {
  const { rows } = await client.query<Copied>(`
    select format('%I.%I', n.nspname, c.relname) as table, c.relrowsecurity as walled,
      (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')::text[] as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'database')
    order by 1`)
  return rows
}

export async function migrationsIn(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from database.migrations order by name')
  return rows.map(({ name }) => name)
}

/** On a server of one's own the administrator may be held by row security too; then rows are read school by school. */
export async function walksThroughWalls(client: pg.Client): Promise<boolean> {
  const { rows: [role] } = await client.query<{ free: boolean }>('select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user')
  return role!.free
}
