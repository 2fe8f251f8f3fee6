import { createHmac, hkdfSync, timingSafeEqual, webcrypto } from 'node:crypto'
import { identityToRecipient } from 'age-encryption'
import type { KeyProvider } from '#platform/sealing/sealing.ts'

/** `recipient` closes copies, `identity` opens them, `seal` shows that a manifest is ours. */
export type CopyKeys = { recipient: string; identity: CryptoKey; seal: (text: string) => string; isSealed: (text: string, seal: string) => boolean }

// RFC 8410: what precedes the 32 secret bytes of an X25519 key in PKCS #8.
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex')

/** The key `backup` of the key provider, made at the first copy. To read a copy it must be there: it is never made anew then. */
export async function copyKeys(keys: KeyProvider, { reading = false } = {}): Promise<CopyKeys> {
  const secret = reading ? await keys.read(null, 'backup') : await keys.make(null, 'backup')
  const identity = await webcrypto.subtle.importKey('pkcs8', Buffer.concat([pkcs8, secret]), { name: 'X25519' }, false, ['deriveBits']) as CryptoKey
  const sealing = Buffer.from(hkdfSync('sha256', secret, '', 'senim copy 1 manifest', 32))
  const seal = (text: string) => createHmac('sha256', sealing).update(text).digest('hex')
  return { identity, recipient: await identityToRecipient(identity), seal, isSealed: (text, given) => given.length === 64 && timingSafeEqual(Buffer.from(seal(text)), Buffer.from(given)) }
}
