import { createPublicKey, sign, verify } from 'node:crypto'
import type { Witness } from '#platform/witness/witness.ts'

type Facts = { number: string; run: string; course: unknown; issued_at: Date }

// Sorted keys: JSON that came back from the database may have them in another order.
const body = (site: string, { number, run, course, issued_at }: Facts) =>
  Buffer.from(['senim certificate', site, number, run, issued_at.toISOString(), sorted(course)].join('\n'))

const sorted = (value: unknown): string => JSON.stringify(value, (_, each) =>
  each && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort()) : each)

/** Signed with a key outside the database: a row that somebody adds by hand verifies nowhere. */
export const signCertificate = ({ key }: Witness, site: string, facts: Facts) => sign(null, body(site, facts), key)
export const isGenuine = ({ key }: Witness, site: string, facts: Facts & { signature: Buffer }) =>
  verify(null, body(site, facts), createPublicKey(key), facts.signature)
