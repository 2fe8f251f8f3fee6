import type { Look } from './themes.ts'

/** The horn curl in the colours of the look. */
export const favicon = ({ palette: { accent, onAccent }, radius, masthead }: Look) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="${Math.min(radius, 10)}" fill="${masthead?.ground[0] ?? accent[0]}"/>`
  + `<path d="M16 27V13c0-6 3-8 6-8s5 2 5 4.500-2 4-4 4-3-1.300-3-2.700M16 13c0-6-3-8-6-8S5 7 5 9.500s2 4 4 4 3-1.300 3-2.700" fill="none" stroke="${onAccent[0]}" stroke-width="2.500" stroke-linecap="round"/></svg>`
