// A course in a school, made to measure: how many lessons, which rules, which questions.
import { buffer } from 'node:stream/consumers'
import { accessCopy } from '#trust/rights/rights.ts'
import { readCourseFolder, type Completion, type CourseFolder, type Question, type Test, type Trajectory } from '#school/courses/courses.ts'
import { enrol } from '#school/enrolment/enrolment.ts'
import { importSchool } from '../src/product.ts'
import type { Member, School } from './fixtures.ts'
import { smallCourse } from './small-course.ts'
import { unzipped } from './unzipped.ts'

const small = readCourseFolder(smallCourse())

type Wish = { slug?: string; modules?: number[]; completion?: Completion; questions?: Question[]; test?: Partial<Test>; free?: number; more?: Partial<CourseFolder> }

/** `modules` says how many lessons each module has; the first lesson is open to everyone. */
export function courseOf({ slug = 'light', modules = [4], completion = { lessons: 100, test: false, assignment: false }, questions, test = {}, free = 1, more = {} }: Wish = {}): CourseFolder {
  const [lesson] = small.modules[0]!.lessons
  let count = 0
  const lessonsOf = (all: number) => Array.from({ length: all }, () => ({ ...lesson!, slug: `lesson-${++count}`, free: count <= free, checks: lesson!.checks }))
  return {
    ...small, slug, completion, modules: modules.map((all, index) => ({ ...small.modules[0]!, slug: `module-${index + 1}`, lessons: lessonsOf(all) })),
    test: { ...small.test, ...test, questions: questions ?? small.test.questions },
    ...more,
  }
}

const said = (text: string) => ({ ru: text, kk: text, en: text })

/** Questions with one right option each: "a" is right, "b" is not. */
export const simpleQuestions = (count: number, right: 'a' | 'b' = 'a'): Question[] => Array.from({ length: count }, (_, index) => ({
  id: `question-${index + 1}`, type: 'single', points: 1, lesson: 'lesson-1', text: said(`Вопрос ${index + 1}`), explanation: said(`Объяснение ${index + 1}`),
  options: [{ id: 'a', text: said('Верный ответ') }, { id: 'b', text: said('Неверный ответ') }], right,
}))

const about = { title: said('О школе'), body: { ru: [], kk: [], en: [] } }

/** Brings courses into a school, as its folder would. */
export const teach = (here: School, courses: CourseFolder[], trajectories: Trajectory[] = []) =>
  here.inside(ctx => importSchool(ctx, { courses, trajectories, about }))

/** A learner of a course that is taught here. */
export async function learnerOf(here: School, course: string): Promise<Member & { run: string; enrolment: string }> {
  const learner = await here.learner()
  const { run, enrolment } = await enrol(learner.ctx, { course })
  return { ...learner, run, enrolment }
}

/** The id under which a browser sees an option, by its words. */
export function optionIn(page: string, words: string): string {
  const found = new RegExp(`value="([^"]+)"[^>]*/?><span>${words}`).exec(page) ?? new RegExp(`value="([^"]+)"[^>]*>${words}`).exec(page)
  if (!found) throw new Error(`The page offers no "${words}"`)
  return found[1]!
}

/** What somebody is given as their copy, file by file. */
export const copyOf = async (here: School, who: Member): Promise<Record<string, string>> => unzipped(await here.inside(ctx => buffer(accessCopy(ctx, who.id, []))))
/** The rows of one table in it. */
export const copiedRows = async (here: School, who: Member, table: string): Promise<Record<string, unknown>[]> => JSON.parse((await copyOf(here, who))[`data/${table}.json`] ?? '[]')
