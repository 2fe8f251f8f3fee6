import { palettes, type Palette, type Pair } from './palettes.ts'
import type { Family } from './typefaces.ts'

export type Motif = 'none' | 'contours' | 'horizon' | 'ledger' | 'shelves' | 'highlighter'

/** How the first page of a school is laid out: what stands first differs with what the school is. */
export type Front = 'plain' | 'route' | 'pictures' | 'desk' | 'shelves' | 'notes'

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
  front: Front
  /** The line of contact stands above every page, not only at its foot. */
  contactOnTop?: true
  /** Without it the system decides. */
  mode?: 'dark'
  masthead?: { ground: Pair; text: Pair; link: Pair }
}

const white: Pair = ['#ffffff', '#ffffff']

export const looks = {
  core: { palette: palettes.core, radius: 8, heading: 'Onest', headingWeight: 700, body: 'Onest', motif: 'none', front: 'plain' },
  atlas: { palette: palettes.atlas, radius: 14, heading: 'Rubik', headingWeight: 600, body: 'Onest', motif: 'contours', front: 'route' },
  dusk: { palette: palettes.dusk, radius: 2, heading: 'Prata', headingWeight: 400, body: 'Golos Text', motif: 'horizon', front: 'pictures', mode: 'dark' },
  ledger: {
    palette: palettes.ledger, radius: 6, heading: 'Golos Text', headingWeight: 700, body: 'Golos Text', motif: 'ledger', front: 'desk', contactOnTop: true,
    masthead: { ground: ['#0a4f4b', '#0b2e2c'], text: white, link: ['#cfe7e4', '#cfe7e4'] },
  },
  azure: { palette: palettes.azure, radius: 16, heading: 'Geologica', headingWeight: 650, body: 'Onest', motif: 'shelves', front: 'shelves' },
  notebook: { palette: palettes.notebook, radius: 0, heading: 'Bitter', headingWeight: 700, body: 'Bitter', label: 'Zhazba Code', motif: 'highlighter', front: 'notes' },
} satisfies Record<string, Look>

export type Theme = keyof typeof looks
export const themes = Object.keys(looks) as Theme[]
export const isTheme = (name: string): name is Theme => name in looks

export const frontOf = (theme: Theme): Front => looks[theme].front
