// The first page of a demonstration: which schools live on this machine, and who may be tried in them.
import { speaker, type Locale, type Messages } from '#platform/locale.ts'
import { Actions, Button, Card, Grid, Link, drawPage, Mark, Notice, nowhere, Opening, Post, type Here } from '#platform/ui/ui.ts'
import { roleNames } from '#trust/audit/audit.ts'
import type { Site } from './site.ts'

const messages = {
  title: { ru: 'Школы', kk: 'Мектептер', en: 'Schools' },
  lead: {
    ru: 'У каждой школы свой адрес, свои курсы и своя политика. Обещания каждой проверяет программа, и видно, что она нашла.',
    kk: 'Әр мектептің өз мекенжайы, өз курстары және өз саясаты бар. Әрқайсысының уәдесін бағдарлама тексереді, нені тапқаны көрініп тұрады.',
    en: 'Each school has its own address, its own courses and its own policy. A program checks the promises of each, and shows what it found.',
  },
  'enter-as': { ru: 'Войти одним нажатием, как вымышленный человек:', kk: 'Ойдан шығарылған адам ретінде бір басып кіру:', en: 'Come in with one click, as an invented person:' },
  none: { ru: 'Открытых школ пока нет.', kk: 'Әзірге ашық мектеп жоқ.', en: 'No school is open yet.' },
} satisfies Messages

export function frontPage(sites: Iterable<Site>, locale: Locale, now: Date, prefix: string): string {
  const here: Here = { ...nowhere(locale, now), prefix }
  const say = speaker(messages, locale)
  const schools = [...sites]
  return drawPage(here, () => ({ title: say('title'), body: (
    <>
      <Opening big title={say('title')} lead={say('lead')} />
      {schools.length ? <Grid>{schools.map(site => <SchoolCard site={site} locale={locale} prefix={prefix} />)}</Grid> : <Notice title={say('none')} />}
    </>
  ) }))
}

type Shown = { site: Site; locale: Locale; prefix: string }

/** Where people are let in by a click the card holds buttons, so it is not one whole link. */
function SchoolCard({ site: { slug, address, policy, settings }, locale, prefix }: Shown) {
  const [to, over] = [address.origin + (prefix || '/'), <><Mark theme={settings.theme} /> {address.host}</>]
  if (!settings.people.length) return <Card title={policy.name[locale]} to={to} over={over}><p>{settings.tagline[locale]}</p></Card>
  const say = speaker(messages, locale)
  return (
    <Card title={<Link to={to}>{policy.name[locale]}</Link>} over={over}>
      <p>{settings.tagline[locale]}</p>
      {settings.look && <p>{settings.look[locale]}</p>}
      <p class="quiet">{say('enter-as')}</p>
      <Actions>{settings.people.map(({ key, role, name }) => (
        <Post to="/demo/enter">
          <input type="hidden" name="site" value={slug} /><input type="hidden" name="key" value={key} />
          <Button kind="secondary">{`${name.first} ${name.last}: ${roleNames[role][locale]}`}</Button>
        </Post>
      ))}</Actions>
    </Card>
  )
}

/** Our content policy, with the schools as places a form of this page may lead to. */
export const policyOf = (schools: string[]) => `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'self' ${schools.join(' ')}; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'`
