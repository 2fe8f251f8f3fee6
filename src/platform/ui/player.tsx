import type { ComponentChildren } from 'preact'
import { locales, speaker, type Locale } from '../locale.ts'
import { Island } from '../islands/island.tsx'
import { useHere } from './here.ts'
import { Icon } from './icon.tsx'
import { PlayWatch } from './islands/play-watch.tsx'
import { Link } from './link.tsx'
import { messages } from './messages.ts'
import { Disclosure } from './navigation.tsx'
import { Notice } from './notice.tsx'
import { ownId } from './here.ts'

export type PlayerProps = {
  title: string
  /** The language of what is shown and said; the words of the player are in that of the page. */
  locale?: Locale
  sources: { src: string; type: string }[]
  /** With its size, so that nothing jumps. Without one there is only something to hear. */
  poster?: { src: string; width: number; height: number }
  seconds: number
  captions: { locale: Locale; src: string }[]
  transcript: ComponentChildren
  download: { to: string; bytes: number }
  /** Where one says that it does not play, without a language. */
  report: string
  /** It did not play: what a browser shows once it has tried. */
  failed?: boolean
}

const names: Record<Locale, string> = { ru: 'Русский', kk: 'Қазақша', en: 'English' }

/** A video, or a recording without pictures, in the browser's own controls. Nothing is fetched before it is played; who does not play it reads the same below. */
export function Player({ title, locale, sources, poster, seconds, captions, transcript, download, report, failed = false }: PlayerProps) {
  const { locale: spoken } = useHere()
  const say = speaker(messages, spoken)
  const language = locale ?? spoken
  const id = ownId()
  const tracks = captions.toSorted((one, other) => locales.indexOf(one.locale) - locales.indexOf(other.locale))
    .map(each => <track kind="captions" src={each.src} srclang={each.locale} label={names[each.locale]} default={each.locale === language} />)
  const inside = <>{sources.map(({ src, type }) => <source src={src} type={type} />)}{tracks}</>
  const named = { id, controls: true, preload: 'none', 'aria-label': title, lang: language === spoken ? undefined : language } as const
  return (
    <figure class="player">
      {poster ? <video {...named} playsinline poster={poster.src} width={poster.width} height={poster.height}>{inside}</video> : <audio {...named}>{inside}</audio>}
      <figcaption><span lang={language === spoken ? undefined : language}>{title}</span> <span class="quiet">{lengthOf(seconds)}</span></figcaption>
      <div class="player-failed" id={`${id}-failed`} hidden={!failed} role="status"><Notice kind="bad" title={say('plays-not')}><p>{say('plays-not-hint')}</p></Notice></div>
      <Disclosure summary={say('transcript')} id={`${id}-words`} open={failed}><div lang={language === spoken ? undefined : language}>{transcript}</div></Disclosure>
      <ul class="player-ways">
        <li><a href={download.to} download><Icon name="download" /><span>{say('download-file', { size: sizeOf(download.bytes, spoken) })}</span></a></li>
        <li><Link to={report}><Icon name="flag" /><span>{say('report-player')}</span></Link></li>
      </ul>
      <Island of={PlayWatch} id={id} />
    </figure>
  )
}

/** "0:16". */
const lengthOf = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

const sizeOf = (bytes: number, locale: Locale) => bytes < 1_000_000
  ? new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(Math.max(1, bytes / 1000))
  : new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 1_000_000)
