// How readable one colour is on another, and what is shown to whoever asks their system for more of it.
import type { Palette, Pair } from './palettes.ts'

/** WCAG 2.2: how much lighter one colour is than the other, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [one, other].map(luminance).sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const channels = (colour: string) => [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16))

function luminance(colour: string) {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The nearest colour of the same kind that stands out from all these grounds by `least`: darker on light, lighter on dark. */
function sharper(colour: string, grounds: readonly string[], least: number): string {
  const towards = luminance(grounds[0]!) > 0.5 ? 0 : 255
  for (let step = 0; step <= 50; step++) {
    const mixed = `#${channels(colour).map(part => Math.round(part + (towards - part) * step / 50).toString(16).padStart(2, '0')).join('')}`
    if (grounds.every(ground => contrast(mixed, ground) >= least)) return mixed
  }
  return towards ? '#ffffff' : '#000000'
}

/** The palette under `prefers-contrast: more`: all that is read by 7 to 1, all that bounds by 4.5. */
export function withMoreContrast(palette: Palette): Palette {
  const both = (make: (of: (name: keyof Palette) => string) => string): Pair => [make(name => palette[name][0]), make(name => palette[name][1])]
  const read = (name: keyof Palette, ...on: (keyof Palette)[]) => both(of => sharper(of(name), (['bg', 'surface', 'sunken', 'raised', ...on] as const).map(of), 7))
  const bounds = both(of => sharper(of('borderStrong'), [of('bg'), of('surface'), of('sunken')], 4.5))
  const accent = read('accent')
  const accentHover = read('accentHover')
  const onAccent = [0, 1].map(at => contrast('#ffffff', accent[at]!) >= 7 && contrast('#ffffff', accentHover[at]!) >= 7 ? '#ffffff' : '#000000') as unknown as Pair
  return {
    ...palette, muted: palette.text, border: bounds, borderStrong: palette.text, accent, accentHover, onAccent, focus: read('focus'),
    ok: read('ok', 'okBg'), warn: read('warn', 'warnBg'), bad: read('bad', 'badBg'), info: read('info', 'infoBg'),
  }
}
