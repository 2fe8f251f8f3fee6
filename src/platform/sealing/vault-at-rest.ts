// A vault that nobody is working on, seen by its administrator: while it is copied, or brought back.
import type pg from 'pg'
import type { KeyProvider } from './key-provider.ts'

export async function sitesInVault(client: pg.Client): Promise<string[]> {
  return (await client.query<{ site: string }>('select site from sealing.sites order by site')).rows.map(({ site }) => site)
}

/** Every head of the erasure ledger that this vault has acted on; none where there is no vault yet. */
export async function headsInVault(client: pg.Client): Promise<{ number: number; hash: string }[]> {
  const { rows: [found] } = await client.query<{ there: boolean }>(`select to_regclass('sealing.ledger_heads') is not null as there`)
  if (!found!.there) return []
  return (await client.query<{ number: number; hash: string }>('select number::int as number, hash from sealing.ledger_heads')).rows
}

/** The first site key without which a vault cannot be opened, or nothing when all are there. For a vault that is not in use yet. */
export async function missingSiteKey(client: pg.Client, keys: KeyProvider): Promise<string | undefined> {
  for (const site of await sitesInVault(client)) {
    await client.query(`set app.site = '${site.replace(/[^a-z0-9-]/g, '')}'`)
    const { rows } = await client.query<{ name: string }>(`
      select 'epoch-' || number as name from sealing.epochs e where site = $1 and (closed_at is null or exists (select from sealing.keys k where k.site = e.site and k.epoch = e.number))
      union all select 'blind-' || version from sealing.indexes where site = $1 and retired_at is null`, [site])
    const kept = new Set(await keys.list(site))
    const missing = rows.find(({ name }) => !kept.has(name))
    if (missing) return `${site}/${missing.name}`
  }
  return undefined
}
