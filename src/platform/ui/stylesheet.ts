// One small stylesheet for each look: the shared rules, and that look's colours and faces only.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, stop, transform } from 'esbuild'
import { addAsset } from '../islands/assets.ts'
import { withMoreContrast } from './contrast.ts'
import { favicon } from './favicon.ts'
import type { Palette } from './palettes.ts'
import { looks, themes, type Look, type Theme } from './themes.ts'
import { aloneOf, fileName, parts, partsOf, standInsOf, typefaces, type Family } from './typefaces.ts'

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const minified = async (css: string) => (await transform(css, { loader: 'css', minify: true })).code

const { outputFiles: [shared] } = await build({ entryPoints: [here('styles/all.css')], bundle: true, minify: true, write: false, loader: { '.css': 'css' } })

const families = Object.keys(typefaces) as Family[]
const filesOf = (family: Family, alone?: number) => partsOf(family).map(part => {
  const file = readFileSync(here(`fonts/${fileName(family, part, alone)}`))
  return { part, address: addAsset(fileName(family, part, alone), 'font/woff2', file), inside: `data:font/woff2;base64,${file.toString('base64')}` }
})
const fonts = new Map(families.map(family => [family, filesOf(family)]))
const fontsAlone = new Map(families.map(family => [family, aloneOf(family) ? filesOf(family, aloneOf(family)) : fonts.get(family)!]))

// A Kazakh page needs the few Kazakh letters of every face: its stylesheet has them inside, for less than the requests would cost.
const sheets = new Map(await Promise.all(themes.map(async theme => [theme, {
  stylesheet: await sheet(theme, false), kazakh: await sheet(theme, true),
  icon: `data:image/svg+xml,${encodeURIComponent(favicon(looks[theme]))}`, // smaller than the request for it
}] as const)))

/** For a page that shows schools beside each other: within `data-look` stand the colours, corners and headings of that look. */
export const looksSheet = addAsset('looks.css', 'text/css', await minified(
  [...new Set(themes.map(theme => looks[theme].heading))].filter(family => family !== looks.core.body).map(family => faceOf(family, fontsAlone.get(family)!, false)).join('')
  + themes.map(theme => `${variablesOf(`[data-look=${theme}]`, looks[theme])}[data-look=${theme}]{--body:inherit;--label:inherit}`).join('')
  + readFileSync(here('styles/looks.css'), 'utf8')))
void stop() // the bundler is a process of its own, and a thread beside it: nobody needs them from here on

async function sheet(theme: Theme, kazakh: boolean) {
  return addAsset(`${theme}${kazakh ? '-kk' : ''}.css`, 'text/css', await minified(facesOf(looks[theme], kazakh) + variablesOf(':root', looks[theme])) + shared!.text)
}

export const stylesheetOf = (theme: Theme, kazakh: boolean) => sheets.get(theme)![kazakh ? 'kazakh' : 'stylesheet']
export const iconOf = (theme: Theme) => sheets.get(theme)!.icon
/** The faces every page of a look shows first: worth fetching before the stylesheet is read. */
export const firstFonts = (theme: Theme): string[] =>
  fonts.get(looks[theme].body)!.filter(({ part }) => part === 'latin' || part === 'russian').map(({ address }) => address)

function facesOf({ heading, body, ...rest }: Look, kazakh: boolean): string {
  return [...new Set([body, heading, ...rest.label ? [rest.label] : []])].map(family => faceOf(family, fonts.get(family)!, kazakh)).join('')
}

function faceOf(family: Family, files: ReturnType<typeof filesOf>, kazakh: boolean): string {
  const { weights } = typefaces[family]
  const faces = files.map(({ part, address, inside }) =>
    `@font-face{font-family:"${family}";font-weight:${weights.join(' ')};font-display:swap;src:url(${kazakh && part === 'kazakh' ? inside : address}) format("woff2");unicode-range:${parts[part].range}}`)
  return faces.join('') + standInsOf(family).map(({ name, from }) =>
    `@font-face{font-family:"${name}";src:${from.local.map(local => `local("${local}")`).join()};size-adjust:${from.size}%;ascent-override:${from.ascent}%;descent-override:${from.descent}%;line-gap-override:0%}`).join('')
}

/** Each colour once, as a light and a dark one: the system's mode, or the look's own, chooses. */
function variablesOf(place: string, { palette, radius, mode, masthead, ...type }: Look): string {
  const pair = ([light, dark]: readonly [string, string]) => `light-dark(${light},${dark})`
  const declared = (colours: Partial<Palette>) => Object.entries(colours).map(([name, colour]) => `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}:${pair(colour)}`).join(';')
  const sharper = Object.fromEntries(Object.entries(withMoreContrast(palette)).filter(([name, colour]) => String(colour) !== String(palette[name as keyof Palette])))
  const top = masthead ? { ground: pair(masthead.ground), text: pair(masthead.text), link: pair(masthead.link), line: 'transparent' }
    : { ground: 'var(--surface)', text: 'var(--text)', link: 'var(--muted)', line: 'var(--border)' }
  const family = (name: Family, last: string) => `"${name}",${standInsOf(name).map(({ name }) => `"${name}"`).join()},${last}`
  const last = type.body === 'Bitter' ? 'serif' : 'sans-serif'
  return `${place}{color-scheme:${mode ?? 'light dark'};${declared(palette)};--radius:${radius}px;--heading:${family(type.heading, type.heading === 'Prata' ? 'serif' : last)};`
    + `--heading-weight:${type.headingWeight};--body:${family(type.body, last)};--label:${type.label ? family(type.label, 'monospace') : 'var(--body)'};`
    + `${Object.entries(top).map(([name, value]) => `--top-${name}:${value}`).join(';')}}`
    + `@media (prefers-contrast:more){${place}{${declared(sharper)}}}`
}
