// What opens a guest's page, and what leads a letter back to its enquiry: made from the number, so nothing of it is stored.
import { isSameKey, keyBytes, keyFor } from '#people/sign-in/sign-in.ts'

/** Whoever has it reads the guest's enquiry and writes into it. */
export const guestKey = (site: string, ticket: string): string => keyFor('guest of support', `${site} ${ticket}`)
export const isGuestKey = (site: string, ticket: string, key: string | undefined): boolean => key !== undefined && isSameKey(guestKey(site, ticket), key)

/** In the letter alone: whoever has it reads that mailbox. */
export const claimKey = (site: string, claim: string): string => keyFor('claim of support', `${site} ${claim}`)
export const isClaimKey = (site: string, claim: string, key: string): boolean => isSameKey(claimKey(site, claim), key)

/** Small letters and digits: mail servers may change the case. */
const letterKey = (site: string, number: number): string => keyBytes('letter of support', `${site} ${number}`).toString('hex').slice(0, 16)

/** `help@school.example` becomes `help+12-9f…@school.example`: an answer to it comes back to enquiry 12. */
export const addressFor = (address: string, site: string, number: number): string => address.replace('@', `+${number}-${letterKey(site, number)}@`)

/** The number of the enquiry in such an address, if the key in it is ours. */
export function numberIn(address: string, site: string): number | undefined {
  const [, number, key] = /\+(\d{1,15})-([0-9a-f]{16})@/i.exec(address) ?? []
  return number && key && isSameKey(letterKey(site, Number(number)), key.toLowerCase()) ? Number(number) : undefined
}

/** The address without what stands after its plus. */
export const plainAddress = (address: string): string => address.trim().toLowerCase().replace(/\+[^@]*(?=@)/, '')
