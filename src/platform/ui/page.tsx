import type { ComponentChildren } from 'preact'
import { assetAddress } from '../islands/assets.ts'
import { fill, speaker, type Text } from '../locale.ts'
import { Footer } from './footer.tsx'
import { drawnFor, type Here } from './here.ts'
import { Link } from './link.tsx'
import { Masthead } from './masthead.tsx'
import { messages } from './messages.ts'
import { Notice } from './notice.tsx'
import { Question } from './question.tsx'
import { firstFonts, iconOf, looksSheet, stylesheetOf } from './stylesheet.ts'
import { Toast } from './toast.tsx'

/**
 * What a page gives: its title, its body with the one h1.
 * `undo` is where what was just done is taken back: its sentence then stands with a button for it.
 * `looks` where it shows schools beside each other, each in its own look.
 */
export type Shown = { title: string; body: ComponentChildren; undo?: string | undefined; looks?: boolean; bare?: 'light' | 'dark' }

/** Pages on which trust is asked for show the body face only, and so weigh little. */
const plain = /^\/(privacy|trust|certificates|sign-in|sign-up|recover|cookies|settings|letter-sent)(\/|$)/

/** A whole HTML document. What is shown is drawn for this place too, so it is not drawn before. */
export const drawPage = (here: Here, shown: () => Shown): string => drawnFor(here, () => `<!doctype html>${<Page here={here} {...shown()} />}`)

function Page({ here, title, body, undo, looks, bare }: { here: Here } & Shown) {
  const { locale, school, failed, said } = here
  const say = speaker(messages, locale)
  const titled = failed && (failed.refused || Object.keys(failed.problems).length) ? say('title-problem', { title }) : title
  return (
    <html lang={locale} data-theme={school.theme} data-face={plain.test(here.path) ? 'body' : undefined} data-mode={bare ?? here.mode ?? here.actor.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{titled === school.name[locale] ? titled : `${titled} · ${school.name[locale]}`}</title>
        {firstFonts(school.theme).map(address => <link rel="preload" href={address} as="font" type="font/woff2" crossorigin="anonymous" />)}
        <link rel="stylesheet" href={stylesheetOf(school.theme, locale === 'kk')} />
        {looks && <link rel="stylesheet" href={looksSheet} />}
        {school.watch && <script type="module" src={assetAddress('stay.script.js')} id="stay" data-view={school.watch.view} data-to={school.watch.to} />}
        <link rel="icon" type="image/svg+xml" href={iconOf(school.theme)} />
      </head>
      {bare ? <body class="bare"><main id="content">{body}</main></body> : <body>
        <a class="skip" href="#content">{say('skip')}</a>
        <Bars />
        <Masthead />
        <Question />
        <main id="content" tabindex={-1}>
          {said && !undo && <Notice kind="ok" title={said} focus />}
          {failed && !failed.form && failed.refused && <Notice kind="bad" title={failed.refused[locale]} focus />}
          {body}
          {said && undo && <Toast said={said} undo={undo} />}
        </main>
        <Footer />
      </body>}
    </html>
  )

  function Bars() {
    if (!school.notices.length && !school.demo) return null
    return (
      <section class="bars" aria-label={say('notices')}>
        {school.demo && <p class="bar demo">{say('demo')}</p>}
        {school.notices.map(({ text, to }) => <p class="bar">{text[locale]}{to && <> <Link to={to} aria-label={fill(labelled, { more: say('more'), text: text[locale] })[locale]}>{say('more')}</Link></>}</p>)}
      </section>
    )
  }
}

const labelled: Text = { ru: '{more}: {text}', kk: '{more}: {text}', en: '{more}: {text}' }
