import { speaker, type Locale, type Messages, type Text } from '../locale.ts'
import { errorMessages } from './error-messages.ts'
import type { Here, School } from './here.ts'
import { Actions, Button } from './link.tsx'
import type { Shown } from './page.tsx'

type Layout = 401 | 403 | 404 | 405 | 409 | 413 | 421 | 422 | 429 | 500 | 503
type Known = { /** The sentence of the refusal, when there is a better one than ours. */ says?: Text; /** The number support asks for. */ number?: string; /** Seconds until trying again makes sense. */ after?: number }

/** What happened, is my work safe, what now: drawn without any database. */
export function errorPage(here: Here, status: number, { says, number, after }: Known = {}): Shown {
  const say = speaker(errorMessages as Messages, here.locale)
  const layout = layoutFor(status)
  const what = say(`${layout}-what`)
  const body = (
    <div class="reading error">
      <p class="over">{status}</p>
      <h1>{what}</h1>
      {says && says[here.locale] !== `${what}.` && <p class="lead">{says[here.locale]}</p>}
      <p>{say(`${layout}-safe`)}</p>
      <p>{after === undefined ? say(`${layout}-now`) : say('after', { minutes: Math.max(1, Math.ceil(after / 60)) })}</p>
      {number && <p class="quiet">{say('number', { number })}</p>}
      {status !== 421 && (
        <Actions>
          {status === 401 ? <Button to="/sign-in">{say('enter')}</Button> : <Button to="/">{say('home')}</Button>}
          {here.school.slug && <Button kind="secondary" to="/contacts">{say('help')}</Button>}
        </Actions>
      )}
    </div>
  )
  return { title: what, body }
}

/** Rare statuses are explained by the layout of their nearest relative. */
const layoutFor = (status: number) => ({ 400: 422, 410: 404, 415: 422 })[status] as Layout | undefined ?? status as Layout

/** A place that is no school: the list of schools, an unknown address, a start that is not over. */
export function nowhere(locale: Locale, now: Date, path = '/'): Here {
  const school: School = {
    slug: '', name: errorMessages.senim, tagline: errorMessages.tagline, theme: 'core', nav: [], account: [], footer: [], notices: [], demo: false,
  }
  return { locale, prefix: '', path, query: {}, actor: { person: null, role: 'visitor' }, school, once: '', now }
}
