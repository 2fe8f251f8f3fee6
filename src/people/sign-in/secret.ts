// Keys for what is neither stored nor sealed for a person: counters of failed tries, notes in necessary cookies.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

let root = randomBytes(32)

/** Given once at start, so that every node has the same. Without it each process has its own. */
export function useSecret(secret: Buffer) {
  root = Buffer.from(secret)
  derived.clear()
}

const derived = new Map<string, Buffer>()

export function secretFor(purpose: string): Buffer {
  const known = derived.get(purpose) ?? Buffer.from(hkdfSync('sha256', root, '', `senim sign-in ${purpose}`, 32))
  derived.set(purpose, known)
  return known
}

/** What only we can read and nobody can change: for a cookie that lives a few minutes. */
export function closeNote(purpose: string, note: object): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secretFor(purpose), nonce)
  return Buffer.concat([nonce, cipher.update(JSON.stringify(note)), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** Undefined for anything that is not ours, or was changed. */
export function openNote<Note>(purpose: string, closed: string | undefined): Note | undefined {
  const bytes = Buffer.from(closed ?? '', 'base64url')
  if (bytes.length < 28 || bytes.length > 2000) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', secretFor(purpose), bytes.subarray(0, 12), { authTagLength: 16 })
    decipher.setAuthTag(bytes.subarray(-16))
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString()) as Note
  } catch { return undefined } // not ours: as if there were none
}
