// Numbers of bank accounts: ISO 13616, with the length each country has laid down and the check of ISO 7064 (mod 97-10).
import type { Found } from './runs.ts'

const lengths: Record<string, number> = {
  AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BR: 29, BY: 28, CH: 21, CR: 22, CY: 28, CZ: 24, DE: 22, DK: 18, DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FO: 18, FR: 27,
  GB: 22, GE: 22, GI: 23, GL: 18, GR: 27, GT: 28, HR: 21, HU: 28, IE: 22, IL: 23, IQ: 23, IS: 26, IT: 27, JO: 30, KW: 30, KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20, LU: 20, LV: 21, LY: 25, MC: 27,
  MD: 24, ME: 22, MK: 19, MN: 20, MR: 27, MT: 31, MU: 30, NL: 18, NO: 15, OM: 23, PK: 24, PL: 28, PS: 29, PT: 25, QA: 29, RO: 24, RS: 22, RU: 33, SA: 24, SC: 31, SE: 24, SI: 19, SK: 24, SM: 27,
  TN: 24, TR: 26, UA: 29, VA: 22, VG: 24, XK: 20,
}
// A keyboard that is still in Russian or Kazakh gives letters that look the same.
const lookalikes: Record<string, string> = { А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X', І: 'I' }
const latin = (text: string) => text.toUpperCase().replace(/[А-ЯІ]/g, letter => lookalikes[letter] ?? letter)

const between = '[ \\t\\u00a0\\u202f.\\-\\u2010-\\u2015\\u200b\\u2060]'
/** In one piece, or in groups of four as banks print it: words with spaces between them are no account. */
const shape = new RegExp(`(?<![A-Z0-9])[A-Z]{2}${between}?\\d{2}(?:[A-Z0-9]{11,30}|(?:${between}[A-Z0-9]{4}){2,7}(?:${between}[A-Z0-9]{1,3})?)`, 'g')

/** Whether the remainder is that of a sound number: letters stand for 10 to 35, and the first four characters come last. */
export function passesMod97(account: string): boolean {
  let rest = 0
  for (const character of account.slice(4) + account.slice(0, 4)) for (const digit of String(parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

export function accountsIn(text: string): Found[] {
  const plain = latin(text)
  if (plain.length !== text.length) return [] // a letter that grows when it is made a capital would move every place
  return [...plain.matchAll(shape)].flatMap(({ index, 0: match }) => {
    const length = lengths[match.slice(0, 2)]
    const to = length && placeAfter(match, length)
    if (!length || !to || /[A-Z0-9]/.test(plain[index + to] ?? '')) return []
    return passesMod97(match.slice(0, to).replace(/[^A-Z0-9]/g, '')) ? [{ kind: 'account' as const, from: index, to: index + to }] : []
  })
}

/** How much of the match holds so many letters and digits; undefined when it has fewer. */
function placeAfter(match: string, length: number): number | undefined {
  let count = 0
  for (let at = 0; at < match.length; at++) if (/[A-Z0-9]/.test(match[at]!) && ++count === length) return at + 1
  return undefined
}
