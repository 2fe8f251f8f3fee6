// Lines for what is drawn by calculation: points become smooth paths, a middle line becomes lines beside it.
export type Point = readonly [x: number, y: number]

/** A point by its distance from the centre and its angle: 0 is up, clockwise, in radians. */
export const polar = (distance: number, angle: number): Point => [distance * Math.sin(angle), -distance * Math.cos(angle)]
export const around = <Made>(count: number, make: (angle: number, place: number) => Made): Made[] => Array.from({ length: count }, (_, place) => make((place / count) * 2 * Math.PI, place))

const figure = (number: number) => String(Math.round(number * 10) / 10 || 0).replace(/^(-?)0\./, '$1.')
const figures = (...numbers: number[]) => numbers.map(figure).reduce((all, next) => all && !next.startsWith('-') ? `${all} ${next}` : all + next, '')

/** A smooth line through the points (Catmull and Rom), as path data with one decimal. */
export function through(points: readonly Point[], closed = false): string {
  const at = (place: number) => closed ? points[(place + points.length) % points.length]! : points[Math.max(0, Math.min(points.length - 1, place))]!
  const bent = (place: number): Point => [(at(place + 1)[0] - at(place - 1)[0]) / 6, (at(place + 1)[1] - at(place - 1)[1]) / 6]
  const [start, first] = [at(0), bent(0)]
  let [x, y] = start.map(coordinate => Math.round(coordinate * 10) / 10) as [number, number]
  let path = `M${figures(x, y)}`
  for (let place = 1; place < points.length + (closed ? 1 : 0); place++) {
    const [end, bend] = [at(place), bent(place)]
    const last = [end[0] - bend[0] - x, end[1] - bend[1] - y] as const
    const [dx, dy] = [Math.round((end[0] - x) * 10) / 10, Math.round((end[1] - y) * 10) / 10]
    path += place === 1 ? `c${figures(start[0] + first[0] - x, start[1] + first[1] - y, ...last, dx, dy)}` : `s${figures(...last, dx, dy)}`
    x += dx
    y += dy
  }
  return closed ? `${path}z` : path
}

/** The line beside a line, `away(place)` to its right; `place` runs from 0 to 1. */
export const beside = (line: readonly Point[], away: (place: number) => number): Point[] => line.map(([x, y], place) => {
  const [before, after] = [line[Math.max(0, place - 1)]!, line[Math.min(line.length - 1, place + 1)]!]
  const [dx, dy] = [after[0] - before[0], after[1] - before[1]]
  const [length, by] = [Math.hypot(dx, dy) || 1, away(place / (line.length - 1))]
  return [x - (dy / length) * by, y + (dx / length) * by]
})

export const mirrored = (line: readonly Point[]): Point[] => line.map(([x, y]) => [-x, y])
export const straight = (points: readonly Point[]): string => `M${points.map(([x, y]) => figures(x, y)).join('L')}z`
export const ring = (radius: number, [x, y]: Point = [0, 0]): string => `M${figures(x - radius, y)}a${figures(radius, radius, 0, 1, 0, 2 * radius, 0)}a${figures(radius, radius, 0, 1, 0, -2 * radius, 0)}z`
