import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

export type Ledger = { seeds: { code: string; site: string }[]; promises: { id: string; capability: string }[] }
export type Count = { total: number; inManifest: number; proved: number; unproved: string[] }
type Recorded = { name: string; passed: boolean }

export const readLedger = (): Ledger => parse(readFileSync(new URL('../docs/promises.yaml', import.meta.url), 'utf8'))

const mostInOneTest = 3

/** The ids that a test of the last recorded run carries and that passed. A test proves three at most: with more in its name it proves none. */
export function idsProvedBy(tests: readonly Recorded[]): Set<string> {
  return new Set(tests.filter(({ passed }) => passed).flatMap(({ name }) => {
    const ids = [...new Set(name.match(/\b(MQ|LP|MX|CL|WD)-\d{3}\b/g) ?? [])]
    return ids.length <= mostInOneTest ? ids : []
  }))
}

/** docs/proved.json, written by the last full run of the tests. */
export function readProved(): Set<string> {
  const file = new URL('../docs/proved.json', import.meta.url)
  return existsSync(file) ? idsProvedBy((JSON.parse(readFileSync(file, 'utf8')) as { tests: Recorded[] }).tests) : new Set()
}

/** An id counts as proved when its school's manifest names it and a test proves it. */
export function ledgerOf({ seeds, promises }: Ledger, manifestOf: (slug: string) => string, proved: ReadonlySet<string>): Record<string, Count> {
  return Object.fromEntries(seeds.map(({ code, site }) => {
    const ids = promises.map(({ id }) => id).filter(id => id.startsWith(`${code}-`))
    const named = new Set(idsIn(manifestOf(site)))
    const strangers = [...named].filter(id => !ids.includes(id))
    if (strangers.length) throw new Error(`sites/${site}/policy.yaml keeps what its ledger does not have: ${strangers.join(', ')}`)
    const unproved = ids.filter(id => !named.has(id) || !proved.has(id))
    return [site, { total: ids.length, inManifest: named.size, proved: ids.length - unproved.length, unproved }]
  }))
}

type Manifest = { chapters?: { promises?: { keeps?: string[] }[] }[] } | null

const idsIn = (manifest: string): string[] =>
  ((parse(manifest) as Manifest)?.chapters ?? []).flatMap(({ promises = [] }) => promises.flatMap(({ keeps = [] }) => keeps))
