// node scripts/draw-covers.ts: draws the covers of the five schools' courses into their folders. Small, without words, every colour from the
// school's look; what is drawn is what the course is about.
import { writeFileSync } from 'node:fs'
import { fbm } from './landscape-ground.ts'

const [width, height] = [640, 360]
const n = (value: number) => String(Math.round(value * 10) / 10)
const at = (x: number, y: number) => `${n(x)} ${n(y)}`
const rect = (kind: string, x: number, y: number, wide: number, high: number, rest = '') => `<rect class="${kind}" x="${n(x)}" y="${n(y)}" width="${n(wide)}" height="${n(high)}"${rest}/>`
const path = (kind: string, d: string, rest = '') => `<path class="${kind}" d="${d}"${rest}/>`
const circle = (kind: string, x: number, y: number, r: number, rest = '') => `<circle class="${kind}" cx="${n(x)}" cy="${n(y)}" r="${n(r)}"${rest}/>`
const rounded = (r: number, opacity = 1) => ` rx="${r}"${opacity < 1 ? ` opacity="${opacity}"` : ''}`
const dim = (opacity: number) => ` opacity="${opacity}"`
const steps = (count: number) => Array.from({ length: count }, (_, place) => place)

/** Four ridges before a low sun, each nearer one darker: depth is what the air between them makes. */
function ridges(): string[] {
  const ridge = (place: number) => {
    const points = steps(33).map(step => at(step * 20, 168 + place * 44 - (150 - place * 14) * (fbm(step * (0.16 + place * 0.03) + place * 9.7, place * 5.3, 4) - 0.42)))
    return `M0 ${height}L${points.join('L')}L${width} ${height}Z`
  }
  return [
    '<defs><linearGradient id="air" x1="0" y1="0" x2="0" y2="1"><stop class="fig-stop-surface" offset="0"/><stop class="fig-stop-hi" offset="0.62" stop-opacity="0.55"/><stop class="fig-stop-accent" offset="1" stop-opacity="0.5"/></linearGradient>'
    + '<radialGradient id="sun"><stop class="fig-stop-hi" offset="0"/><stop class="fig-stop-hi" offset="0.16"/><stop class="fig-stop-hi" offset="0.2" stop-opacity="0.45"/><stop class="fig-stop-hi" offset="1" stop-opacity="0"/></radialGradient></defs>',
    `<rect x="0" y="0" width="${width}" height="${height}" fill="url(#air)"/>`, `<circle cx="436" cy="150" r="150" fill="url(#sun)"/>`,
    ...steps(4).map(place => path('fig-fill-black', ridge(place), dim([0.22, 0.34, 0.5, 0.82][place]!))),
  ]
}

/** A way over the contour lines of a map: the stations are columns of a chart, the last has a flag. */
function route(): string[] {
  const contour = (place: number) => {
    const r = 46 + place * 42
    const points = steps(25).map(step => { const turn = step / 24 * 2 * Math.PI; const far = r * (1 + 0.34 * (fbm(Math.cos(turn) + 3, Math.sin(turn) + place * 0.12 + 5, 3) - 0.45)); return at(470 + 1.35 * far * Math.cos(turn), 150 + far * Math.sin(turn)) })
    return path('fig-line-muted', `M${points.join('L')}Z`, dim(0.65))
  }
  const stations = [[70, 292, 34], [190, 226, 62], [312, 250, 48], [420, 176, 88], [540, 118, 128]] as const
  return [
    rect('fig-fill-soft', 0, 0, width, height), ...steps(6).map(contour),
    ...stations.map(([x, y, high]) => rect('fig-fill-accent', x - 17, y, 34, height - y, rounded(5, 0.25 + high / 200))),
    path('fig-line-accent fig-dashed', `M${stations.map(([x, y]) => at(x, y)).join('L')}`),
    ...stations.slice(0, 4).map(([x, y]) => circle('fig-fill-surface', x, y, 11) + circle('fig-fill-accent', x, y, 6)),
    circle('fig-fill-hi', 540, 118, 13), path('fig-line', 'M540 118V46'), path('fig-fill-hi', 'M541 46L596 62L541 80Z'),
  ]
}

/** Two who talk, and between them the ram's horn of the steppe's felt. */
function talk(): string[] {
  const horn = (x: number, y: number, side: number) => path('fig-line-hi', `M${at(x, y + 34)}C${at(x, y + 4)} ${at(x + side * 6, y - 22)} ${at(x + side * 30, y - 22)}C${at(x + side * 52, y - 22)} ${at(x + side * 52, y + 12)} ${at(x + side * 30, y + 12)}C${at(x + side * 16, y + 12)} ${at(x + side * 16, y - 6)} ${at(x + side * 28, y - 6)}`, ' stroke-width="6"')
  const line = (kind: string, x: number, y: number, wide: number, opacity = 1) => rect(kind, x, y, wide, 12, rounded(6, opacity))
  return [
    rect('fig-fill-soft', 0, 0, width, height),
    ...steps(7).map(place => path('fig-fill-accent', `M${at(place * 100 - 30, height)}l50 -30l50 30Z`, dim(0.28))),
    path('fig-fill-surface', 'M60 62h268a20 20 0 0 1 20 20v96a20 20 0 0 1 -20 20h-186l-44 38v-38h-38a20 20 0 0 1 -20 -20v-96a20 20 0 0 1 20 -20Z'),
    line('fig-fill-accent', 76, 94, 170), line('fig-fill-muted', 76, 122, 236, 0.7), line('fig-fill-muted', 76, 150, 126, 0.7),
    path('fig-fill-accent', 'M392 132h188a20 20 0 0 1 20 20v92a20 20 0 0 1 -20 20h-30v36l-42 -36h-116a20 20 0 0 1 -20 -20v-92a20 20 0 0 1 20 -20Z'),
    horn(486, 192, 1), horn(486, 192, -1), circle('fig-fill-hi', 486, 242, 6),
  ]
}

/** Two zones with their machines behind one balancer, the data copied from one to the other. */
function zones(): string[] {
  const machine = (x: number, y: number, on: boolean) => rect('fig-fill-surface', x, y, 120, 42, rounded(8)) + circle(on ? 'fig-fill-hi' : 'fig-fill-muted', x + 20, y + 21, 6) + rect('fig-fill-muted', x + 40, y + 15, 60, 5, rounded(2)) + rect('fig-fill-muted', x + 40, y + 25, 38, 5, rounded(2))
  const store = (x: number, y: number) => path('fig-fill-accent', `M${at(x, y)}v36a46 13 0 0 0 92 0v-36Z`) + `<ellipse class="fig-fill-hi" cx="${x + 46}" cy="${y}" rx="46" ry="13"/>`
  return [
    rect('fig-fill-soft', 0, 0, width, height),
    path('fig-fill-surface', 'M262 92a34 34 0 0 1 4 -67a50 50 0 0 1 94 -8a38 38 0 0 1 32 75Z'),
    path('fig-line-accent', 'M322 92V122M322 122H170V146M322 122H474V146'),
    ...[80, 384].map(x => rect('fig-fill-accent', x, 146, 180, 194, rounded(18, 0.22))),
    machine(110, 164, true), machine(110, 214, true), machine(414, 164, true), machine(414, 214, false),
    path('fig-line-accent fig-dashed', 'M220 300H424'), store(126, 284), store(428, 284),
  ]
}

/** Requests on the line of time: the first is long, and then the store answers. */
function waterfall(): string[] {
  const rows = [[0, 300, 0], [30, 210, 0], [64, 34, 1], [64, 26, 1], [92, 180, 0], [120, 22, 1], [120, 30, 1]] as const
  return [
    rect('fig-fill-soft', 0, 0, width, height), rect('fig-fill-surface', 56, 40, 528, 320), path('fig-line', 'M56 360V40H584V360M56 84H584'),
    ...steps(3).map(place => circle('fig-fill-muted', 80 + place * 22, 62, 6)),
    ...steps(4).map(place => path('fig-line-muted', `M${190 + place * 110} 84V360`, dim(0.5))),
    ...rows.map(([from, wide, stored], place) => rect('fig-fill-muted', 76, 108 + place * 34, 60 + (place * 37) % 34, 8, dim(0.7)) + rect(stored ? 'fig-fill-hi' : 'fig-fill-accent', 190 + from, 102 + place * 34, wide, 20)),
  ]
}

for (const [place, parts] of [
  ['landscape-photo/courses/light-and-composition', ridges()], ['masteryn-quest/courses/data-quest', route()], ['mexrontal/courses/business-kazakh', talk()],
  ['cloudex-learning/courses/cloud-basics', zones()], ['webstapero-dev-notes/courses/browser-caching', waterfall()],
] as const) writeFileSync(`sites/${place}/figures/cover.svg`, `<svg viewBox="0 0 ${width} ${height}" xmlns="http://www.w3.org/2000/svg">\n  ${parts.join('\n  ')}\n</svg>\n`)
