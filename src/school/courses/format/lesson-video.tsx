import { locales, type Locale } from '#platform/locale.ts'
import { Player } from '#platform/ui/ui.ts'
import type { Video } from './course-folder.ts'
import { LessonBody } from './lesson-body.tsx'

/** What a page has to know of a video; the bytes have addresses of their own. `tag` changes with them. */
export type VideoShown = Pick<Video, 'name' | 'type' | 'width' | 'height' | 'captions' | 'transcript'> & { size: number; tag: string }

/** A video of a lesson in the language of the lesson. Its files lie at `at`, each under its name; `report` is where one says that it does not play. */
export function LessonVideo({ video: { name, type, width, height, size, tag, captions, transcript }, title, locale, at, report }: { video: VideoShown; title: string; locale: Locale; at: string; report: string }) {
  const file = (ending: string) => `${at}/${name}.${ending}?v=${tag.slice(0, 12)}`
  return (
    <Player title={title} locale={locale} sources={[{ src: file(type), type: `video/${type}` }]} poster={{ src: file('jpg'), width, height }} seconds={Math.round((captions[locale].at(-1)?.to ?? 0) / 1000)}
      captions={locales.map(each => ({ locale: each, src: file(`${each}.vtt`) }))} download={{ to: `${file(type)}&download=1`, bytes: size }} report={report}
      transcript={<LessonBody blocks={transcript[locale]} figures={[]} locale={locale} lesson={slug => `${at.replace(/\/[^/]+\/media$/, '')}/${slug}`} check={() => null} />} />
  )
}
