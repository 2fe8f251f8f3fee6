import { accountsIn } from './accounts.ts'
import { cardsIn } from './cards.ts'
import { documentsIn } from './documents.ts'
import { runsIn, westernDigits, type Found, type Kind } from './runs.ts'

const fewest = 7 // digits of the shortest card or paper

// The name of a thing in an address may happen to be made of digits, and is nobody's number.
const uuid = /(?<![0-9a-z])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z])/gi

/** Every number of these kinds in a text, in its order, each once. Linear in the length of the text. */
export function numbersIn(text: string, kinds: readonly Kind[]): Found[] {
  const plain = westernDigits(text).replace(uuid, id => 'x'.repeat(id.length))
  const runs = (plain.match(/\d/g)?.length ?? 0) < fewest ? [] : runsIn(plain)
  const finders: Record<Kind, () => Found[]> = { card: () => cardsIn(plain, runs), account: () => accountsIn(plain), document: () => documentsIn(plain, runs) }
  const found = kinds.flatMap(kind => finders[kind]()).toSorted((one, other) => one.from - other.from || other.to - one.to)
  let end = 0
  return found.filter(({ from, to }) => {
    if (from < end) return false
    end = to
    return true
  })
}

/** The text with a dot for every letter and digit of what was found. */
export const masked = (text: string, found: readonly Found[]): string =>
  found.reduceRight((shown, { from, to }) => shown.slice(0, from) + shown.slice(from, to).replace(/[\p{L}\p{N}]/gu, '•') + shown.slice(to), text)
