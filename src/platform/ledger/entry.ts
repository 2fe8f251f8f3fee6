import { createHash, createPrivateKey, createPublicKey, hkdfSync, createHmac, sign, verify, type KeyObject } from 'node:crypto'

export type Kind = 'own' | 'law'
/** One line of the ledger. `who` is a keyed hash: the ledger names nobody to someone without its key. */
export type Entry = { number: number; site: string; who: string; kinds: Kind[]; at: string; reason: string; previous: string; signature: string }

export const start = Buffer.alloc(32).toString('base64url')

/** What the ledger signs and hashes people with, from its 32 bytes. */
export function ledgerKeys(secret: Buffer) {
  const part = (name: string) => Buffer.from(hkdfSync('sha256', secret, '', `senim ledger 1 ${name}`, 32))
  // RFC 8410: an Ed25519 private key in PKCS 8 is this prefix and 32 bytes.
  const signing = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), part('signature')]), format: 'der', type: 'pkcs8' })
  const people = part('people')
  return {
    signing,
    verifying: createPublicKey(signing),
    who: (site: string, person: string) => createHmac('sha256', people).update(`${site} ${person}`).digest('base64url').slice(0, 32),
  }
}

export function writeLine(entry: Omit<Entry, 'signature'>, signing: KeyObject): string {
  return JSON.stringify({ ...entry, signature: sign(null, said(entry), signing).toString('base64url') })
}

export const isSigned = (entry: Entry, verifying: KeyObject) => verify(null, said(entry), verifying, Buffer.from(entry.signature, 'base64url'))

/** The name of a line, and of everything before it, since each holds the name of the one before. */
export const hashOf = (line: string) => createHash('sha256').update(line).digest('base64url')

export function readLine(line: string): Entry | undefined {
  try {
    const entry = JSON.parse(line) as Entry
    return Number.isInteger(entry.number) && Array.isArray(entry.kinds) && typeof entry.signature === 'string' ? entry : undefined
  } catch { return undefined }
}

const said = ({ number, site, who, kinds, at, reason, previous }: Omit<Entry, 'signature'>) =>
  Buffer.from(JSON.stringify(['senim erasure 1', number, site, who, kinds, at, reason, previous]))
