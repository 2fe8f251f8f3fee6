// Signed documents of a school: sites/<slug>/attestations.yaml. A sentence that rests on one is never proved without it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { siteFolder } from '#platform/data-folder/data-folder.ts'

const Said = z.strictObject({ ru: z.string(), kk: z.string(), en: z.string() })
const Attestation = z.strictObject({ title: Said, signed: z.iso.date(), until: z.iso.date(), by: z.string().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
export type Attestation = z.infer<typeof Attestation>

/** A document of a school, or nothing where it has none. */
export function attestationOf(site: string, id: string): Attestation | undefined {
  const file = join(siteFolder(site), 'attestations.yaml')
  if (!existsSync(file)) return undefined
  return z.record(z.string(), Attestation).parse(parse(readFileSync(file, 'utf8')) ?? {})[id]
}
