import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { CliCommand } from '#platform/cli/cli.ts'
import { fill, speaker } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import { limits, readApart, wordsOf, writeCourseFolder, zipOf, type CourseFolder, type Source } from '#school/courses/courses.ts'
import { bringIn } from './bring-in.ts'
import { messages } from './messages.ts'
import { takeOut } from './take-out.ts'

/** Courses as folders, from the terminal: in, as a draft, and out. */
export const cliCommands: CliCommand<Context>[] = [
  {
    name: 'import course-folder', says: messages['cli-import'], takes: ['folder'], site: 'one',
    async run({ site, act, args, path, locale }) {
      const ctx = await act(site)
      const read = await readApart(sourceAt(path(args.folder!)))
      if ('faults' in read) return { said: read.faults.map(fault => wordsOf(fault, locale)), json: { site, course: null, outcome: 'refused', faults: read.faults }, broken: true }
      const { course } = read
      const { outcome, number } = await bringIn(ctx, { course })
      const say = speaker(messages, locale)
      const address = new URL(`/${locale}/office/courses/${course.slug}/preview?which=draft`, ctx.address).href
      return { said: [say(`brought-${outcome}`, { course: course.slug, number }), ...outcome === 'nothing' ? [] : [say('look-at', { address })]], json: { site, course: course.slug, outcome, version: number, faults: [] } }
    },
  },
  {
    name: 'export course-folder', says: messages['cli-export'], takes: ['course', 'folder'], site: 'one', flags: { draft: { says: messages['cli-draft'] } },
    async run({ site, act, args, flags, path, locale }) {
      const ctx = await act(site)
      const taken = await takeOut(ctx, { course: args.course!, which: flags.draft ? 'draft' : 'published' }).catch(error => {
        throw error instanceof Refusal && error.status === 404 ? new Refusal(404, 'authoring.no-such-course', { course: args.course! }) : error
      })
      const typed = path(args.folder!)
      const place = /\.zip$/i.test(typed) ? await asArchive(taken.course, typed) : asFolder(taken.course, join(typed, taken.course.slug))
      return { said: [fill(messages['taken-out'], { course: taken.course.slug, number: taken.number, place })[locale]], json: { site, course: taken.course.slug, version: taken.number, place } }
    },
  },
]

/** A folder is read as it stands, a file as its archive. */
function sourceAt(place: string): Source {
  const found = statSync(place, { throwIfNoEntry: false })
  if (!found) throw new Refusal(404, 'authoring.no-such-place', { place })
  if (found.isDirectory()) return { folder: place }
  if (!found.isFile()) throw new Refusal(404, 'authoring.no-such-place', { place })
  if (found.size > limits.all) throw new Refusal(413, 'authoring.too-large', { most: limits.all / 1_048_576 })
  return { archive: new Uint8Array(readFileSync(place)), file: basename(place) }
}

async function asArchive(course: CourseFolder, place: string): Promise<string> {
  if (existsSync(place)) throw new Refusal(409, 'authoring.place-taken', { place })
  writeFileSync(place, await zipOf(course), { flag: 'wx' })
  return place
}

/** In one step: whoever looks finds the whole folder, or none. */
function asFolder(course: CourseFolder, place: string): string {
  if (existsSync(place)) throw new Refusal(409, 'authoring.place-taken', { place })
  mkdirSync(dirname(place), { recursive: true })
  const aside = mkdtempSync(join(dirname(place), '.coming-'))
  try {
    const { files, media } = writeCourseFolder(course)
    for (const [path, content] of [...files, ...media ?? []]) {
      mkdirSync(dirname(join(aside, path)), { recursive: true })
      writeFileSync(join(aside, path), content)
    }
    chmodSync(aside, 0o777 & ~process.umask()) // a folder made aside is closed to all others
    renameSync(aside, place)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    throw error
  }
  return place
}
