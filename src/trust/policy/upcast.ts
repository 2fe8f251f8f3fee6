import { fill } from '#platform/locale.ts'
import type { Fault } from './faults.ts'
import { messages } from './messages.ts'

type Manifest = Record<string, unknown>
/** From the form numbered here to the next one. The files on disk and in the archive are never rewritten. */
export const upcasters: Record<number, (older: Manifest) => Manifest> = {}

export const currentForm = 1

/** Brings an older manifest into today's form. */
export function upcast(data: unknown, refuse: (faults: Fault[]) => void, steps = upcasters, current = currentForm): unknown {
  if (typeof data !== 'object' || data === null || !Number.isInteger((data as Manifest).schema)) return data
  let manifest = data as Manifest
  if (Number(manifest.schema) > current) refuse([{ path: ['schema'], says: fill(messages['fault-schema-newer'], { found: Number(manifest.schema) }) }])
  while (Number(manifest.schema) < current && steps[Number(manifest.schema)])
    manifest = { ...steps[Number(manifest.schema)]!(manifest), schema: Number(manifest.schema) + 1 }
  return manifest
}
