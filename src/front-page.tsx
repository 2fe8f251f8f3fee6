// The page of a host that is no school: which schools live here.
import { renderToString } from 'preact-render-to-string'
import { speaker, type Locale, type Messages } from '#platform/locale.ts'
import { Card, Grid, Mark, Notice, nowhere, Opening, Page, type Here } from '#platform/ui/ui.ts'
import type { Site } from './site.ts'

const messages = {
  title: { ru: 'Школы', kk: 'Мектептер', en: 'Schools' },
  lead: {
    ru: 'У каждой школы свой адрес, свои курсы и своя политика. Обещания каждой проверяет программа, и видно, что она нашла.',
    kk: 'Әр мектептің өз мекенжайы, өз курстары және өз саясаты бар. Әрқайсысының уәдесін бағдарлама тексереді, нені тапқаны көрініп тұрады.',
    en: 'Each school has its own address, its own courses and its own policy. A program checks the promises of each, and shows what it found.',
  },
  none: { ru: 'Открытых школ пока нет.', kk: 'Әзірге ашық мектеп жоқ.', en: 'No school is open yet.' },
} satisfies Messages

export function frontPage(sites: Iterable<Site>, locale: Locale, now: Date, prefix: string): string {
  const here: Here = { ...nowhere(locale, now), prefix }
  const say = speaker(messages, locale)
  const schools = [...sites]
  const body = (
    <>
      <Opening big title={say('title')} lead={say('lead')} />
      {schools.length ? <Grid>{schools.map(site => <SchoolCard site={site} locale={locale} prefix={prefix} />)}</Grid> : <Notice title={say('none')} />}
    </>
  )
  return `<!doctype html>${renderToString(<Page here={here} title={say('title')} body={body} />)}`
}

const SchoolCard = ({ site: { address, policy, settings }, locale, prefix }: { site: Site; locale: Locale; prefix: string }) =>
  <Card title={policy.name[locale]} to={address.origin + (prefix || '/')} over={<><Mark theme={settings.theme} /> {address.host}</>}><p>{settings.tagline[locale]}</p></Card>
