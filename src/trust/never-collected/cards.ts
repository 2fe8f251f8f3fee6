// Numbers of payment cards, told from other long numbers by issuer, length, check digit and the way they are grouped.
import { near, type Found, type Run } from './runs.ts'

/** Issuer ranges by their first digits, with the lengths they come in. */
const issuers: [prefix: RegExp, lengths: readonly number[]][] = [
  [/^4/, [13, 16, 19]], // Visa
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]], // Mastercard
  [/^3[47]/, [15]], // American Express
  [/^(6011|64[4-9]|65)/, [16, 19]], // Discover
  [/^(62|81)/, [16, 17, 18, 19]], // UnionPay
  [/^35(2[89]|[3-8])/, [16, 19]], // JCB
  [/^(30[0-5]|3[689])/, [14, 16]], // Diners Club
  [/^220[0-4]/, [16, 17, 18, 19]], // Mir
  [/^(5018|5020|5038|5[678]|6304|67)/, [13, 14, 15, 16, 17, 18, 19]], // Maestro
]
/** Uzcard and Humo: their numbers need not end in a check digit, so only words about a card beside them tell. */
const regional = /^(8600|5614|9860)\d{12}$/

/** As cards are printed: groups of four, or those of American Express and Diners Club. */
const printed = new Set(['4,4,4,4', '4,4,4,4,3', '4,6,5', '4,6,4', '4,4,4,1', '8,8', '4,4,8', '4,8,4', '8,4,4', '4,12', '12,4'])
const about = /карт[аыуео]|карточк|card|visa|master|maestro|amex|union ?pay|cvv|cvc|оплат|төлем|payment/i

/** ISO/IEC 7812 check digit. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let at = digits.length - 1, double = false; at >= 0; at--, double = !double) {
    const value = Number(digits[at]) * (double ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}

const isIssued = (digits: string) => issuers.some(([prefix, lengths]) => lengths.includes(digits.length) && prefix.test(digits))

/** A number that only looks like one of these must stand beside words about a card: barcodes and order numbers pass the check digit one time in ten. */
const needsWords = (digits: string, grouped: boolean) => !grouped && ![15, 16].includes(digits.length)

export function cardsIn(text: string, runs: readonly Run[]): Found[] {
  return runs.flatMap(run => {
    const found: Found[] = []
    for (let first = 0; first < run.length; first++) {
      const last = lastOfCard(text, run, first)
      if (last === undefined) continue
      found.push({ kind: 'card', from: run[first]!.from, to: run[last]!.to })
      first = last
    }
    return found
  })
}

/** The longest card that begins at this group. */
function lastOfCard(text: string, run: Run, first: number): number | undefined {
  let [digits, sizes, best] = ['', [] as number[], undefined as number | undefined]
  for (let at = first; at < run.length && digits.length <= 19; at++) {
    digits += run[at]!.digits
    sizes.push(run[at]!.digits.length)
    if (digits.length < 13 || digits.length > 19) continue
    const sound = isIssued(digits) && passesLuhn(digits)
    if (!sound && !regional.test(digits)) continue
    const grouped = printed.has(sizes.join())
    const plain = sound && !run[first]!.stuck && !run[at]!.stuck && (grouped || sizes.length === 1) && !needsWords(digits, grouped)
    if (plain || near(text, { from: run[first]!.from, to: run[at]!.to }, about)) best = at
  }
  return best
}
