// How long before it applies a change must be known.
import { midnightOf } from '#platform/clock/clock.ts'
import { addDuration, durationInDays, lawProfile, localDate } from '#trust/law/law.ts'
import { rulesOf, type Policy } from '#trust/policy/policy.ts'
import { announcePolicyChange } from './announce-policy-change.ts'
import type { Published } from './published.ts'
import type { Affects } from './versions.ts'

const day = 86_400_000

/** A school that names no lead still gives this much for what touches rights or uses. */
const least: Record<Affects, string> = { 'rights-or-uses': 'P14D', details: 'P0D' }

/** The longest lead the school's words ask for, in the version in force. */
export function leadOf({ chapters }: Pick<Published, 'chapters'>, affects: Affects): string {
  const said = rulesOf({ promises: chapters.flatMap(({ promises }) => promises) }, announcePolicyChange).filter(({ of }) => of === 'all' || affects === 'rights-or-uses').map(({ ahead }) => ahead)
  return [least[affects], ...said].sort((one, other) => durationInDays(other) - durationInDays(one))[0]!
}

/** Full days after the last delivery, to the second. */
export const earliest = (lastDelivery: Date, lead: string): Date => addDuration(lastDelivery, lead)

/**
 * From when a version applies: the beginning of its date where the school is, and on that date not before the lead is over.
 * Undefined when the lead is not over by the end of the date: then the date is too soon.
 */
export function momentFor(effective: string, lead: string, known: Date, policy: Pick<Policy, 'law'>): Date | undefined {
  const law = lawProfile(policy.law)
  const soonest = earliest(known, lead)
  if (effective === 'earliest') return lead === 'P0D' ? known : startOf(nextDate(localDate(soonest, law)), law)
  const start = startOf(effective, law)
  if (start >= soonest) return start
  return effective >= localDate(soonest, law) ? soonest : undefined
}

export const nextDate = (date: string) => new Date(Date.parse(`${date}T00:00Z`) + day).toISOString().slice(0, 10)

/** Midnight of a date in the law's time zone. */
export const startOf = (date: string, { 'time-zone': timeZone }: { 'time-zone': string }): Date => midnightOf(date, timeZone)
