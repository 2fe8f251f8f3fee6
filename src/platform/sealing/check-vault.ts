import type { Vault } from './vault.ts'

/** Throws when a key is missing or the ledger is not the newest; ends the erasures that a restored vault does not know of. */
export async function checkVault(vault: Vault) {
  await vault.siteKeys.check()
  const seen = await vault.db.selectFrom('sealing.ledger_heads').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst()
  if (seen && !await vault.ledger.has(seen)) throw new Error(`The vault has seen entry ${seen.number} of the erasure ledger, and this ledger has no such entry: bring the newest copy back`)
  const head = await vault.ledger.head()
  if (head.number === (seen?.number ?? 0)) return
  for (const { site } of await vault.db.selectFrom('sealing.sites').select('site').execute()) await vault.replay(site)
  await vault.remember(head)
}
