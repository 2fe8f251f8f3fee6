import type { z } from 'zod'
import { inEveryLanguage } from '#platform/locale.ts'
import type { Assignment, CourseFolder, Figure, Question } from './course-folder.ts'
import { FaultList, FaultyFolder, top, type Fault } from './faults.ts'
import { isUnread, type Folder } from './folder.ts'
import { judgeAssignment, judgeCourse, judgeTest, lessonFilesIn, listIn } from './judge-names.ts'
import { Slug } from './questions.ts'
import { readFigure } from './read-figure.ts'
import { readLesson, type LessonRead } from './read-lessons.ts'
import { onlyText, readMarkdown, type Mention } from './read-markdown.ts'
import { judgeSamples, readSamples } from './read-samples.ts'
import { filesOfVideo, isFilmed, readVideos, videoNames } from './read-videos.ts'
import { readYaml, type Judge } from './read-yaml.ts'
import { AssignmentYaml, CourseYaml, LabelsYaml, TestYaml, slugOf } from './schemas.ts'

/** The course whole, or a FaultyFolder that names every fault with file, line and column. */
export function readCourseFolder(folder: Folder): CourseFolder {
  const found: Fault[] = [...folder.unread ?? []]
  const slug = folder.name.split(/[/\\]/).at(-1)!
  if (!Slug.safeParse(slug).success) new FaultList(folder.name, found).add(top, 'bad-name', { name: slug })
  let named: string[] | undefined
  let cover: string[] = []
  const course = yamlFile(folder, 'course.yaml', CourseYaml, found, (value, fault) => {
    named = lessonFilesIn(value)
    judgeCourse(value, fault)
    cover = coverIn(value)
    judgeCover(folder, cover)(value, fault)
    judgeSamples({ isDrawn: name => isDrawn(folder, name), isLesson: name => named!.map(slugOf).includes(name) })(value, fault)
  })
  const { samples, figures: inSamples } = readSamples(course?.samples ?? [])
  const files = [...new Set(named ?? lessonsThere(folder))]
  const free = course?.free ?? []
  const read = new Map(files.map(file => [file, readLesson(folder, file, free.includes(file), found)]))
  const lessons = [...read.values()].filter(lesson => lesson !== undefined)
  let asked: string[] = []
  const test = yamlFile(folder, 'test.yaml', TestYaml, found, (value, fault) => {
    asked = listIn(value, 'questions').map(question => String((question as { id?: unknown } | null)?.id))
    judgeTest(files.map(slugOf))(value, fault)
  })
  const assignment = readAssignment(folder, found)
  const figures = readFigures(folder, found)
  const videos = readVideos(folder, lessons.flatMap(read => read.videos), found)
  judgeChecks(lessons, asked, found)
  judgeMentions(lessons, files.map(slugOf), folder, found)
  if (named) judgeFiles(folder, files, lessons, inSamples.concat(cover), found)
  if (found.length || !course || !test || !assignment) throw new FaultyFolder(found)
  const { format, free: _, ...rest } = course
  const modules = course.modules.map(module => ({ ...module, lessons: module.lessons.map(file => read.get(file)!.lesson) }))
  return { ...rest, slug, samples, modules, figures, videos, test: { ...test, questions: test.questions.map(paired) }, assignment }
}

/** Pairs stand in the order of their items, however they were written: the same question is stored as the same. */
const paired = (question: Question): Question => question.type !== 'matching' ? question
  : { ...question, right: Object.fromEntries(question.items.map(({ id }) => [id, question.right[id]!])) }

function yamlFile<T>(folder: Folder, path: string, schema: z.ZodType<T>, found: Fault[], judge?: Judge): T | undefined {
  const faults = new FaultList(`${folder.name}/${path}`, found)
  const text = folder.files.get(path)
  if (text === undefined) return isUnread(folder, path) ? undefined : void faults.add(top, 'missing-file', { path })
  return readYaml(text, schema, faults, judge)
}

/** Where course.yaml cannot be read, its lessons are those that lie there: their faults are told all the same. */
const lessonsThere = (folder: Folder) => [...folder.files.keys()].flatMap(path => /^lessons\/([\w-]{1,80})\.(?:ru|kk|en)\.md$/.exec(path)?.[1] ?? [])

function readAssignment(folder: Folder, found: Fault[]): Assignment | undefined {
  const read = yamlFile(folder, 'assignment.yaml', AssignmentYaml, found, judgeAssignment)
  if (!read) return undefined
  const faults = new FaultList(`${folder.name}/assignment.yaml`, found)
  const { anonymous, ...rest } = read
  return { ...rest, ...anonymous && { anonymous }, task: inEveryLanguage(locale => onlyText(readMarkdown(read.task[locale], faults), faults)) }
}

function readFigures(folder: Folder, found: Fault[]): Figure[] {
  return figureNames(folder).flatMap(name => {
    const labelled = folder.files.has(`figures/${name}.yaml`) || isUnread(folder, `figures/${name}.yaml`)
    const labels = labelled ? yamlFile(folder, `figures/${name}.yaml`, LabelsYaml, found) : {}
    const path = `figures/${name}.svg`
    return readFigure(name, folder.files.get(path)!, labels, new FaultList(`${folder.name}/${path}`, found)) ?? []
  })
}

const figureNames = (folder: Folder) => [...folder.files.keys()].flatMap(path => /^figures\/([a-z0-9-]+)\.svg$/.exec(path)?.[1] ?? [])

/** Checks and questions of the test stand in one bank, by their names. */
function judgeChecks(lessons: LessonRead[], asked: string[], found: Fault[]) {
  const known = new Set(asked)
  for (const { name, place } of lessons.flatMap(read => read.asked)) {
    if (known.has(name)) found.push({ ...place, code: 'id-twice', facts: { id: name } })
    known.add(name)
  }
}

const isDrawn = (folder: Folder, name: string) => folder.files.has(`figures/${name}.svg`) || isUnread(folder, `figures/${name}.svg`)

/** A card is small, and its title says what it is: words in the drawing could not be read there, and nobody would hear them. */
const judgeCover = (folder: Folder, [cover]: string[]): Judge => (_, fault) => {
  if (cover === undefined) return
  if (!isDrawn(folder, cover)) return fault(['cover'], 'unknown-figure', { name: cover })
  if (/<text\b/.test(folder.files.get(`figures/${cover}.svg`) ?? '')) fault(['cover'], 'cover-words', { name: cover })
}

/** The cover that is named, also where course.yaml has another fault; none or one. */
const coverIn = (course: unknown): string[] => {
  const cover = course && typeof course === 'object' ? (course as { cover?: unknown }).cover : undefined
  return typeof cover === 'string' ? [cover] : []
}

function judgeMentions(lessons: LessonRead[], slugs: string[], folder: Folder, found: Fault[]) {
  const unknown = (mentions: Mention[], known: (name: string) => boolean) => mentions.filter(({ name }) => !known(name))
  for (const { name, place } of unknown(lessons.flatMap(read => read.videos), name => isFilmed(folder, name))) found.push({ ...place, code: 'unknown-video', facts: { name } })
  for (const { name, place } of unknown(lessons.flatMap(read => read.figures), name => isDrawn(folder, name))) found.push({ ...place, code: 'unknown-figure', facts: { name } })
  for (const { name, place } of unknown(lessons.flatMap(read => read.lessons), name => slugs.includes(name))) found.push({ ...place, code: 'unknown-lesson', facts: { name } })
}

/** A file that nothing names is nowhere in the course: then somebody expects to see what nobody will. */
function judgeFiles(folder: Folder, files: string[], lessons: LessonRead[], elsewhere: string[], found: Fault[]) {
  const shown = lessons.length < files.length ? figureNames(folder) : [...lessons.flatMap(read => read.figures).map(({ name }) => name), ...elsewhere]
  const filmed = lessons.length < files.length ? videoNames(folder) : lessons.flatMap(read => read.videos).map(({ name }) => name)
  const used = new Set(['course.yaml', 'test.yaml', 'assignment.yaml', ...files.flatMap(file => ['ru', 'kk', 'en'].map(locale => `lessons/${file}.${locale}.md`)),
    ...shown.flatMap(name => [`figures/${name}.svg`, `figures/${name}.yaml`]), ...filmed.flatMap(name => filesOfVideo(folder, name))])
  for (const path of [...folder.files.keys(), ...folder.media?.keys() ?? []]) if (!used.has(path)) new FaultList(`${folder.name}/${path}`, found).add(top, 'unused-file')
}
