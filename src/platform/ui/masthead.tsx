import { locales, speaker, type Locale } from '../locale.ts'
import { useHere, type Here, type Item } from './here.ts'
import { Icon } from './icon.tsx'
import { Button, Link, Post } from './link.tsx'
import { Menu } from './overlay.tsx'
import { messages } from './messages.ts'
import { Motif } from './motif.tsx'
import { looks, type Look } from './themes.ts'

/** The school's name, its sections, the language, the person. On a phone the sections open under a button that needs no script. */
export function Masthead() {
  const here = useHere()
  const { locale, school, actor } = here
  const say = speaker(messages, locale)
  const look: Look = looks[school.theme]
  return (
    <header class="masthead">
      <div class="inner">
        <Link class="brand" to="/">{school.name[locale]}</Link>
        <details class="menu"><summary><Icon name="menu" /><span>{say('menu')}</span></summary></details>
        <div class="ways">
          {school.nav.length > 0 && <Items items={school.nav} label={say('main')} />}
          <Languages here={here} label={say('language')} />
          {school.told && <Told item={school.told} />}
          {actor.person ? <Account items={[...school.workplace ? [school.workplace] : [], ...school.account]} /> : school.slug && <Button kind="secondary" to="/sign-in">{say('sign-in')}</Button>}
        </div>
      </div>
      {look.contactOnTop && school.contact && <p class="top-contact">{school.contact[locale]}</p>}
      <Motif />
    </header>
  )
}

function Items({ items, label }: { items: Item[]; label: string }) {
  const { locale, path, school: { watch } } = useHere()
  return (
    <nav class="sections" aria-label={label}>
      <ul>{items.map(({ to, label }) => <li><Link to={to} data-name={watch?.clicks ? to : undefined} {...isAt(path, to) && !items.some(other => other.to.length > to.length && isAt(path, other.to)) ? { 'aria-current': 'page' as const } : {}}>{label[locale]}</Link></li>)}</ul>
    </nav>
  )
}

/** Beside the account and not in its menu: whoever works here and learns nothing looks for it too. */
function Told({ item: { to, label } }: { item: Item }) {
  const { locale, path } = useHere()
  return <Link class="told" to={to} {...isAt(path, to) && { 'aria-current': 'page' as const }}><Icon name="bell" /><span>{label[locale]}</span></Link>
}

const isAt = (path: string, to: string) => path === to || (to !== '/' && path.startsWith(`${to}/`))

/** A menu of the browser's own: opens under its button, closes by Escape or a click elsewhere. On a phone it stands open. */
function Account({ items }: { items: Item[] }) {
  const say = speaker(messages, useHere().locale)
  return (
    <Menu id="account-menu" class="account" kind="quiet" icon="circle-user-round" label={say('account')}>
      <Items items={items} label={say('account')} />
      <Post to="/sign-out"><Button kind="quiet" icon="log-out">{say('sign-out')}</Button></Post>
    </Menu>
  )
}

/** The same page in another language: the address keeps what was asked. */
function Languages({ here: { locale, path, query }, label }: { here: Here; label: string }) {
  const asked = new URLSearchParams(query).toString()
  return (
    <nav class="languages" aria-label={label}>
      <ul>{locales.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)).map(each => (
        <li><a href={`/${each}${path === '/' ? '' : path}${asked && `?${asked}`}`} lang={each} hreflang={each} aria-current={each === locale ? 'true' : undefined} aria-label={names[each].whole}>{names[each].short}</a></li>
      ))}</ul>
    </nav>
  )
}

const order: Locale[] = ['kk', 'ru', 'en']
const names = { kk: { short: 'ҚАЗ', whole: 'ҚАЗ, қазақша' }, ru: { short: 'РУС', whole: 'РУС, русский' }, en: { short: 'ENG', whole: 'ENG, English' } }
