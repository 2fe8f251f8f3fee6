// What was said about one's age, kept in the browser alone: sealed, short-lived, and gone with the account it led to.
import { ageOn, ageRuleOf, bandOf, type AgeBand } from '#people/accounts/accounts.ts'
import { closeNote, openNote } from '#people/sign-in/sign-in.ts'
import type { Context } from '#trust/audit/audit.ts'

export type AgeNote = { site: string; band: AgeBand; birthDate?: string; until: number }

const cookie = 'age'
const twoHours = 7200
/** Whoever was refused is not let through by going back and saying otherwise. */
const oneDay = 86_400

export function readNote(ctx: Context, cookies: Record<string, string>): AgeNote | undefined {
  const note = openNote<AgeNote>('age', cookies[cookie])
  return note && note.site === ctx.site && note.until > ctx.now.getTime() ? note : undefined
}

/** Whether what this browser was told of its reader's age is too little for the school. */
export function isTooYoung(ctx: Context, cookies: Record<string, string>): boolean {
  const note = readNote(ctx, cookies)
  return note !== undefined && note.band !== 'adult'
}

/** The first refusal stands; an adult may still correct what they have said. */
export function noteAge(ctx: Context, cookies: Record<string, string>, said: { band: AgeBand; birthDate?: string }) {
  const before = readNote(ctx, cookies)
  if (before && before.band !== 'adult') return []
  const seconds = said.band === 'adult' ? twoHours : oneDay
  const { band, birthDate } = said
  const note: AgeNote = { site: ctx.site, band, ...(band !== 'child' && birthDate && { birthDate }), until: ctx.now.getTime() + seconds * 1000 }
  return [{ name: cookie, value: closeNote('age', note), seconds }]
}

export const forgetAge = { name: cookie, value: null }

/** Which side of the school's limits a date of birth is on, today. */
export function bandOfBirth(ctx: Context, birthDate: string): AgeBand {
  const rule = ageRuleOf(ctx.policy)
  return rule ? bandOf(ageOn(birthDate, ctx.now, ctx.zone), rule) : 'adult'
}
