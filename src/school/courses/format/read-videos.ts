// videos/<name>.webm or .mp4, its poster <name>.jpg, and for each language its captions <name>.ru.vtt and its transcript <name>.ru.md.
import { inEveryLanguage, locales, type Locale } from '#platform/locale.ts'
import { readCaptions } from './captions.ts'
import type { Video } from './course-folder.ts'
import { FaultList, top, type Fault } from './faults.ts'
import { isUnread, type Folder } from './folder.ts'
import { onlyText, readMarkdown, type Mention } from './read-markdown.ts'
import { beginsAs, jpegSize } from './video.ts'

const videoFile = /^videos\/([a-z0-9-]+)\.(webm|mp4)$/

export const videoNames = ({ media }: Folder): string[] => [...new Set([...media?.keys() ?? []].flatMap(path => videoFile.exec(path)?.[1] ?? []))]

/** Whether a video of this name lies in the folder, be it one that could not be read. */
export const isFilmed = (folder: Folder, name: string) => ['webm', 'mp4'].some(type => folder.media?.has(`videos/${name}.${type}`) || isUnread(folder, `videos/${name}.${type}`))

/** The files of a video; of two formats the first is used, and the other is a file that nothing names. */
export const filesOfVideo = (folder: Folder, name: string): string[] =>
  [`videos/${name}.${typeOf(folder, name)}`, `videos/${name}.jpg`, ...locales.flatMap(locale => [`videos/${name}.${locale}.vtt`, `videos/${name}.${locale}.md`])]

const typeOf = ({ media }: Folder, name: string): 'webm' | 'mp4' => media?.has(`videos/${name}.webm`) ? 'webm' : 'mp4'

/** Every video of the folder. What one lacks is told where a lesson of that language shows it: there somebody would miss it. */
export const readVideos = (folder: Folder, shown: Mention[], found: Fault[]): Video[] =>
  videoNames(folder).flatMap(name => readVideo(folder, name, shown.filter(mention => mention.name === name).map(({ place }) => place), found) ?? [])

function readVideo(folder: Folder, name: string, places: Fault[] | Mention['place'][], found: Fault[]): Video | undefined {
  const type = typeOf(folder, name)
  const before = found.length
  const faultsIn = (path: string) => new FaultList(`${folder.name}/${path}`, found)
  const missing = (path: string, locale?: Locale) => {
    if (isUnread(folder, path)) return undefined
    const place = places.find(({ file }) => !locale || file.endsWith(`.${locale}.md`)) ?? places[0] ?? { file: `${folder.name}/videos/${name}.${type}`, ...top }
    return void found.push({ file: place.file, line: place.line, column: place.column, code: 'missing-file', facts: { path } })
  }
  const bytes = folder.media!.get(`videos/${name}.${type}`)!
  if (!beginsAs(type, bytes)) faultsIn(`videos/${name}.${type}`).add(top, 'not-a-video', { type })
  const poster = folder.media!.get(`videos/${name}.jpg`)
  const size = poster && jpegSize(poster)
  if (!poster) missing(`videos/${name}.jpg`)
  else if (!size) faultsIn(`videos/${name}.jpg`).add(top, 'not-a-poster')
  const textIn = (path: string, locale: Locale) => folder.files.get(path) ?? missing(path, locale)
  const captions = inEveryLanguage(locale => {
    const path = `videos/${name}.${locale}.vtt`
    const text = textIn(path, locale)
    return text === undefined ? [] : readCaptions(text, faultsIn(path))
  })
  const transcript = inEveryLanguage(locale => {
    const path = `videos/${name}.${locale}.md`
    const text = textIn(path, locale)
    if (text === undefined) return []
    const blocks = onlyText(readMarkdown(text, faultsIn(path)), faultsIn(path))
    if (!blocks.length) faultsIn(path).add(top, 'empty', { field: 'transcript' })
    return blocks
  })
  return found.length > before || !poster || !size ? undefined : { name, type, bytes, poster, ...size, captions, transcript }
}
