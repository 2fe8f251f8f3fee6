import { leafHash } from './merkle-tree.ts'

export type StoredEntry = {
  site: string; id: string; number: number; at: Date; actor: string | null; role: string; act: string
  subject: string | null; details: Buffer | { bytes: Buffer } | null; outcome: string; purpose: string | null; thing: string | null
}

/** The hash is over ciphertext: when the key of a person is gone, the log still verifies. A deed on no thing hashes as it did before things were named. */
export const leafOf = (entry: StoredEntry) => {
  const bytes = entry.details === null ? null : Buffer.isBuffer(entry.details) ? entry.details : entry.details.bytes
  return leafHash(Buffer.from(JSON.stringify([entry.site, entry.id, Number(entry.number), entry.at.toISOString(), entry.actor, entry.role, entry.act,
    entry.subject, bytes?.toString('base64') ?? null, entry.outcome, entry.purpose, ...entry.thing === null ? [] : [entry.thing]])))
}
