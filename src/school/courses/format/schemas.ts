import { z } from 'zod'
import { QuestionRead, Said, Slug } from './questions.ts'

/** "01-light" names the file; the number only keeps the folder in order, "light" is the lesson's name. */
const LessonFile = z.string().regex(/^(\d+-)?[a-z0-9]+(-[a-z0-9]+)*$/)
export const slugOf = (file: string) => file.replace(/^\d+-/, '')

const percent = z.number().min(1).max(100)

export const CourseYaml = z.strictObject({
  format: z.literal(1),
  title: Said,
  outcome: Said,
  outcomes: z.array(Said).max(6).default([]),
  summary: Said,
  level: z.enum(['beginner', 'intermediate', 'advanced']),
  hours: z.number().min(0.25).max(1000),
  licence: z.string().min(2).max(100),
  teachers: z.array(Said).min(1),
  modules: z.array(z.strictObject({ slug: Slug, title: Said, lessons: z.array(LessonFile).min(1) })).min(1),
  free: z.array(LessonFile).default([]),
  completion: z.strictObject({ lessons: percent, test: z.boolean(), assignment: z.boolean() }),
})

export const TestYaml = z.strictObject({
  title: Said,
  pass: percent,
  attempts: z.int().min(1).max(100),
  minutes: z.number().min(1).nullable().default(null),
  questions: z.array(QuestionRead).min(1),
})

const Level = z.strictObject({ points: z.int().min(0).max(100), text: Said })
const Criterion = z.strictObject({ id: Slug, title: Said, levels: z.array(Level).min(2) })
  .refine(({ levels }) => levels.every(({ points }, i) => i === 0 || points > levels[i - 1]!.points), { message: 'levels-fall', path: ['levels'] })

export const AssignmentYaml = z.strictObject({
  title: Said,
  task: Said,
  kind: z.enum(['photo', 'text', 'file', 'code']),
  attempts: z.int().min(1).max(100),
  pass: percent,
  criteria: z.array(Criterion).min(1),
})

export const TrajectoriesYaml = z.strictObject({
  trajectories: z.array(z.strictObject({
    slug: Slug,
    title: Said,
    outcome: Said,
    summary: Said,
    stages: z.array(z.strictObject({ title: Said, course: Slug })).min(1),
  })).min(1),
})

export const FrontMatter = z.strictObject({ title: z.string().trim().min(1), minutes: z.int().min(1).max(600) })
export const PageFrontMatter = z.strictObject({ title: z.string().trim().min(1) })
export const LabelsYaml = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), Said)
