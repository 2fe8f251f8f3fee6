// The typefaces of the looks: where they come from, what is kept of them. scripts/fonts.ts writes the files, stylesheet.ts the faces.

/** What a face holds. Kazakh letters and currency signs are fetched only by pages that show them. */
export const parts = {
  latin: { from: 'latin', range: 'U+20-7E,U+A0,U+A7,U+A9,U+AB,U+AE,U+B0-B3,U+B5,U+B7,U+BB,U+D7,U+E4,U+E9,U+F6-F7,U+FC,U+2009,U+2010-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+202F,U+2212,U+20AC,U+2122' },
  russian: { from: 'cyrillic', range: 'U+401,U+406,U+410-44F,U+451,U+456,U+4B0-4B1,U+2116' },
  kazakh: { from: 'cyrillic-ext', range: 'U+492-493,U+49A-49B,U+4A2-4A3,U+4AE-4AF,U+4BA-4BB,U+4D8-4D9,U+4E8-4E9' },
  currency: { from: 'latin-ext', range: 'U+20B8,U+20BD' },
} as const
export type Part = keyof typeof parts

// Adobe keeps the name Source for its own files. What we cut from Source Code Pro is therefore called Zhazba (a note, in Kazakh) Code.

/** `weights` are the least and the greatest kept; `alone` is the one of them also cut apart, for a page that shows nothing but headings in this face; `fallback` makes a font of the system as wide and as high, so that nothing moves when the face arrives; `wide` does so where the system has only a wide one. */
type Typeface = { source: string; weights: readonly [number, number]; alone?: number; without?: Part; changed?: string; fallback: Fallback; wide?: Fallback }
/** In percent: of the font's own size, and of the size that gives. */
type Fallback = { local: readonly string[]; size: number; ascent: number; descent: number }

const sans = ['Arial', 'Liberation Sans'] as const
const serif = ['Times New Roman', 'Liberation Serif'] as const
const wideSans = ['DejaVu Sans'] as const // all that a bare Linux has, and a sixth wider than Arial
const wideSerif = ['DejaVu Serif'] as const

export const typefaces = {
  'Onest': { source: '@fontsource-variable/onest/files/onest-*-wght-normal.woff2', weights: [400, 700], fallback: { local: sans, size: 103.7, ascent: 93.5, descent: 29.9 }, wide: { local: wideSans, size: 90.4, ascent: 107.2, descent: 34.3 } },
  'Golos Text': { source: '@fontsource-variable/golos-text/files/golos-text-*-wght-normal.woff2', weights: [400, 700], alone: 700, fallback: { local: sans, size: 106.2, ascent: 92.3, descent: 20.7 }, wide: { local: wideSans, size: 92.6, ascent: 105.8, descent: 23.7 } },
  'Rubik': { source: '@fontsource-variable/rubik/files/rubik-*-wght-normal.woff2', weights: [600, 600], fallback: { local: sans, size: 101.1, ascent: 93, descent: 24.7 }, wide: { local: wideSans, size: 85.2, ascent: 110.4, descent: 29.3 } },
  'Geologica': { source: '@fontsource-variable/geologica/files/geologica-*-wght-normal.woff2', weights: [650, 650], fallback: { local: sans, size: 103.1, ascent: 95.1, descent: 27.2 }, wide: { local: wideSans, size: 86.9, ascent: 112.8, descent: 32.3 } },
  'Prata': { source: '@fontsource/prata/files/prata-*-400-normal.woff2', weights: [400, 400], without: 'currency', fallback: { local: serif, size: 117.6, ascent: 84.2, descent: 30.6 }, wide: { local: wideSerif, size: 93.2, ascent: 106.2, descent: 38.6 } },
  'Bitter': { source: '@fontsource-variable/bitter/files/bitter-*-wght-normal.woff2', weights: [400, 700], alone: 700, fallback: { local: serif, size: 113.9, ascent: 82.5, descent: 23.7 }, wide: { local: wideSerif, size: 90, ascent: 104.4, descent: 30 } },
  'Zhazba Code': { source: '@fontsource-variable/source-code-pro/files/source-code-pro-*-wght-normal.woff2', weights: [500, 500], changed: '© 2023 Adobe (http://www.adobe.com/), with Reserved Font Name ‘Source’. Cut down from Source Code Pro and renamed, as the licence asks.', fallback: { local: ['Courier New', 'Liberation Mono', 'DejaVu Sans Mono'], size: 100, ascent: 98, descent: 27 } },
} as const satisfies Record<string, Typeface>
export type Family = keyof typeof typefaces

/** onest-russian.woff2, bitter-latin-700.woff2 */
export const fileName = (family: Family, part: Part, alone?: number) => `${family.toLowerCase().replace(' ', '-')}-${part}${alone ? `-${alone}` : ''}.woff2`
export const partsOf = (family: Family) => (Object.keys(parts) as Part[]).filter(part => (typefaces[family] as Typeface).without !== part)
/** What stands in for a face until it arrives: the family's name in the stylesheet, and a font of the system. */
export function standInsOf(family: Family): { name: string; from: Fallback }[] {
  const { fallback, wide } = typefaces[family] as Typeface
  return [{ name: `${family} ready`, from: fallback }, ...wide ? [{ name: `${family} wide`, from: wide }] : []]
}
/** The weight a face is kept in apart, if it is. */
export const aloneOf = (family: Family): number | undefined => (typefaces[family] as Typeface).alone
