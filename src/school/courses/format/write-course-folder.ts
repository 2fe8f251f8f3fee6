import { inEveryLanguage, locales } from '#platform/locale.ts'
import type { CourseFolder, Lesson, Question, SampleWork } from './course-folder.ts'
import type { Folder } from './folder.ts'
import { writeCaptions } from './captions.ts'
import { writeFigure } from './write-figure.ts'
import { writeMarkdown } from './write-markdown.ts'
import { inOrder, lettered, writeYaml } from './write-yaml.ts'

/**
 * The files of a course, in the format it is read from. Read again they are the same course, and the same course is the same files:
 * byte by byte, in every school.
 */
export function writeCourseFolder(course: CourseFolder): Folder {
  const lessons = course.modules.flatMap(module => module.lessons)
  const width = Math.max(2, String(lessons.length).length)
  const fileOf = new Map(lessons.map(({ slug }, index) => [slug, `${String(index + 1).padStart(width, '0')}-${slug}`]))
  const files: [string, string][] = [
    ['course.yaml', writeYaml(aboutOf(course, fileOf))],
    ['test.yaml', writeYaml(testOf(course))],
    ['assignment.yaml', writeYaml(assignmentOf(course))],
    ...lessons.flatMap(lesson => locales.map(locale => [`lessons/${fileOf.get(lesson.slug)}.${locale}.md`, lessonOf(lesson, locale)] as [string, string])),
    ...course.videos.flatMap(({ name, captions, transcript }) => locales.flatMap((locale): [string, string][] => [
      [`videos/${name}.${locale}.vtt`, writeCaptions(captions[locale])], [`videos/${name}.${locale}.md`, writeMarkdown(transcript[locale], { locale, checks: [] })],
    ])),
    ...course.figures.flatMap(({ name, drawing, labels }): [string, string][] => [
      [`figures/${name}.svg`, writeFigure(drawing)],
      ...Object.keys(labels).length ? [[`figures/${name}.yaml`, writeYaml(labelsOf(labels))] as [string, string]] : [],
    ]),
  ]
  const media = course.videos.flatMap(({ name, type, bytes, poster }): [string, Uint8Array][] => [[`videos/${name}.${type}`, bytes], [`videos/${name}.jpg`, poster]])
  return { name: course.slug, media: new Map(media.sort(([one], [other]) => (one < other ? -1 : 1))), files: new Map(files.sort(([one], [other]) => (one < other ? -1 : 1))) }
}

const aboutOf = ({ title, outcome, outcomes, summary, level, hours, weeks, age, certificate, licence, teachers, teaching, cover, samples, modules, completion }: CourseFolder, fileOf: Map<string, string>) => {
  const filesOf = (lessons: Lesson[]) => lessons.map(({ slug }) => fileOf.get(slug)!)
  return {
    format: 1, title: inOrder(title), outcome: inOrder(outcome), ...outcomes.length > 0 && { outcomes: outcomes.map(inOrder) }, summary: inOrder(summary), level, hours,
    ...weeks !== null && { weeks }, ...age !== null && { age }, ...!certificate && { certificate }, licence, teachers: teachers.map(inOrder),
    ...teaching && { teaching: inOrder(teaching) }, ...cover !== null && { cover }, ...samples.length > 0 && { samples: samples.map(sampleOf) },
    modules: modules.map(({ slug, title, lessons }) => ({ slug, title: inOrder(title), lessons: filesOf(lessons) })),
    free: filesOf(modules.flatMap(({ lessons }) => lessons).filter(({ free }) => free)),
    completion: { lessons: completion.lessons, test: completion.test, assignment: completion.assignment },
  }
}

const sampleOf = ({ title, by, permission, work }: SampleWork) =>
  ({ title: inOrder(title), by: inOrder(by), permission: inOrder(permission), work: inEveryLanguage(locale => writeMarkdown(work[locale], { locale, checks: [] }).trimEnd()) })

const testOf = ({ test: { title, pass, attempts, minutes, questions } }: CourseFolder) =>
  ({ title: inOrder(title), pass, attempts, ...minutes !== null && { minutes }, questions: questions.map(questionOf) })

function questionOf(question: Question): object {
  const { id, type, points, lesson, text, explanation } = question
  const asked = { id, type, points, lesson, text: inOrder(text) }
  const why = { explanation: inOrder(explanation) }
  switch (question.type) {
    case 'single': case 'multiple': return { ...asked, options: lettered(question.options), right: question.right, ...why }
    case 'numeric': return { ...asked, right: question.right, ...question.tolerance && { tolerance: question.tolerance }, ...question.unit && { unit: inOrder(question.unit) }, ...why }
    case 'short': return { ...asked, right: inOrder(question.right), ...why }
    case 'ordering': return { ...asked, items: lettered(question.items), right: question.right, ...why }
    case 'matching': return { ...asked, items: lettered(question.items), options: lettered(question.options), right: Object.fromEntries(question.items.map(item => [item.id, question.right[item.id]])), ...why }
  }
}

const assignmentOf = ({ assignment: { title, task, kind, attempts, pass, criteria, anonymous } }: CourseFolder) => ({
  title: inOrder(title), task: inEveryLanguage(locale => writeMarkdown(task[locale], { locale, checks: [] }).trimEnd()), kind, attempts, pass, ...anonymous && { anonymous },
  criteria: criteria.map(({ id, title, levels }) => ({ id, title: inOrder(title), levels: levels.map(({ points, text }) => ({ points, text: inOrder(text) })) })),
})

const lessonOf = ({ title, minutes, body, checks }: Lesson, locale: (typeof locales)[number]) =>
  `---\n${writeYaml({ title: title[locale], minutes })}---\n${writeMarkdown(body[locale], { locale, checks })}`

const labelsOf = (labels: CourseFolder['figures'][number]['labels']) =>
  Object.fromEntries(Object.entries(labels).sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, text]) => [name, inOrder(text)]))
