// One small stylesheet for each look: the shared rules, and that look's colours and faces only.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, stop, transform } from 'esbuild'
import { addAsset } from '../islands/assets.ts'
import { favicon } from './favicon.ts'
import { looks, themes, type Look, type Theme } from './themes.ts'
import { fileName, parts, typefaces, type Family, type Part } from './typefaces.ts'

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const minified = async (css: string) => (await transform(css, { loader: 'css', minify: true })).code

const { outputFiles: [shared] } = await build({ entryPoints: [here('styles/all.css')], bundle: true, minify: true, write: false, loader: { '.css': 'css' } })

const fonts = new Map((Object.keys(typefaces) as Family[]).map(family => [family, (Object.keys(parts) as Part[]).filter(part => !('without' in typefaces[family] && typefaces[family].without === part))
  .map(part => ({ part, address: addAsset(fileName(family, part), 'font/woff2', readFileSync(here(`fonts/${fileName(family, part)}`))) }))]))

const sheets = new Map(await Promise.all(themes.map(async theme => [theme, {
  stylesheet: addAsset(`${theme}.css`, 'text/css', await minified(facesOf(looks[theme]) + `:root{${variablesOf(looks[theme])}}`) + shared!.text),
  icon: addAsset(`${theme}.svg`, 'image/svg+xml', favicon(looks[theme])),
}] as const)))

/** For a page that shows schools beside each other: within `data-look` stand the colours, corners and headings of that look. */
export const looksSheet = addAsset('looks.css', 'text/css', await minified(
  facesFor(themes.map(theme => looks[theme].heading).filter(family => family !== looks.core.body))
  + themes.map(theme => `[data-look=${theme}]{${variablesOf(looks[theme])};--body:inherit;--label:inherit}`).join('')
  + readFileSync(here('styles/looks.css'), 'utf8')))
void stop() // the bundler is a process of its own, and a thread beside it: nobody needs them from here on

export const stylesheetOf = (theme: Theme) => sheets.get(theme)!.stylesheet
export const iconOf = (theme: Theme) => sheets.get(theme)!.icon
/** The faces every page of a look shows first: worth fetching before the stylesheet is read. */
export const firstFonts = (theme: Theme, kazakh: boolean): string[] =>
  fonts.get(looks[theme].body)!.filter(({ part }) => part === 'latin' || part === 'russian' || (kazakh && part === 'kazakh')).map(({ address }) => address)

function facesOf({ heading, body, ...rest }: Look): string {
  return facesFor([body, heading, ...rest.label ? [rest.label] : []])
}

function facesFor(families: Family[]): string {
  return [...new Set(families)].map(family => {
    const { weights, fallback } = typefaces[family]
    const faces = fonts.get(family)!.map(({ part, address }) =>
      `@font-face{font-family:"${family}";font-weight:${weights.join(' ')};font-display:swap;src:url(${address}) format("woff2");unicode-range:${parts[part].range}}`)
    return faces.join('') + `@font-face{font-family:"${family} ready";src:${fallback.local.map(name => `local("${name}")`).join()};size-adjust:${fallback.size}%;ascent-override:${fallback.ascent}%;descent-override:${fallback.descent}%;line-gap-override:0%}`
  }).join('')
}

/** Each colour once, as a light and a dark one: the system's mode, or the look's own, chooses. */
function variablesOf({ palette, radius, mode, masthead, ...type }: Look): string {
  const pair = ([light, dark]: readonly [string, string]) => `light-dark(${light},${dark})`
  const colours = Object.entries(palette).map(([name, colour]) => `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}:${pair(colour)}`)
  const top = masthead ? { ground: pair(masthead.ground), text: pair(masthead.text), link: pair(masthead.link), line: 'transparent' }
    : { ground: 'var(--surface)', text: 'var(--text)', link: 'var(--muted)', line: 'var(--border)' }
  const family = (name: Family, last: string) => `"${name}","${name} ready",${last}`
  const last = type.body === 'Bitter' ? 'serif' : 'sans-serif'
  return `color-scheme:${mode ?? 'light dark'};${colours.join(';')};--radius:${radius}px;--heading:${family(type.heading, type.heading === 'Prata' ? 'serif' : last)};`
    + `--heading-weight:${type.headingWeight};--body:${family(type.body, last)};--label:${type.label ? family(type.label, 'monospace') : 'var(--body)'};`
    + `${Object.entries(top).map(([name, value]) => `--top-${name}:${value}`).join(';')}`
}
