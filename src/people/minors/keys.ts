// What opens a guardian's own page: made from its number, so nothing of it is stored.
import { isSameKey, keyFor } from '#people/sign-in/sign-in.ts'

/** Whoever has it sees and decides what a guardian may. */
export const guardianKey = (site: string, guardianship: string): string => keyFor('guardian of minors', `${site} ${guardianship}`)

export const isGuardianKey = (site: string, guardianship: string, key: string): boolean => isSameKey(guardianKey(site, guardianship), key)
