import type { Text } from '#platform/locale.ts'
import type { Control, Verb } from './control.ts'
import type { ManifestParts } from './manifest-schema.ts'

/** A sentence, the rule behind it and the control that keeps it. */
export type Promised = { id: string; says: Text; chapter: string; verb: Verb; subject: string; rule: unknown; keeps: string[]; control: Control }
export type Chapter = { id: string; title: Text; plain: Text; promises: Promised[] }
/** What a school has published, read: the sentences with their figures, the rules with their controls. */
export type Policy = Omit<ManifestParts, 'chapters'> & {
  chapters: Chapter[]
  promises: Promised[]
  /** SHA-256 of what the policy means: a comment or a reordered line does not change it. */
  seal: string
  version: Version
}
/** Which publication of the manifest this is. Number 0 is one that was read, but not published. */
export type Version = { number: number; announcedAt: Date; inForceFrom: Date }
