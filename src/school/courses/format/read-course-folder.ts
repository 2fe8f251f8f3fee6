import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Assignment, CourseFolder, Figure, Test } from './course-folder.ts'
import { FaultList, FaultyFolder, lastPlaceOf, top, type Fault } from './faults.ts'
import type { Folder } from './folder.ts'
import { inEveryLanguage } from './questions.ts'
import { readFigure } from './read-figure.ts'
import { readLesson, type LessonRead } from './read-lessons.ts'
import { onlyText, readMarkdown, type Mention } from './read-markdown.ts'
import { readYaml } from './read-yaml.ts'
import { AssignmentYaml, CourseYaml, LabelsYaml, TestYaml, slugOf } from './schemas.ts'

type Named = { modules: { lessons: string[] }[]; free: string[] }

/** The course whole, or a FaultyFolder that names every fault with file, line and column. */
export function readCourseFolder(folder: Folder): CourseFolder {
  const found: Fault[] = []
  const course = yamlFile(folder, 'course.yaml', CourseYaml, found)
  const test = yamlFile(folder, 'test.yaml', TestYaml, found)
  const assignment = readAssignment(folder, found)
  const figures = readFigures(folder, found)
  const files = course?.modules.flatMap(module => module.lessons) ?? []
  const read = new Map(files.map(file => [file, readLesson(folder, file, course!.free.includes(file), found)]))
  const lessons = [...read.values()].filter(lesson => lesson !== undefined)
  if (course) judgeNames(folder, course, files, found)
  judgeMentions(lessons, files.map(slugOf), folder, found)
  if (test && course) judgeTest(folder, test, files.map(slugOf), found)
  if (found.length || !course || !test || !assignment) throw new FaultyFolder(found)
  const { format, free, ...rest } = course
  const modules = course.modules.map(module => ({ ...module, lessons: module.lessons.map(file => read.get(file)!.lesson) }))
  return { ...rest, slug: folder.name.split('/').at(-1)!, fingerprint: fingerprint(folder), modules, figures, test, assignment }
}

function yamlFile<T>(folder: Folder, path: string, schema: z.ZodType<T>, found: Fault[]): T | undefined {
  const faults = new FaultList(`${folder.name}/${path}`, found)
  const text = folder.files.get(path)
  return text === undefined ? void faults.add(top, 'missing-file', { path }) : readYaml(text, schema, faults)
}

function readAssignment(folder: Folder, found: Fault[]): Assignment | undefined {
  const read = yamlFile(folder, 'assignment.yaml', AssignmentYaml, found)
  if (!read) return undefined
  const faults = new FaultList(`${folder.name}/assignment.yaml`, found)
  return { ...read, task: inEveryLanguage(locale => onlyText(readMarkdown(read.task[locale], faults), faults)) }
}

function readFigures(folder: Folder, found: Fault[]): Figure[] {
  return figureNames(folder).flatMap(name => {
    const labels = folder.files.has(`figures/${name}.yaml`) ? yamlFile(folder, `figures/${name}.yaml`, LabelsYaml, found) : {}
    const path = `figures/${name}.svg`
    return (labels && readFigure(name, folder.files.get(path)!, labels, new FaultList(`${folder.name}/${path}`, found))) ?? []
  })
}

const figureNames = (folder: Folder) => [...folder.files.keys()].flatMap(path => /^figures\/([a-z0-9-]+)\.svg$/.exec(path)?.[1] ?? [])

function judgeNames(folder: Folder, course: Named, files: string[], found: Fault[]) {
  const faults = new FaultList(`${folder.name}/course.yaml`, found)
  const slugs = files.map(slugOf)
  for (const slug of new Set(slugs.filter((slug, index) => slugs.indexOf(slug) < index))) faults.add(top, 'id-twice', { id: slug })
  for (const file of course.free) if (!files.includes(file)) faults.add(top, 'unknown-lesson', { name: file })
  const used = new Set(['course.yaml', 'test.yaml', 'assignment.yaml', ...files.flatMap(file => ['ru', 'kk', 'en'].map(locale => `lessons/${file}.${locale}.md`))])
  for (const path of folder.files.keys())
    if (!used.has(path) && !/^figures\/[a-z0-9-]+\.(svg|yaml)$/.test(path)) new FaultList(`${folder.name}/${path}`, found).add(top, 'unused-file')
}

function judgeMentions(lessons: LessonRead[], slugs: string[], folder: Folder, found: Fault[]) {
  const unknown = (mentions: Mention[], known: string[]) => mentions.filter(({ name }) => !known.includes(name))
  for (const { name, place } of unknown(lessons.flatMap(read => read.figures), figureNames(folder))) found.push({ ...place, code: 'unknown-figure', facts: { name } })
  for (const { name, place } of unknown(lessons.flatMap(read => read.lessons), slugs)) found.push({ ...place, code: 'unknown-lesson', facts: { name } })
}

function judgeTest(folder: Folder, { questions }: Test, slugs: string[], found: Fault[]) {
  const path = 'test.yaml'
  const at = (text: string) => lastPlaceOf(folder.files.get(path)!, text)
  const faults = new FaultList(`${folder.name}/${path}`, found)
  questions.forEach(({ id, lesson }, index) => {
    if (questions.findIndex(other => other.id === id) < index) faults.add(at(`id: ${id}`), 'id-twice', { id })
    if (!slugs.includes(lesson)) faults.add(at(`lesson: ${lesson}`), 'unknown-lesson', { name: lesson })
  })
}

function fingerprint({ files }: Folder) {
  const hash = createHash('sha256')
  for (const [path, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(JSON.stringify([path, text]))
  return hash.digest('hex')
}
