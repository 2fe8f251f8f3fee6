// A law profile: one folder under law/. The code knows the shape, not the country.
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { Calendar } from './calendar-file.ts'
import { Within } from './terms.ts'

const folder = new URL('../../../law/', import.meta.url)
const Said = z.strictObject({ ru: z.string().min(1), kk: z.string().min(1), en: z.string().min(1) })
const Ground = z.strictObject({ what: Said, article: Said })
const Right = z.strictObject({ name: Said, article: Said, within: Within.optional(), optional: z.boolean().optional() })
const Duty = z.strictObject({ id: z.string(), article: Said, shows: z.array(z.string()).min(1), what: Said })
const Profile = z.strictObject({
  country: z.string().length(2),
  name: Said,
  act: Said,
  'time-zone': z.string(),
  grounds: z.record(z.string(), Ground),
  rights: z.record(z.string(), Right),
  authority: z.strictObject({ name: Said, address: Said, site: z.url(), appeals: z.url() }),
  dispute: z.array(Said).min(1),
  contract: z.array(Ground).min(1),
  duties: z.array(Duty),
})
export type Ground = z.infer<typeof Ground>
export type LegalRight = z.infer<typeof Right>
export type LawProfile = z.infer<typeof Profile> & { calendar: Calendar }

export const lawNames = () => readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name)

const known = new Map<string, LawProfile>()

/** The law by which a school works. A faulty profile is a fault of the product, not of a school. */
export function lawProfile(name: string): LawProfile {
  let profile = known.get(name)
  if (!profile) {
    const file = (part: string) => parse(readFileSync(new URL(`${name}/${part}.yaml`, folder), 'utf8'))
    profile = { ...Profile.parse(file('profile')), calendar: Calendar.parse(file('calendar')) }
    known.set(name, profile)
  }
  return profile
}

/** The law's own term for a right; undefined where the law names no number. */
export const termOf = (law: LawProfile, right: string): Within | undefined => law.rights[right]?.within

/** What the law asks the school to show, each with the sentences whose evidence shows it. */
export const duties = (law: LawProfile) => law.duties
