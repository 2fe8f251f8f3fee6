import { inEveryLanguage, locales, type Locale } from '#platform/locale.ts'
import type { CourseFolder, SchoolFolder, Trajectory } from './course-folder.ts'
import { FaultList, FaultyFolder, placeOf, top, type Fault } from './faults.ts'
import { isUnread, within, type Folder } from './folder.ts'
import { readCourseFolder } from './read-course-folder.ts'
import { onlyText, readPage } from './read-markdown.ts'
import { readYaml } from './read-yaml.ts'
import { PageFrontMatter, TrajectoriesYaml } from './schemas.ts'

/** What a school teaches: its courses, its trajectories, its page about itself. The policy and the brand beside them have readers of their own. */
export function readSchoolFolder(folder: Folder): SchoolFolder {
  const found: Fault[] = (folder.unread ?? []).filter(({ file }) => !file.startsWith(`${folder.name}/courses/`))
  const courses = coursesOf(folder, found)
  const trajectories = readTrajectories(folder, courses, found)
  const about = readAbout(folder, found)
  if (found.length || !about) throw new FaultyFolder(found)
  return { courses, trajectories, about }
}

function coursesOf(folder: Folder, found: Fault[]): CourseFolder[] {
  const slugs = new Set([...folder.files.keys()].flatMap(path => /^courses\/([^/]+)\//.exec(path)?.[1] ?? []))
  return [...slugs].flatMap(slug => {
    try {
      return readCourseFolder(within(folder, `courses/${slug}`))
    } catch (fault) {
      if (!(fault instanceof FaultyFolder)) throw fault
      found.push(...fault.faults)
      return []
    }
  })
}

function readTrajectories(folder: Folder, courses: CourseFolder[], found: Fault[]): Trajectory[] {
  const text = folder.files.get('trajectories.yaml')
  if (text === undefined) return []
  const faults = new FaultList(`${folder.name}/trajectories.yaml`, found)
  const { trajectories } = readYaml(text, TrajectoriesYaml, faults) ?? { trajectories: [] }
  for (const { course } of trajectories.flatMap(trajectory => trajectory.stages))
    if (!courses.some(({ slug }) => slug === course) && !folder.files.has(`courses/${course}/course.yaml`))
      faults.add(placeOf(text, text.indexOf(`course: ${course}`)), 'unknown-course', { name: course })
  return trajectories
}

function readAbout(folder: Folder, found: Fault[]): SchoolFolder['about'] | undefined {
  const pages = inEveryLanguage(locale => aboutIn(folder, locale, found))
  if (!locales.every(locale => pages[locale])) return undefined
  return { title: inEveryLanguage(locale => pages[locale]!.title), body: inEveryLanguage(locale => pages[locale]!.body) }
}

function aboutIn(folder: Folder, locale: Locale, found: Fault[]) {
  const path = `about.${locale}.md`
  const faults = new FaultList(`${folder.name}/${path}`, found)
  const text = folder.files.get(path)
  if (text === undefined) return isUnread(folder, path) ? undefined : void faults.add(top, 'missing-file', { path })
  const page = readPage(text, PageFrontMatter, faults)
  return page && { title: page.front.title, body: onlyText(page.markdown, faults) }
}
