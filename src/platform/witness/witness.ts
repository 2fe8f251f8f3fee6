// Witness: signed checkpoints (size and root of a log), kept where the administrator of the database cannot write.
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Checkpoint = { size: number; root: Buffer; at: Date; signature: Buffer }
/** `folders` lie outside the database, at least two of them; the key as well. */
export type Witness = { key: KeyObject; folders: string[] }

// RFC 8410: what precedes the 32 secret bytes of an Ed25519 key in PKCS #8.
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

export const witnessFrom = (secret: Buffer, folders: string[]): Witness =>
  ({ key: createPrivateKey({ key: Buffer.concat([pkcs8, secret]), format: 'der', type: 'pkcs8' }), folders })

const bodyOf = (site: string, { size, root, at }: Omit<Checkpoint, 'signature'>) =>
  Buffer.from(`senim/${site}\n${size}\n${root.toString('base64')}\n${at.toISOString()}\n`)

export const signCheckpoint = ({ key }: Witness, site: string, facts: Omit<Checkpoint, 'signature'>) => sign(null, bodyOf(site, facts), key)

export const isSigned = ({ key }: Witness, site: string, checkpoint: Checkpoint) =>
  verify(null, bodyOf(site, checkpoint), createPublicKey(key), checkpoint.signature)

/** Writes it to every place. A place that cannot be written is a fault: the log would be evident nowhere. */
export function publish({ folders }: Witness, site: string, checkpoint: Checkpoint) {
  const line = JSON.stringify({ size: checkpoint.size, root: checkpoint.root.toString('base64'), at: checkpoint.at.toISOString(), signature: checkpoint.signature.toString('base64') })
  for (const folder of folders) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    appendFileSync(fileOf(folder, site), `${line}\n`, { mode: 0o600, flush: true })
  }
}

/** What one place remembers. A line torn by a crash is no checkpoint. */
export function publishedIn(folder: string, site: string): Checkpoint[] {
  const file = fileOf(folder, site)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8').split('\n').flatMap(line => {
    try {
      const { size, root, at, signature } = JSON.parse(line)
      return [{ size, root: Buffer.from(root, 'base64'), at: new Date(at), signature: Buffer.from(signature, 'base64') }]
    } catch { return [] }
  })
}

/** After a restore: checkpoints over more than `size` entries go into a file of their own beside. Returns the largest size there was. */
export function setAside({ folders }: Witness, site: string, size: number, now: Date): number {
  const sizes = folders.flatMap(folder => {
    const file = fileOf(folder, site)
    if (!existsSync(file)) return []
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
    const beyond = lines.filter(line => sizeOf(line) > size)
    if (beyond.length) {
      appendFileSync(`${file}.before-${now.toISOString().replace(/[:.]/g, '-')}`, `${beyond.join('\n')}\n`, { mode: 0o600, flush: true })
      writeFileSync(`${file}.new`, lines.filter(line => sizeOf(line) <= size).map(line => `${line}\n`).join(''), { mode: 0o600, flush: true })
      renameSync(`${file}.new`, file)
    }
    return beyond.map(sizeOf)
  })
  return Math.max(0, ...sizes)
}

const sizeOf = (line: string): number => { try { return Number(JSON.parse(line).size) } catch { return 0 } }

const fileOf = (folder: string, site: string) => join(folder, `${site}.checkpoints`)
