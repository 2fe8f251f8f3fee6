// What opens a guardian's own page: made from its number, so nothing of it is stored.
import { isSameKey, keyFor } from '#people/sign-in/sign-in.ts'

/** Whoever has it sees and decides what a guardian may. */
export const guardianKey = (site: string, guardianship: string): string => keyFor('guardian of minors', `${site} ${guardianship}`)

/** A guardian's own page with its key. */
export const pageOf = (site: string, guardianship: string): string => `/guardian/${guardianship}?key=${guardianKey(site, guardianship)}`

export const isGuardianKey = (site: string, guardianship: string, key: string): boolean => isSameKey(guardianKey(site, guardianship), key)

/** In the letter to a guardian's new address alone; with another request it is another. */
export const moveKey = (site: string, guardianship: string, until: Date): string => keyFor('new address of a guardian', `${site} ${guardianship} ${until.getTime()}`)
export const isMoveKey = (site: string, guardianship: string, until: Date, key: string): boolean => isSameKey(moveKey(site, guardianship, until), key)
