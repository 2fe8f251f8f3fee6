import type { Locale, Text } from '#platform/locale.ts'
import { messages } from './messages.ts'

/** What for somebody takes data out of the log. A word that stands in the log for good, so it names nobody. */
export const purposes = ['authority', 'complaint', 'incident', 'inspection', 'court'] as const
export type PurposeKind = (typeof purposes)[number]

const isKind = (purpose: string): purpose is PurposeKind => (purposes as readonly string[]).includes(purpose)
export const purposeText = (kind: PurposeKind): Text => messages[`purpose-${kind}`]
export const purposeName = (purpose: string, locale: Locale): string => isKind(purpose) ? purposeText(purpose)[locale] : purpose
