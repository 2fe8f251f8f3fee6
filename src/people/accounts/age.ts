// The age gate: it stands before all other questions, and whoever is too young leaves nothing behind.
import { dateIn } from '#platform/clock/clock.ts'
import type { Policy } from '#trust/policy/policy.ts'

/** `child`: not even with a parent's consent. `minor`: only with it. */
export type AgeBand = 'child' | 'minor' | 'adult'
export type AgeRule = { asks: 'statement' | 'birth-date'; from: number; guardianFrom: number | undefined }

export function ageRuleOf(policy: Policy): AgeRule | undefined {
  const { age } = policy
  return age === 'none' ? undefined : { asks: age.asks, from: age.from, guardianFrom: age['guardian-from'] }
}

/** Full years on the day it is now in the school's time zone: somebody is 18 from the first moment of their birthday. */
export function ageOn(birthDate: string, now: Date, zone: string): number {
  const today = dateIn(now, zone)
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) >= birthDate.slice(5) ? years : years - 1
}

export function bandOf(age: number, { from, guardianFrom }: AgeRule): AgeBand {
  if (age >= from) return 'adult'
  return guardianFrom !== undefined && age >= guardianFrom ? 'minor' : 'child'
}

/** A day of the calendar that exists, is not to come, and on which somebody alive may have been born. */
export function isBirthDate(text: string, now: Date, zone: string): boolean {
  const day = new Date(`${text}T00:00Z`)
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) return false
  return text <= dateIn(now, zone) && ageOn(text, now, zone) <= 120
}
