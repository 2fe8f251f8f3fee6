// The line of a route on its map: it winds, and each stage is exactly as long as its minutes.
type Point = readonly [x: number, y: number]
export type Stretch = { minutes: number; stops: number[] }
export type DrawnStretch = { line: string; from: Point; stops: Point[]; length: number }
export type DrawnRoute = { height: number; stretches: DrawnStretch[]; onward: string; end: Point }

export const width = 480
/** Drawn units for each minute of lessons: an hour is almost one row of the map. */
const perMinute = 6.5
const onwardLength = 84
const [edge, row, step] = [62, 104, 6]

/**
 * Lays stretches along one winding line. `stops` are the minutes of the lessons of a stretch: a stop stands where its lesson begins.
 * What follows after the last stretch (practice in one's own time) is drawn as `onward`, and is not to scale.
 */
export function drawRoute(stretches: Stretch[]): DrawnRoute {
  const total = stretches.reduce((sum, { minutes }) => sum + minutes, 0) * perMinute
  const points = windingLine(total + onwardLength)
  let at = 0
  const drawn = stretches.map(({ minutes, stops }) => {
    const [from, length] = [at, minutes * perMinute]
    at += length
    let spent = 0
    const places = stops.map(stop => { const place = pointAt(points, from + spent * perMinute); spent += stop; return place })
    return { line: lineOf(between(points, from, at)), from: pointAt(points, from), stops: places, length }
  })
  const end = points.at(-1)!.at
  return { height: Math.ceil(Math.max(...points.map(({ at: [, y] }) => y)) + edge), stretches: drawn, onward: lineOf(between(points, at, total + onwardLength)), end }
}

type Measured = { at: Point; gone: number }

/** Rows that turn back at the edges, each with a slow wave, so that the way looks walked and not ruled. */
function windingLine(length: number): Measured[] {
  const measured: Measured[] = [{ at: placeAt(0), gone: 0 }]
  for (let along = step; measured.at(-1)!.gone < length; along += step) {
    const [before, next] = [measured.at(-1)!, placeAt(along)]
    measured.push({ at: next, gone: before.gone + Math.hypot(next[0] - before.at[0], next[1] - before.at[1]) })
  }
  return measured
}

function placeAt(along: number): Point {
  const [inner, turn] = [width - 2 * edge, Math.PI * row / 2]
  const rows = Math.floor(along / (inner + turn))
  const rest = along - rows * (inner + turn)
  const right = rows % 2 === 0
  const wave = (share: number) => 15 * Math.sin(share * Math.PI * 2) * (rows % 3 === 1 ? -1 : 1)
  if (rest <= inner) return [right ? edge + rest : width - edge - rest, edge + rows * row + wave(rest / inner)]
  const angle = (rest - inner) / (row / 2)
  const bulge = Math.sin(angle) * row / 2.4
  return [right ? width - edge + bulge : edge - bulge, edge + rows * row + row / 2 - Math.cos(angle) * row / 2]
}

function pointAt(points: Measured[], gone: number): Point {
  const next = points.findIndex(point => point.gone >= gone)
  if (next <= 0) return points[Math.max(0, next)]!.at
  const [before, after] = [points[next - 1]!, points[next]!]
  const share = (gone - before.gone) / (after.gone - before.gone)
  return [before.at[0] + (after.at[0] - before.at[0]) * share, before.at[1] + (after.at[1] - before.at[1]) * share]
}

const between = (points: Measured[], from: number, to: number): Point[] =>
  [pointAt(points, from), ...points.filter(({ gone }) => gone > from && gone < to).map(({ at }) => at), pointAt(points, to)]

const lineOf = (points: Point[]) => points.map(([x, y], place) => `${place ? 'L' : 'M'}${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`).join('')
