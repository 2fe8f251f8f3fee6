import { createHmac, hkdfSync } from 'node:crypto'
import { domainToASCII } from 'node:url'

export type LookupKind = 'email' | 'login' | 'phone'

/** Finds an equal value without knowing it. One key for each site, kind and version, so that nothing can be compared across them. */
export function blindIndex(siteKey: Buffer, kind: LookupKind, value: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', siteKey, '', `senim lookup 1 ${kind}`, 32))
  return createHmac('sha256', key).update(normalise(kind, value)).digest().subarray(0, 16)
}

/** Spellings of one address become one: a second account must not come from a capital letter. */
export function normalise(kind: LookupKind, value: string): string {
  const plain = value.normalize('NFKC').trim().toLowerCase()
  return kind === 'email' ? normaliseEmail(plain) : kind === 'phone' ? normalisePhone(plain) : plain
}

function normaliseEmail(email: string) {
  const at = email.lastIndexOf('@')
  // An unusable domain is left as it was typed: it is then merely equal to itself.
  return at < 0 ? email : `${email.slice(0, at)}@${domainToASCII(email.slice(at + 1)) || email.slice(at + 1)}`
}

// In Kazakhstan 8 701 … and +7 701 … are one number.
function normalisePhone(phone: string) {
  const digits = phone.replace(/\D/g, '')
  if (phone.startsWith('+')) return `+${digits}`
  if (digits.startsWith('00')) return `+${digits.slice(2)}`
  return digits.length === 11 && digits.startsWith('8') ? `+7${digits.slice(1)}` : `+${digits}`
}
