import type { Locale } from '#platform/locale.ts'
import type { LessonShown } from './show-lesson.ts'
import type { showMyLearning } from './show-my-learning.ts'

/** The figures of the page, for programs: the same rows, the same arithmetic. */
export const asProgress = ({ courses, achievements }: Awaited<ReturnType<typeof showMyLearning>>) => ({
  courses: courses.map(({ enrolment, run, progress, access, position }) => ({
    course: run.course, run: run.slug, access, enrolled: enrolment.enrolled_at, until: enrolment.ends_at,
    status: enrolment.completed_at ? 'completed' : 'learning', completed: enrolment.completed_at,
    percent: progress.percent, done: progress.done, required: progress.required,
    items: progress.items.map(({ kind, item, needed, done }) => ({ kind, item, needed, completed: done?.at ?? null })),
    position: position ? { lesson: position.lesson, place: position.place } : null,
  })),
  achievements,
})

/** A lesson for programs. Its questions come as a browser sees them. */
export const lessonAsData = ({ run, lesson }: LessonShown & { lesson: NonNullable<LessonShown['lesson']> }, locale: Locale) =>
  ({ run: run.slug, lesson: lesson.slug, title: lesson.title[locale], minutes: lesson.minutes, blocks: lesson.blocks, checks: lesson.checks })
