import type { Locale, Text } from '#platform/locale.ts'
import type { Outside } from '#platform/outside-address.ts'

/** A course as its folder says it: everything checked, every text in every language, ready to be stored as JSON. */
export type CourseFolder = {
  slug: string
  title: Text
  /** What the learner can do afterwards, in one sentence. */
  outcome: Text
  /** What one is able to do afterwards, point by point. */
  outcomes: Text[]
  summary: Text
  level: Level
  hours: number
  /** At the pace the school advises; null where it advises none. */
  weeks: number | null
  /** From which age it is meant to be taken; null where the school's own rule is all there is. */
  age: number | null
  /** Whether who completes it gets one. */
  certificate: boolean
  /** An SPDX identifier, such as CC-BY-4.0. */
  licence: string
  teachers: Text[]
  /** Who teaches, in a sentence or two. */
  teaching: Text | null
  /** The name of the figure on its card, which has no words; null where the card has none. */
  cover: string | null
  samples: SampleWork[]
  modules: Module[]
  figures: Figure[]
  videos: Video[]
  test: Test
  assignment: Assignment
  completion: Completion
}
export type Level = 'beginner' | 'intermediate' | 'advanced'
/** A work that shows what one will make: `by` says who made it, `permission` by what right it is shown. */
export type SampleWork = { title: Text; by: Text; permission: Text; work: Record<Locale, Block[]> }
export type Module = { slug: string; title: Text; lessons: Lesson[] }
export type Lesson = { slug: string; free: boolean; minutes: number; title: Text; body: Record<Locale, Block[]>; checks: Check[] }

/** `lessons` is the share in percent to be marked as done; the pass marks stand in the test and the assignment. */
export type Completion = { lessons: number; test: boolean; assignment: boolean }

/** `pass` is percent of the points; `minutes` null means no limit. */
export type Test = { title: Text; pass: number; attempts: number; minutes: number | null; questions: Question[] }
export type Option = { id: string; text: Text }
export type Choice =
  | { type: 'single'; options: Option[]; right: string }
  | { type: 'multiple'; options: Option[]; right: string[] }
  | { type: 'numeric'; right: number; tolerance: number; unit: Text | null }
  /** An answer is accepted when it equals, normalised, one of these in any language. */
  | { type: 'short'; right: Record<Locale, string[]> }
export type Arrangement =
  /** `right` gives each item's option; an option may stay without an item. */
  | { type: 'matching'; items: Option[]; options: Option[]; right: Record<string, string> }
  /** Items stand as they are shown; `right` gives their ids in the right order. */
  | { type: 'ordering'; items: Option[]; right: string[] }
/** A question of the test: holds its answer, so it is for scoring and never for a page. */
export type Question = { id: string; points: number; lesson: string; text: Text; explanation: Text } & (Choice | Arrangement)
/** A question inside a lesson, not counted. Holds its answer too. */
export type Check = { id: string; text: Text; explanation: Text } & Choice

export type Assignment = {
  title: Text
  task: Record<Locale, Block[]>
  kind: 'photo' | 'text' | 'file' | 'code'
  attempts: number
  /** Percent of the points of all criteria. */
  pass: number
  criteria: Criterion[]
  /** Teachers review without the name of the learner until the grade is given. Left out: with it. */
  anonymous?: true
}
/** Levels rise in points; the last one is the criterion's full worth. */
export type Criterion = { id: string; title: Text; levels: { points: number; text: Text }[] }

export type Inline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'strong' | 'emphasis'; of: Inline[] }
  | ({ kind: 'link'; of: Inline[] } & Outside)
  | { kind: 'lesson'; slug: string; of: Inline[] }
  | { kind: 'foreign'; lang: string; of: Inline[] }
  | { kind: 'break' }
export type Block =
  | { kind: 'heading'; level: 2 | 3 | 4; of: Inline[] }
  | { kind: 'paragraph'; of: Inline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'quote'; of: Block[] }
  | { kind: 'code'; language: string; text: string }
  | { kind: 'table'; align: ('left' | 'right' | 'center' | null)[]; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'figure'; name: string; alt: string; caption: string }
  | { kind: 'video'; name: string; title: string }
  | { kind: 'compare'; before: Compared; after: Compared; caption: string }
  | { kind: 'dialogue'; lang: string; lines: { who: string; says: string; means?: string | undefined }[] }
  | { kind: 'check'; id: string }
  | { kind: 'rule' }

/** One of two pictures that are compared: its figure, what it shows, and what it is called. */
export type Compared = { figure: string; alt: string; label: string }

/** A drawing without words of its own: `{name}` in its texts is filled from the labels in the reader's language. */
export type Figure = { name: string; drawing: Drawing; labels: Record<string, Text> }
export type Drawing = { element: string; attributes: Record<string, string>; children: (Drawing | string)[] }

/** Milliseconds from the beginning. */
export type Cue = { from: number; to: number; text: string }
/** Plays in the lessons that show it. Its size is that of its poster, a JPEG. */
export type Video = {
  name: string
  type: 'webm' | 'mp4'
  bytes: Uint8Array
  poster: Uint8Array
  width: number
  height: number
  captions: Record<Locale, Cue[]>
  transcript: Record<Locale, Block[]>
}

export type Trajectory = { slug: string; title: Text; outcome: Text; summary: Text; stages: { title: Text; course: string }[] }
export type SchoolFolder = { courses: CourseFolder[]; trajectories: Trajectory[]; about: { title: Text; body: Record<Locale, Block[]> } }
