import type { Text } from '#platform/locale.ts'

export type Option = { id: string; text: Text }

/** What a browser may know. The ids are hashes: neither they nor their order say anything about the answer. */
export type Asked = { text: Text } & (
  | { type: 'single' | 'multiple'; options: Option[] }
  | { type: 'numeric'; unit: Text | null }
  | { type: 'short' }
  | { type: 'matching'; items: Option[]; options: Option[] }
  | { type: 'ordering'; items: Option[] })

/** What is compared with an answer, and what is said after it. `lesson` is where to read on. */
export type Key = { explanation: Text; lesson: string | null } & (
  | { type: 'single'; right: string }
  | { type: 'multiple'; right: string[] }
  | { type: 'numeric'; right: number; tolerance: number }
  | { type: 'short'; right: Record<string, string[]> }
  | { type: 'matching'; right: Record<string, string> }
  | { type: 'ordering'; right: string[] })

/**
 * An answer as a form sends it: one id, several ids, what was typed; for matching the option of each item in the stored order
 * of the items, for ordering the ids of the items from first to last. Empty strings stand for what was left open.
 */
export type Given = string[]

export type StoredQuestion = { id: string; name: string; asked: Asked; key: Key }
