// Signed documents of a school: sites/<slug>/attestations.yaml. A sentence that rests on one is never proved without it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { siteFolder } from '#platform/data-folder/data-folder.ts'

const Said = z.strictObject({ ru: z.string(), kk: z.string(), en: z.string() })
const Country = z.string().regex(/^[A-Z]{2}$/)
/** Where a document says that the data lies, as countries. */
const Places = z.strictObject({ database: Country, files: Country, backups: Country })
const Attestation = z.strictObject({ title: Said, signed: z.iso.date(), until: z.iso.date(), by: z.string().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/), places: Places.optional() })
export type Attestation = z.infer<typeof Attestation>

/** A document of a school that is signed and has not run out; nothing where there is none. */
export function attestationInForce(site: string, id: string, now: Date): Attestation | undefined {
  const document = attestationOf(site, id)
  return document && new Date(document.until) >= now && new Date(document.signed) <= now ? document : undefined
}

function attestationOf(site: string, id: string): Attestation | undefined {
  const file = join(siteFolder(site), 'attestations.yaml')
  if (!existsSync(file)) return undefined
  return z.record(z.string(), Attestation).parse(parse(readFileSync(file, 'utf8')) ?? {})[id]
}
