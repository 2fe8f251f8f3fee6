// The wreath of a rosette: pairs of horns, and what grows between them. `fine` is the width of a line: 1, or less in print.
import { beside, mirrored, polar, ring, straight, through, type Point } from './curves.ts'
import type { Choice, Engraving } from './rosette.ts'

const reach = 88

/** Where the curl turns, and how wide: as wide as the fold allows. */
function curlOf({ folds, gap }: Choice) {
  const slope = Math.tan(Math.PI / folds)
  const wide = Math.min((reach * slope - gap - 2.5) / (2 + slope), 27)
  return { wide, x: gap + wide, y: wide - reach }
}

/** The middle line of the right horn: a stem from the heart upwards, then inwards around its eye. */
export function hornLine(choice: Choice): Point[] {
  const { wide, x, y } = curlOf(choice)
  const stem = Array.from({ length: 4 }, (_, place): Point => [choice.gap * (0.5 + place / 8), -choice.heart - 2 + (place / 4) * (y + choice.heart + 2)])
  const steps = Math.round(choice.turns * 12)
  return [...stem, ...Array.from({ length: steps + 1 }, (_, step): Point => {
    const [angle, radius] = [(step / 12) * 2 * Math.PI, wide * (1 - 0.72 * (step / steps) ** 0.85)]
    return [x - radius * Math.cos(angle), y - radius * Math.sin(angle)]
  })]
}

/** Thin at the root, full at the shoulder, thin again where it ends. */
const fullness = ({ swell }: Choice, wide: number) => (place: number) => Math.min(wide, 20) * swell * (0.22 + 0.78 * Math.sin(Math.PI * Math.min(1, place * 1.25 + 0.08)) ** 0.8) * (1 - 0.45 * place)

export function horns(choice: Choice, fine: number): Engraving[] {
  const [line, { wide }] = [hornLine(choice), curlOf(choice)]
  const full = fullness(choice, wide)
  const at = (shares: number[], from = 0) => shares.map(share => both(beside(line, place => (share * full(place)) / 2).slice(from, from ? -from : undefined))).join('')
  const eye = line.at(-1)!
  const eyes = ring(wide * 0.14, eye) + ring(wide * 0.14, [-eye[0], eye[1]])
  if (choice.dark) {
    const whole = [...beside(line, place => full(place) / 2), ...beside(line, place => -full(place) / 2).reverse()]
    return [{ path: through(whole, true) + through(mirrored(whole), true) + eyes, times: choice.folds, width: 0 }]
  }
  const within = fine < 1 && wide > 12 ? [0.5, 0, -0.5] : [0]
  return [
    { path: at([1, -1]), times: choice.folds, width: 1.5 * Math.max(fine, 0.8) },
    { path: at(within, 1), times: choice.folds, width: fine < 1 ? 0.5 : 0.9 },
    { path: eyes, times: choice.folds, width: 0 },
  ]
}

export const both = (points: readonly Point[]) => through(points) + through(mirrored(points))

/** What grows in the angle between two pairs of horns. */
export function between(choice: Choice, fine: number): Engraving[] {
  const { folds, heart } = choice
  const half = Math.PI / folds
  const turned = (points: Point[]) => points.map(([x, y]): Point => [x * Math.cos(half) - y * Math.sin(half), x * Math.sin(half) + y * Math.cos(half)])
  const { wide, y } = curlOf(choice)
  const low = heart + 6
  const high = Math.max(low + 14, Math.hypot(wide, y) - wide * 0.75)
  const room = Math.min(9, Math.tan(half) * (low + high) * 0.2)
  const middle = (low + high) / 2
  const top: Engraving = { path: ring(Math.min(3.2, 1.2 + 9 / folds), polar(reach - 2, half)), times: folds, width: 0 }
  const lens = (width: number, from: number, to: number): Point[] => [[0, -from], [width, -(from + to) / 2], [0, -to], [-width, -(from + to) / 2]]
  const leaf = (width: number, from: number, to: number) => through(turned([[0, -from], [width * 0.8, -(from * 0.7 + to * 0.3)], [width, -(from * 0.45 + to * 0.55)], [width * 0.4, -(from * 0.15 + to * 0.85)], [0, -to]])) + through(turned([[0, -from], [-width * 0.8, -(from * 0.7 + to * 0.3)], [-width, -(from * 0.45 + to * 0.55)], [-width * 0.4, -(from * 0.15 + to * 0.85)], [0, -to]]))
  const kinds: Record<Choice['between'], Engraving[]> = {
    'sprout': [{ path: `${through(turned([[0, -low], [0, -middle], [0, -high]]))}${[1, -1].map(side => through(turned([[0, -low - 2], [side * room * 0.5, -middle + 2], [side * room * 1.1, -middle - 3]]))).join('')}`, times: folds, width: 1.3 * fine }, { path: ring(2, polar(high + 2, half)) + ring(1.4, turned([[room * 1.1, -middle - 4]])[0]) + ring(1.4, turned([[-room * 1.1, -middle - 4]])[0]), times: folds, width: 0 }],
    'amulet': [{ path: straight(turned(lens(room, low, high))), times: folds, width: 1.2 * fine }, { path: straight(turned(lens(room * 0.45, low + (high - low) * 0.27, high - (high - low) * 0.27))), times: folds, width: 0 }],
    'leaf': [{ path: leaf(room, low, high), times: folds, width: 1.2 * fine }, { path: leaf(room * 0.5, low + 2, high - 4) + through(turned([[0, -low], [0, -high]])), times: folds, width: 0.7 * fine }],
    'little horns': [{ path: [1, -1].map(side => through(turned(hornOf(side * room * 0.52, high, low)))).join(''), times: folds, width: 1.4 * fine }],
  }
  return [...kinds[choice.between], top]
}

/** A small horn that turns inwards, for the angle between the great ones. */
export const hornOf = (wide: number, from: number, to: number): Point[] => [...[0, 0.3, 0.6].map((share): Point => [wide * 0.1, -(from + (to + Math.abs(wide) - from) * share)]),
  ...Array.from({ length: 15 }, (_, step): Point => {
    const [angle, radius] = [(step / 12) * 2 * Math.PI, Math.abs(wide) * (1 - 0.7 * (step / 14))]
    return [wide * 1.1 - Math.sign(wide) * radius * Math.cos(angle), -(to + Math.abs(wide)) + radius * Math.sin(angle)]
  })]

