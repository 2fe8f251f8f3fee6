import type { RawBuilder } from 'kysely'
import type { Text } from '#platform/locale.ts'
import type { Database, SealedValue } from '#platform/database/database.ts'
import type { Context, Role } from '#trust/audit/audit.ts'
import type { Store } from '#trust/data-map/data-map.ts'
import type { Policy, SiteContext } from '#trust/policy/policy.ts'

/** What the module of accounts does at once: the sign-in ends, nobody is written to, nothing is shown any more. */
export type Leave = (ctx: Context, person: string) => Promise<unknown>
/** A name as it is stored; what it is made of is known to whoever shows it. */
export type Name = { id: string; name: SealedValue | string | null; first_name: SealedValue | string | null; last_name: SealedValue | string | null }
/** What somebody has agreed to, since when, and where they take it back. */
export type GivenConsent = { title: Text; givenAt: Date; at: string }
/** Somebody who lives for one walk of a probe, in a twin of the school where nobody else does. */
export type Walker = { ctx: Context; leave: () => Promise<void> }
type Parts = {
  stores: readonly Store[]
  leave: Leave
  /** The names of the forms by which people give each kind of data. */
  formsOf: (policy: Policy) => Map<string, Text[]>
  /** Who answers for requests: undefined where the school has no officer yet. */
  officer: (db: Database) => Promise<string | undefined>
  namesOf: (db: Database, ids: RawBuilder<string>) => Promise<Name[]>
  fullName: (opened: Partial<Record<'name' | 'first_name' | 'last_name', unknown>>) => string
  /** The consents of a person that stand, each with the page where it is taken back. */
  consentsOf: (db: Database, person: string) => Promise<GivenConsent[]>
  /** Where an officer finds, and corrects, what an account says. */
  accountAt: (person: string) => string
  /** Opens who a person is for a while to whoever says why, and until when it stands open. */
  look: (ctx: Context, input: { person: string; why: string }) => Promise<unknown>
  openedUntil: (ctx: Context, person: string | RawBuilder<string>) => Promise<Date | undefined>
  walker: (site: SiteContext, role: Exclude<Role, 'visitor' | 'system'>) => Promise<Walker>
}

let parts: Parts | undefined

/** What lies outside the tables, and what leaving means, is known further up: the product hands it in, once. */
export const hand = (given: Parts) => { parts = given }
export const given = (): Parts => {
  if (!parts) throw new Error('The product has not handed in what rights needs')
  return parts
}

/** Somebody for one walk in the twin of a school; whoever asked for them lets them leave. */
export const walkerIn: Parts['walker'] = (site, role) => given().walker(site, role)
