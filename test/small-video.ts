// The small course with a video in its lesson: files for smallCourse(), and the bytes beside them.
import { readFileSync } from 'node:fs'
import type { Folder } from '#school/courses/format/format.ts'
import { smallCourse } from './small-course.ts'

/** A video that really plays, and a poster of 320 × 180. */
export const film = new Uint8Array(readFileSync('src/platform/ui/gallery/sample.webm'))
export const poster = new Uint8Array(readFileSync('src/platform/ui/gallery/sample.jpg'))

const block = (title: string) => `\`\`\`video\nname: day\ntitle: ${title}\n\`\`\`\n\n\`\`\`check`
const captions = (words: string) => `WEBVTT\n\n00:00.000 --> 00:01.500\n${words}\n\n00:01.500 --> 00:03.000\n${words} 2\n`
const titles = { ru: 'День света', kk: 'Жарық күні', en: 'A day of light' }

type Changes = NonNullable<Parameters<typeof smallCourse>[0]>

/** `media` takes bytes away with null. */
export function filmedCourse(changes: Changes = {}, media: Record<string, Uint8Array | null> = {}): Folder {
  const lessons = Object.entries(titles).map(([locale, title]) => [`lessons/01-side.${locale}.md`, (text: string) => text.replace('```check', block(title))])
  const beside = Object.entries(titles).flatMap(([locale, title]) => [[`videos/day.${locale}.vtt`, captions(title)], [`videos/day.${locale}.md`, `**${title}.** Слова ${locale}.\n`]])
  const shown = smallCourse(Object.fromEntries([...lessons, ...beside]) as Changes)
  for (const [path, change] of Object.entries(changes))
    if (change === null) shown.files.delete(path)
    else shown.files.set(path, typeof change === 'string' ? change : change(shown.files.get(path) ?? ''))
  const bytes = Object.entries({ 'videos/day.webm': film, 'videos/day.jpg': poster, ...media }).filter(each => each[1] !== null) as [string, Uint8Array][]
  return { ...shown, media: new Map(bytes) }
}
