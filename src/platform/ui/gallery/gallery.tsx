// The gallery of a demonstration: every component in three languages, light and dark, as wide as the narrowest phone.
import { locales, speaker, type Messages } from '../../locale.ts'
import { drawPage, Grid, Card, Opening, Crumbs, type Here, type Shown } from '../ui.ts'
import { toPress, refusedForm } from './parts-to-press.tsx'
import { toRead } from './parts-to-read.tsx'
import { sayIn, type Part } from './part.ts'

export const parts: Part[] = [...toPress, ...toRead]

const messages = {
  'title': { ru: 'Все части страниц', kk: 'Беттердің барлық бөліктері', en: 'Every part of a page' },
  'lead': {
    ru: 'Из этих частей собраны все страницы. Каждая показана на трёх языках, светлой и тёмной, шириной с самый узкий телефон.',
    kk: 'Барлық беттер осы бөліктерден құралған. Әрқайсысы үш тілде, ашық және күңгірт түсте, ең тар телефонның енінде көрсетілген.',
    en: 'All pages are made of these parts. Each is shown in three languages, light and dark, as wide as the narrowest phone.',
  },
  'all': { ru: 'Все подряд', kk: 'Барлығы қатарымен', en: 'All, one under another' },
  'where': { ru: 'Где вы', kk: 'Қай жердесіз', en: 'Where you are' },
  'light': { ru: 'светлая', kk: 'ашық түс', en: 'light' },
  'dark': { ru: 'тёмная', kk: 'күңгірт түс', en: 'dark' },
} satisfies Messages
const names = { ru: 'Русский', kk: 'Қазақша', en: 'English' }
const modes = ['light', 'dark'] as const

/** The page at an address below /gallery: the list, one part in six frames, one frame, or all parts under each other. Undefined where there is none. */
export function drawGallery(here: Here): string | undefined {
  const [, , key = '', mode = ''] = here.path.split('/')
  const part = parts.find(part => part.key === key)
  if (!key) return drawPage(here, () => list(here))
  if (key === 'all') return drawPage(here, () => ({ title: speaker(messages, here.locale)('title'), body: <AllParts here={here} /> }))
  if (!part) return undefined
  if (!mode) return drawPage(here, () => ({ ...frames(part, here) }))
  return mode === 'light' || mode === 'dark' ? drawPage({ ...here, ...key === 'error-summary' && { failed: refusedForm } }, () => ({ title: part.name[here.locale], bare: mode, body: <Faces part={part} here={here} /> })) : undefined
}

function list({ locale }: Here): Shown {
  const say = speaker(messages, locale)
  return { title: say('title'), body: (
    <>
      <Opening title={say('title')} lead={say('lead')} />
      <Grid small>{[...parts, { key: 'all', name: messages.all }].map(({ key, name }) => <Card title={name[locale]} to={`/gallery/${key}`} />)}</Grid>
    </>
  ) }
}

function frames({ key, name, height }: Part, { locale }: Here): Shown {
  const say = speaker(messages, locale)
  return { title: name[locale], body: (
    <>
      <Crumbs label={say('where')} items={[{ to: '/gallery', label: say('title') }]} />
      <Opening title={name[locale]} />
      <div class="frames">{modes.flatMap(mode => locales.map(each => {
        const title = `${names[each]}, ${say(mode)}`
        return <figure><figcaption>{title}</figcaption><iframe src={`/${each}/gallery/${key}/${mode}`} title={title} width={320} height={height} loading="lazy" /></figure>
      }))}</div>
    </>
  ) }
}

function Faces({ part, here: { locale, now } }: { part: Part; here: Here }) {
  return <><h1 class="over">{part.name[locale]}</h1>{part.faces(sayIn(locale), now).map(({ name, shows }) => <section>{name && <h2 class="over">{name}</h2>}{shows}</section>)}</>
}

/** Every part, one under another: what is looked at as a whole. */
export function AllParts({ here }: { here: Here }) {
  const { locale, now } = here
  return (
    <>
      <Opening title={messages.title[locale]} lead={messages.lead[locale]} />
      {parts.filter(({ key }) => !repeated.has(key)).map(part => <section id={part.key}><h2>{part.name[locale]}</h2>{part.faces(sayIn(locale), now).map(({ name, shows }) => <>{name && <h3>{name}</h3>}{shows}</>)}</section>)}
    </>
  )
}
/** Fields that the summary of errors, which holds one of every kind, shows anyway. */
const repeated = new Set(['field', 'choice-card', 'date'])

/** Frames of our own pages on our own pages, and nowhere else. */
export const galleryPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self' data:; connect-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'"
