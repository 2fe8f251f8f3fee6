// npm run ledger [-- --json]: for each school, how many promises of the ledger its manifest keeps, and how many of these a test proves.
import { existsSync, readFileSync } from 'node:fs'
import { ledgerOf, readLedger, readProved } from './ledger-count.ts'

const counts = ledgerOf(readLedger(), slug => existsSync(`sites/${slug}/policy.yaml`) ? readFileSync(`sites/${slug}/policy.yaml`, 'utf8') : '', readProved())
if (process.argv.includes('--json')) console.log(JSON.stringify(counts, null, 2))
else {
  console.table(Object.fromEntries(Object.entries(counts).map(([slug, { total, inManifest, proved }]) => [slug, { total, inManifest, proved }])))
  const sum = (name: 'total' | 'inManifest' | 'proved') => Object.values(counts).reduce((all, count) => all + count[name], 0)
  console.log(`${sum('proved')} of ${sum('total')} proved, ${sum('inManifest')} in the manifests`)
}
