// Which passwords are refused, and why. NIST SP 800-63B: length and a list of known ones, no rules about kinds of letters.
import { readFileSync } from 'node:fs'
import { isWithinBcrypt, type Hashing } from './hashing.ts'

export const leastLength = 10
export const mostLength = 200

export const weaknesses = ['too-short', 'too-long', 'too-many-bytes', 'common', 'repeats', 'digits-only', 'about-you'] as const
export type Weakness = typeof weaknesses[number]

// The most used passwords of public leaks, from the frequency lists of zxcvbn (MIT, Dropbox), with words of our languages added.
const common = new Set(readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8').split('\n').filter(Boolean))

/** The first reason why this password is too easy to guess, if there is one. `own` is what everybody knows of its owner. */
export function weaknessOf(password: string, hashing: Hashing, own: (string | null | undefined)[] = []): Weakness | undefined {
  const plain = password.normalize('NFKC').toLowerCase()
  if ([...password].length < leastLength) return 'too-short'
  if (password.length > mostLength) return 'too-long'
  if (hashing.algorithm === 'bcrypt' && !isWithinBcrypt(password)) return 'too-many-bytes'
  if (isCommon(plain)) return 'common'
  if (/^[\d\s.+()/-]+$/.test(plain) && /\d/.test(plain)) return 'digits-only'
  if (new Set(plain).size < 5) return 'repeats'
  if (own.some(known => known && isAbout(plain, known.normalize('NFKC').toLowerCase()))) return 'about-you'
  return undefined
}

/** A common word does not become rare by digits and signs around it, nor by writing it twice. */
function isCommon(plain: string) {
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const half = plain.slice(0, plain.length / 2)
  return [plain, core, unleet(core), half + half === plain ? half : ''].some(form => common.has(form))
}

const unleet = (text: string) => text.replace(/[0134578@$]/g, sign => ({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', '@': 'a', $: 's' })[sign]!)

/** The password is one's name, login or address, or mostly that. */
const isAbout = (plain: string, known: string) =>
  known.split(/[^\p{L}\p{N}]+/u).concat(known).some(part => part.length > 3 && plain.includes(part) && plain.length - part.length < 6)
