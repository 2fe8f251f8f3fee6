import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

export type Ledger = { seeds: { code: string; site: string }[]; promises: { id: string; capability: string }[] }
export type Count = { total: number; inManifest: number; proved: number; unproved: string[] }

export const readLedger = (): Ledger => parse(readFileSync(new URL('../docs/promises.yaml', import.meta.url), 'utf8'))

/** docs/proved.json, written by the last recorded run of the tests: each proved promise with the tests that prove it. */
export function readProved(): Set<string> {
  const file = new URL('../docs/proved.json', import.meta.url)
  return new Set(existsSync(file) ? Object.keys(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>) : [])
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
