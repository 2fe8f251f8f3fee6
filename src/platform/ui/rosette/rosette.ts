// The rosette of a seal: a wreath of the Kazakh қошқар мүйіз, the ram's horn, drawn as an engraver does, from a hash.
import { createHash } from 'node:crypto'
import { polar, ring, straight } from './curves.ts'
import { between, both, hornLine, horns } from './horns.ts'
import { centre, field, rim } from './rings.ts'

/** One line or filled form, and how often it stands around the centre. A seal is 240 wide, its centre is 0 0. */
export type Engraving = { path: string; times: number; /** Degrees from one to the next, if they do not fill the round. */ step?: number; /** 0: filled. */ width: number; pale?: boolean }
/** How much can be seen: a sign beside a line, a seal on a page, a print. */
export type Fineness = 'sign' | 'seal' | 'print'

export type Choice = ReturnType<typeof chosenBy>

/** What a hash decides. The first three are what a seal is told apart by in words. */
export function chosenBy(hash: string) {
  const bytes = createHash('sha256').update(hash).digest()
  const share = (place: number, least: number, most: number) => least + (bytes[place]! / 255) * (most - least)
  const one = <Option>(place: number, options: readonly Option[]) => options[bytes[place]! % options.length]!
  const folds = one(0, [4, 5, 6, 7, 8, 9, 10])
  return {
    folds, heart: share(2, 22, 29) + (folds - 4) * 2, turns: share(1, 1.02, 1.5), gap: share(3, 2, 4), swell: share(4, 0.3, 0.46),
    rim: one(5, ['rope', 'scales', 'rays', 'pierced', 'chain', 'little horns'] as const), between: one(6, ['sprout', 'amulet', 'leaf', 'little horns'] as const),
    centre: one(7, ['star', 'net', 'petals', 'sun', 'dark sun'] as const), strands: one(8, [3, 4, 5]), waves: one(9, [2, 3, 4]), net: one(10, [1, 2, 3]), skip: bytes[11]!, dark: bytes[12]! % 3 === 0,
  }
}

// The same seals stand on page after page.
const known = new Map<string, Engraving[]>()

/** The same hash always gives the same rosette; another one differs in number, curl, rim, heart and what grows between the horns. */
export function rosetteOf(hash: string, fineness: Fineness): Engraving[] {
  const key = `${fineness} ${hash}`
  const made = known.get(key) ?? engraved(chosenBy(hash), fineness)
  if (known.size >= 500) known.clear()
  known.set(key, made)
  return made
}

function engraved(choice: Choice, fineness: Fineness): Engraving[] {
  if (fineness === 'sign') return sign(choice)
  const fine = fineness === 'print' ? 0.6 : 1
  return [...fineness === 'print' ? field(choice) : [], ...rim(choice, fine), ...horns(choice, fine), ...between(choice, fine), ...centre(choice, fine)]
}

/** As small as a letter: rim, horns, heart, and nothing finer than can be told apart. */
function sign(choice: Choice): Engraving[] {
  const { folds, rim, centre, between, dark, heart } = choice
  const teeth = folds * Math.round(20 / folds)
  const rims: Record<Choice['rim'], Engraving[]> = {
    'pierced': [{ path: ring(109), times: 1, width: 20 }],
    'rope': [{ path: ring(113), times: 1, width: 11 }],
    'chain': [{ path: ring(115), times: 1, width: 7 }, { path: ring(101), times: 1, width: 5 }],
    'scales': [{ path: ring(102), times: 1, width: 6 }, { path: ring(6, [0, -112]), times: teeth, width: 0 }],
    'rays': [{ path: straight([[-4, -100], [0, -118], [4, -100]]), times: teeth, width: 6 }],
    'little horns': [{ path: ring(7, [0, -110]), times: teeth, width: 5 }],
  }
  return [
    ...rims[rim],
    { path: both(hornLine(choice).slice(0, 14)), times: folds, width: (folds > 7 ? 7 : 9) + (dark ? 3 : 0) },
    ...between === 'sprout' || folds > 8 ? [] : [{ path: between === 'little horns' ? ring(4.5, polar(heart + 22, Math.PI / folds)) : ring(7, polar(heart + 20, Math.PI / folds)), times: folds, width: 0 }],
    { path: ring(heart * (centre === 'net' ? 0.5 : 0.75)), times: 1, width: centre === 'star' || centre === 'dark sun' ? 0 : centre === 'sun' ? 14 : 8 },
  ]
}
