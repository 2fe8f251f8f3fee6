import { randomInt } from 'node:crypto'

// No 0 and O, no 1 and I and L, no vowels that could make words: a number is read from paper.
const letters = '23456789BCDFGHJKMNPQRSTVWXYZ'

/** Twelve letters, 57 bits: it cannot be guessed, and says nothing of how many there are. */
export const newNumber = () =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join('-')

/** What somebody typed from paper: letters that are never used are read as their nearest likeness. */
export function readNumber(typed: string): string {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replaceAll('0', 'Q').replaceAll('O', 'Q').replaceAll('I', 'J').replaceAll('1', 'J')
  return plain.match(/.{1,4}/g)?.join('-') ?? ''
}
