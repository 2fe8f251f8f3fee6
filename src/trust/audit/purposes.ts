import type { Locale, Text } from '#platform/locale.ts'
import { messages } from './messages.ts'

/** What for somebody takes data out of the log. A word that stands in the log for good, so it names nobody. */
export const purposes = ['authority', 'complaint', 'incident', 'inspection', 'court'] as const
export type PurposeKind = (typeof purposes)[number]

const isKind = (purpose: string): purpose is PurposeKind => (purposes as readonly string[]).includes(purpose)
export const purposeText = (kind: PurposeKind): Text => messages[`purpose-${kind}`]
/** A purpose of the school's register has its own words; what a school has added beyond these stands under its id. */
const uses: Record<string, Text> = {
  learning: messages['use-learning'], account: messages['use-account'], contact: messages['use-contact'], support: messages['use-support'], security: messages['use-security'],
  law: messages['use-law'], improvement: messages['use-improvement'], operation: messages['use-operation'],
  marks: messages['use-marks'], lessons: messages['use-lessons'], talk: messages['use-talk'], // what for a gradebook was taken out
}
export const purposeName = (purpose: string, locale: Locale): string => (isKind(purpose) ? purposeText(purpose) : uses[purpose])?.[locale] ?? purpose
