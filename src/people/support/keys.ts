// What opens a guest's page, and what leads a letter back to its enquiry: made from the number, so nothing of it is stored.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { secretFor } from '#people/sign-in/sign-in.ts'

const made = (purpose: string, about: string) => createHmac('sha256', secretFor(purpose)).update(about).digest()
const same = (one: string, other: string) => one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** Whoever has it reads the guest's enquiry and writes into it. */
export const guestKey = (site: string, ticket: string): string => made('guest of support', `${site} ${ticket}`).toString('base64url').slice(0, 22)
export const isGuestKey = (site: string, ticket: string, key: string | undefined): boolean => key !== undefined && same(guestKey(site, ticket), key)

/** In the letter alone: whoever has it reads that mailbox. */
export const claimKey = (site: string, claim: string): string => made('claim of support', `${site} ${claim}`).toString('base64url').slice(0, 22)
export const isClaimKey = (site: string, claim: string, key: string): boolean => same(claimKey(site, claim), key)

/** Small letters and digits: mail servers may change the case. */
const letterKey = (site: string, number: number): string => made('letter of support', `${site} ${number}`).toString('hex').slice(0, 16)

/** `help@school.example` becomes `help+12-9f…@school.example`: an answer to it comes back to enquiry 12. */
export const addressFor = (address: string, site: string, number: number): string => address.replace('@', `+${number}-${letterKey(site, number)}@`)

/** The number of the enquiry in such an address, if the key in it is ours. */
export function numberIn(address: string, site: string): number | undefined {
  const [, number, key] = /\+(\d{1,15})-([0-9a-f]{16})@/i.exec(address) ?? []
  return number && key && same(letterKey(site, Number(number)), key.toLowerCase()) ? Number(number) : undefined
}

/** The address without what stands after its plus. */
export const plainAddress = (address: string): string => address.trim().toLowerCase().replace(/\+[^@]*(?=@)/, '')
