import { palettes, type Palette, type Pair } from './palettes.ts'
import type { Family } from './typefaces.ts'

export type Motif = 'none' | 'contours' | 'horizon' | 'ledger' | 'shelves' | 'highlighter'

/** A look: what a school's people know it by. Status colours, focus and the privacy pages are the same in all. */
export type Look = {
  palette: Palette
  /** Corners, in pixels. */
  radius: number
  heading: Family
  headingWeight: number
  body: Family
  /** Small labels and code. */
  label?: Family
  motif: Motif
  /** Without it the system decides. */
  mode?: 'dark'
  masthead?: { ground: Pair; text: Pair; link: Pair }
}

const white: Pair = ['#ffffff', '#ffffff']

export const looks = {
  core: { palette: palettes.core, radius: 8, heading: 'Onest', headingWeight: 700, body: 'Onest', motif: 'none' },
  masteryn: { palette: palettes.masteryn, radius: 14, heading: 'Rubik', headingWeight: 600, body: 'Onest', motif: 'contours' },
  photo: { palette: palettes.photo, radius: 2, heading: 'Prata', headingWeight: 400, body: 'Golos Text', motif: 'horizon', mode: 'dark' },
  mexrontal: {
    palette: palettes.mexrontal, radius: 6, heading: 'Golos Text', headingWeight: 700, body: 'Golos Text', motif: 'ledger',
    masthead: { ground: ['#0a4f4b', '#0b2e2c'], text: white, link: ['#cfe7e4', '#cfe7e4'] },
  },
  cloudex: { palette: palettes.cloudex, radius: 16, heading: 'Geologica', headingWeight: 650, body: 'Onest', motif: 'shelves' },
  webstapero: { palette: palettes.webstapero, radius: 0, heading: 'Bitter', headingWeight: 700, body: 'Bitter', label: 'Zhazba Code', motif: 'highlighter' },
} satisfies Record<string, Look>

export type Theme = keyof typeof looks
export const themes = Object.keys(looks) as Theme[]
export const isTheme = (name: string): name is Theme => name in looks
