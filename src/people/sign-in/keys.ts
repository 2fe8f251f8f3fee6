// Keys that open one thing: made from its number, so nothing of them is stored.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { secretFor } from './secret.ts'

/** The key of one thing for one purpose, as 32 bytes. */
export const keyBytes = (purpose: string, about: string): Buffer => createHmac('sha256', secretFor(purpose)).update(about).digest()
/** The same for an address: 22 letters. */
export const keyFor = (purpose: string, about: string): string => keyBytes(purpose, about).toString('base64url').slice(0, 22)
/** Compared in a time that says nothing. */
export const isSameKey = (one: string, other: string): boolean => {
  const [right, given] = [Buffer.from(one), Buffer.from(other)]
  return right.length === given.length && timingSafeEqual(right, given)
}
