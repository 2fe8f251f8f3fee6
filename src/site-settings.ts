// What a school is around its policy: sites/<slug>/site.yaml.
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { isTheme, type Theme } from '#platform/ui/ui.ts'

const isZone = (name: string) => { try { return Boolean(new Intl.DateTimeFormat('en', { timeZone: name })) } catch { return false } }
const Said = z.strictObject({ ru: z.string().min(1), kk: z.string().min(1), en: z.string().min(1) })
const DemoPerson = z.strictObject({
  key: z.string(),
  role: z.enum(['learner', 'teacher', 'operator', 'privacy-officer', 'support']),
  name: z.strictObject({ first: z.string().min(1), last: z.string().min(1) }),
  email: z.email().optional(),
  login: z.string().optional(),
  phone: z.string().optional(),
  city: z.string().optional(),
  'birth-date': z.iso.date().optional(),
  /** Of somebody who is under age: the adult who has agreed. */
  guardian: z.strictObject({ name: z.strictObject({ first: z.string().min(1), last: z.string().min(1) }), email: z.email() }).optional(),
})
/** A picture that the school shows of itself: <file>-<width>.avif and .jpg in its folder `pictures`, in two widths. */
const Picture = z.strictObject({
  file: z.string().regex(/^[a-z0-9-]+$/),
  widths: z.tuple([z.int().positive(), z.int().positive()]),
  height: z.int().positive(),
  shows: Said,
  exposure: z.string().optional(),
  credit: Said,
})
export const SiteSettings = z.strictObject({
  languages: z.array(z.enum(['ru', 'kk', 'en'])).min(1),
  'time-zone': z.string().refine(isZone, 'an IANA time zone, for example Asia/Almaty'),
  domains: z.array(z.string().regex(/^[a-z0-9.-]+$/)).min(1),
  theme: z.custom<Theme>(value => typeof value === 'string' && isTheme(value), 'a theme of the interface'),
  tagline: Said,
  about: Said.optional(),
  /** What a newcomer to a demonstration is shown first. */
  look: z.enum(['works', 'request', 'change', 'letters']).optional(),
  /** The promises that the home page names first, by their ids in the policy. */
  stresses: z.array(z.string()).default([]),
  pictures: z.array(Picture).default([]),
  people: z.array(DemoPerson).default([]),
})
/** `folder`: where it was read, and where its pictures lie. */
export type SiteSettings = z.infer<typeof SiteSettings> & { folder: string }

/** @throws ZodError when the file is not what it should be. */
export const readSettings = (folder: string): SiteSettings =>
  ({ ...SiteSettings.parse(existsSync(`${folder}/site.yaml`) ? parse(readFileSync(`${folder}/site.yaml`, 'utf8')) : {}), folder })
