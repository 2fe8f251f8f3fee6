// The round parts of a rosette: the rim, the heart, the net behind the horns.
import { around, polar, ring, straight, through, type Point } from './curves.ts'
import { hornOf } from './horns.ts'
import type { Choice, Engraving } from './rosette.ts'

const wave = (middle: number, height: number, count: number, dots = 4): Point[] => around(count * dots, (angle, place) => polar(middle + height * Math.cos((place / dots) * 2 * Math.PI), angle))

/** Waves around the centre, each a little further: the net of a banknote. */
const rope = (middle: number, height: number, count: number, strands: number, dots = 4): Pick<Engraving, 'path' | 'times' | 'step'> =>
  ({ path: through(wave(middle, height, count, dots), true), times: strands, step: 360 / count / strands })

export function rim({ folds, rim: kind, strands, waves }: Choice, fine: number): Engraving[] {
  const [thick, thin, few] = [Math.max(fine, 0.8), fine, folds * Math.round(24 / folds)]
  const edges: Engraving[] = [{ path: ring(117.5), times: 1, width: 3 * thick }, { path: ring(112.5), times: 1, width: 0.9 * thin }, { path: ring(93.5), times: 1, width: 0.9 * thin }]
  switch (kind) {
    case 'rope': return [...edges, { ...rope(103, 7.6, folds * Math.round((20 + waves * 4) / folds), fine < 1 ? strands + 2 : strands), width: 0.9 * thin }]
    case 'scales': return [...edges, { path: [1, 0.66, 0.33].map(share => through(Array.from({ length: 7 }, (_, step) => polar(9 * share, (step / 6 - 0.5) * Math.PI))
      .map(([x, y]): Point => [x, y - 95]))).join(''), times: few * 2, width: 0.9 * thin }, { path: ring(1.6, polar(107.6, Math.PI / few / 2)), times: few * 2, width: 0 }]
    case 'rays': return [...edges, { path: [0, 1, 2, 3].map(place => beam(96, place ? (place === 2 ? 105 : 101) : 110, (place * Math.PI) / (few * 4))).join(''), times: few * 2, width: 1.1 * thick }]
    case 'pierced': return [...edges, { path: `${ring(110)}${ring(96)}${around(few, angle => straight([polar(107.5, angle), polar(103, angle + 0.045), polar(98.5, angle), polar(103, angle - 0.045)])).join('')}`, times: 1, width: 0 }]
    case 'chain': return [...edges, { path: ring(7.6, [0, -103]) + ring(4.6, [0, -103]), times: few * 2, width: 0.9 * thin }]
    case 'little horns': return [...edges, { path: [1, -1].map(side => through(hornOf(side * 3.6, 96, 101.5))).join(''), times: few, width: 1.3 * thick }, { path: straight([[0, -109.5], [1.8, -106.5], [0, -103.5], [-1.8, -106.5]].map(([x, y]) => polar(-y!, Math.PI / few + x! / 103))), times: few, width: 0 }]
  }
}

const beam = (from: number, to: number, angle: number, turned = angle) => straight([polar(from, angle), polar(to, turned)]).slice(0, -1)

export function centre({ folds, heart, skip, strands, centre: kind }: Choice, fine: number): Engraving[] {
  const [size, thick, thin] = [heart - 4, Math.max(fine, 0.8), fine]
  const points = folds < 7 ? folds * 2 : folds
  const step = Math.floor((points - 1) / 2) - (points > 7 ? skip % 2 : 0)
  const around: Engraving[] = [{ path: ring(heart), times: 1, width: 1.3 * thick }, { path: ring(heart - 2.6), times: 1, width: 0.6 * thin }]
  const ray = straight([polar(size * 0.5, (-Math.PI / points) * 0.8), polar(size * 0.94, 0), polar(size * 0.5, (Math.PI / points) * 0.8)])
  const dot: Engraving = { path: ring(2.8), times: 1, width: 0 }
  switch (kind) {
    case 'star': return [...around, { path: beam(size, size, 0, (step * 2 * Math.PI) / points), times: points, width: 1 * thick }, dot]
    case 'net': return [...around, { ...rope(size * 0.62, size * 0.36, folds, fine < 1 ? strands * 2 : strands, 6), width: 0.8 * thin }, dot]
    case 'petals': return [...around, { path: [1, 0.66, 0.36].map(share => through([[0, 0], [-size * 0.26 * share, -size * 0.55 * share], [0, -size * share], [size * 0.26 * share, -size * 0.55 * share]], true)).join(''), times: folds, width: 0.9 * thin }]
    case 'sun': return [...around, { path: ring(size * 0.42) + ring(size * 0.3), times: 1, width: 0.9 * thin }, { path: ray, times: points, width: 0 }, dot]
    case 'dark sun': return [...around, { path: ring(size) + Array.from({ length: points }, (_, place) => turnedBy(place, points, size)).join('') + ring(size * 0.36), times: 1, width: 0 }, { path: ring(size * 0.2), times: 1, width: 0 }]
  }
}

/** A ray left out of a dark disc. */
const turnedBy = (place: number, points: number, size: number) => {
  const angle = (place / points) * 2 * Math.PI
  return straight([polar(size * 0.48, angle - 1.9 / points), polar(size * 0.9, angle), polar(size * 0.48, angle + 1.9 / points)])
}

/** Behind the horns, seen only in print: waves that cross. */
export function field({ folds, heart, net, strands }: Choice): Engraving[] {
  const [middle, height] = [(heart + 92) / 2, (92 - heart) / 2]
  return [{ ...rope(middle, height, folds * net, 5 + strands, 6), width: 0.4, pale: true }]
}

