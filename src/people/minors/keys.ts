// What opens a guardian's own page: made from its number, so nothing of it is stored.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { secretFor } from '#people/sign-in/sign-in.ts'

/** Whoever has it sees and decides what a guardian may. */
export const guardianKey = (site: string, guardianship: string): string => createHmac('sha256', secretFor('guardian of minors')).update(`${site} ${guardianship}`).digest('base64url').slice(0, 22)

export function isGuardianKey(site: string, guardianship: string, key: string): boolean {
  const [right, given] = [Buffer.from(guardianKey(site, guardianship)), Buffer.from(key)]
  return right.length === given.length && timingSafeEqual(right, given)
}
