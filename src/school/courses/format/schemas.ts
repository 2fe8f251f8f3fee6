import { z } from 'zod'
import { inAllLanguages, QuestionRead, Said, Slug, words } from './questions.ts'

/** "01-light" names the file; the number only keeps the folder in order, "light" is the lesson's name. */
const LessonFile = z.string().max(80).regex(/^(\d+-)?[a-z0-9]+(-[a-z0-9]+)*$/)
export const slugOf = (file: string) => file.replace(/^\d+-/, '')

const percent = z.int().min(1).max(100)
const Title = inAllLanguages(300)

export const CourseYaml = z.strictObject({
  format: z.literal(1),
  title: Title,
  outcome: Said,
  outcomes: z.array(Said).max(6).default([]),
  summary: Said,
  level: z.enum(['beginner', 'intermediate', 'advanced']),
  hours: z.number().min(0.25).max(1000).describe('Honest hours of work, the assignment among them'),
  weeks: z.int().min(1).max(104).nullable().default(null).describe('At the pace the school advises; left out: no pace is advised'),
  age: z.int().min(6).max(99).nullable().default(null).describe('From which age the course is meant to be taken; left out: as the school takes people'),
  certificate: z.boolean().default(true).describe('Whether who completes the course gets a certificate'),
  licence: z.string().min(2).max(100).describe('Of the texts and figures: an SPDX identifier such as CC-BY-4.0'),
  teachers: z.array(Title).min(1).max(50),
  teaching: Said.nullable().default(null).describe('Who teaches, in a sentence or two'),
  cover: Slug.nullable().default(null).describe('The figure on the course’s card, a drawing without words; left out: the card has none'),
  samples: z.array(z.strictObject({ title: Title, by: Title, permission: Said, work: inAllLanguages(8000) })).max(6).default([]).describe('Works that show what one will make; each says who made it and by what right it is shown'),
  modules: z.array(z.strictObject({ slug: Slug, title: Title, lessons: z.array(LessonFile).min(1).describe('Names of files without language and ending, such as 01-side-light, in their order') })).min(1),
  free: z.array(LessonFile).default([]).describe('Lessons that anyone may read without an account'),
  completion: z.strictObject({ lessons: percent.describe('Percent of the lessons to be marked as done'), test: z.boolean(), assignment: z.boolean() }),
})

export const TestYaml = z.strictObject({
  title: Title,
  pass: percent.describe('Percent of the points'),
  attempts: z.int().min(1).max(100),
  minutes: z.number().min(1).max(1440).nullable().default(null).describe('For one attempt; left out: no limit'),
  questions: z.array(QuestionRead).min(1),
})

const Level = z.strictObject({ points: z.int().min(0).max(100), text: Said })
const Criterion = z.strictObject({ id: Slug, title: Title, levels: z.array(Level).min(2) })
  .refine(({ levels }) => levels.every(({ points }, i) => i === 0 || points > levels[i - 1]!.points), { message: 'levels-fall', path: ['levels'] })

export const AssignmentYaml = z.strictObject({
  title: Title,
  task: inAllLanguages(40_000),
  kind: z.enum(['photo', 'text', 'file', 'code']),
  attempts: z.int().min(1).max(100),
  pass: percent.describe('Percent of the points of all criteria'),
  criteria: z.array(Criterion).min(1),
  anonymous: z.boolean().default(false).describe('Teachers review without the name of the learner until the grade is given'),
})

export const TrajectoriesYaml = z.strictObject({
  trajectories: z.array(z.strictObject({
    slug: Slug,
    title: Title,
    outcome: Said,
    summary: Said,
    stages: z.array(z.strictObject({ title: Title, course: Slug })).min(1),
  })).min(1),
})

export const FrontMatter = z.strictObject({ title: words(300), minutes: z.int().min(1).max(600) })
export const PageFrontMatter = z.strictObject({ title: words(300) })
export const LabelsYaml = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), Said)
