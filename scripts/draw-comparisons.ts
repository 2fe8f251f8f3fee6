// node scripts/draw-comparisons.ts [folder]: draws the pairs of figures that the photography course compares. One view each, and only the
// light differs: ground and air are computed, so the same script always gives the same lines.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fbm, noise } from './landscape-ground.ts'

const [width, height, horizon] = [720, 440, 150]
const clamp = (value: number, low = 0, high = 1) => Math.min(high, Math.max(low, value))
const figure = (parts: string[]) => `<svg viewBox="0 0 ${width} ${height}" xmlns="http://www.w3.org/2000/svg">\n${parts.map(part => `  ${part}`).join('\n')}\n</svg>\n`
const shade = (tone: number, d: string) => `<path class="fig-fill-black" opacity="${Number(tone.toFixed(2))}" d="${d}"/>`
const paper = `<rect class="fig-fill-white" x="0" y="0" width="${width}" height="${height}"/>`
const warm = (share: number) => `<rect class="fig-fill-accent" opacity="${share}" x="0" y="0" width="${width}" height="${height}"/>`

type Light = 'front' | 'side'
type Dune = { peak: number; top: number; foot: number; wide: number; seed: number; ripples: number }

/** Where the edge of a dune stands against what is behind it. */
const crest = ({ peak, top, foot, wide, seed }: Dune, x: number) => {
  const away = (x - peak) / wide
  return Math.round(foot - (foot - top) * Math.exp(-(away < 0 ? away * away * 0.7 : away * away * 1.5)) + 7 * (noise(x * 0.012, seed) - 0.5))
}
/** The sharp line from the peak to the foot: sand lies against the wind on its left, and slides down on its right. */
const spine = ({ peak, top, seed }: Dune, y: number) => Math.round(peak + 0.34 * (y - top) + 26 * Math.sin((y - top) * 0.014 + seed) - 26 * Math.sin(seed))
const steps = (from: number, to: number, by = 12) => [...Array.from({ length: Math.max(0, Math.ceil((to - from) / by)) }, (_, index) => from + index * by), to]

function oneDune(dune: Dune, light: Light): string[] {
  const edge = (from: number, to: number, higher = 0) => steps(from, to).map(x => `${x} ${crest(dune, x) - higher}`).join('L')
  const top = crest(dune, dune.peak)
  const down = steps(top, height).map(y => `${spine(dune, y)} ${y}`)
  const whole = `M0 ${height}L${edge(0, width)}L${width} ${height}Z`
  // Half a step higher than the dune: else its white would shine through where two shadows meet.
  const lee = `M${edge(dune.peak, width, 1)}L${width} ${height}L${down.toReversed().join('L')}Z`
  const [near, far] = light === 'front' ? [0.12, 0.16] : [0.1, 0.8]
  return [`<path class="fig-fill-white" d="${whole}"/>`, shade(near, whole), shade(far, lee), shade(light === 'front' ? 0.035 : 0.42, ripplesOf(dune))]
}

/** Each fold of the sand is a thin dark shape, thicker towards us; in front light its shadow is hidden behind it. */
function ripplesOf(dune: Dune): string {
  return Array.from({ length: dune.ripples }, (_, index) => {
    const lower = 12 + index * (10 + index * 1.1)
    const at = (x: number) => crest(dune, x) * 0.82 + dune.foot * 0.18 + lower + 5 * Math.sin(x * 0.03 + index * 1.7 + 4 * noise(x * 0.01, index))
    const end = steps(0, width, 10).find(x => x > spine(dune, at(x)) - 6) ?? width
    const start = 18 + Math.round(60 * noise(index * 3.1, dune.seed))
    if (end - start < 60) return ''
    const along = steps(start, end - 8)
    const thick = (x: number) => (1.6 + index * 0.28) * Math.sin(Math.PI * clamp((x - start) / (end - start), 0.04, 0.96))
    return `M${along.map(x => `${x} ${Math.round(at(x))}`).join('L')}L${along.toReversed().map(x => `${x} ${Number((at(x) + thick(x)).toFixed(1))}`).join('L')}Z`
  }).join('')
}

/** A bush by the path: nothing shows the way of the light as plainly as the shadow of something that stands. */
function bush(light: Light, x: number, y: number): string[] {
  const blades = Array.from({ length: 9 }, (_, index) => `M${x - 2 + index} ${y}L${x - 20 + index * 5} ${y - 24 - 10 * noise(index, 3)}L${x + 1 + index} ${y}Z`).join('')
  const cast = light === 'front' ? `M${x - 8} ${y}L${x + 10} ${y}L${x + 3} ${y - 6}Z` : `M${x - 2} ${y - 2}L${x + 210} ${y + 16}L${x + 214} ${y + 21}L${x - 2} ${y + 4}Z`
  return [shade(light === 'front' ? 0.2 : 0.62, cast), shade(0.86, blades)]
}

const dunes: Dune[] = [
  { peak: 560, top: 128, foot: 232, wide: 210, seed: 2.3, ripples: 0 },
  { peak: 150, top: 150, foot: 262, wide: 240, seed: 5.1, ripples: 4 },
  { peak: 400, top: 132, foot: 330, wide: 250, seed: 1.2, ripples: 13 },
]
const dune = (light: Light): string =>
  figure([paper, shade(light === 'front' ? 0.34 : 0.14, `M0 0H${width}V${height}H0Z`), ...dunes.flatMap(each => oneDune(each, light)), ...bush(light, 150, 396), warm(light === 'front' ? 0.03 : 0.16)])

/** Ridges behind each other, a line of the sky for each; `veil` is how much air lies before every next one. */
function ridges(veil: number, sky: number): string {
  const line = (ridge: number) => Array.from({ length: 73 }, (_, step) => {
    const x = step * 10
    const rise = fbm(x * (0.004 + ridge * 0.0012) + ridge * 13, ridge * 7.7, 5) - 0.45
    return `${x} ${Math.round(horizon + 20 + ridge * 52 - rise * (200 - ridge * 14))}`
  })
  const layers = Array.from({ length: 5 }, (_, ridge) => {
    const d = `M0 ${height}L${line(ridge).join('L')}L${width} ${height}Z`
    return `<path class="fig-fill-white" d="${d}"/>${shade(clamp(0.92 - veil * (4 - ridge), 0.04), d)}`
  })
  return figure([paper, shade(sky, `M0 0H${width}V${height}H0Z`), ...layers, warm(veil > 0.1 ? 0.14 : 0.03)])
}

/** Every figure of the pairs by its name. */
export const comparisons = (): Record<string, string> => ({
  'dune-front-light': dune('front'), 'dune-side-light': dune('side'),
  'ridges-against-sun': ridges(0.2, 0.03), 'ridges-sun-behind': ridges(0.045, 0.34),
})

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder = 'sites/landscape-photo/courses/light-and-composition/figures'] = process.argv.slice(2)
  for (const [name, drawing] of Object.entries(comparisons())) writeFileSync(join(folder, `${name}.svg`), drawing)
}
