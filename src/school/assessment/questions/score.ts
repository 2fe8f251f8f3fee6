import { normalised } from '#school/courses/courses.ts'
import type { Asked, Given, StoredQuestion } from './question.ts'

/** Raised whenever the rules below change: every grading says by which rules it was made. */
export const scorer = 1

/** Was anything answered at all? */
export const answered = (given: Given | undefined): given is Given => given !== undefined && given.some(part => part.trim() !== '')

/** What the form sent, kept only where it can be an answer to this question. */
export function givenFrom(asked: Asked, sent: string[]): Given {
  const known = (options: { id: string }[]) => sent.map(id => options.some(option => option.id === id) ? id : '')
  switch (asked.type) {
    case 'single': return known(asked.options).slice(0, 1)
    case 'multiple': return [...new Set(known(asked.options).filter(id => id !== ''))]
    case 'numeric': case 'short': return sent.slice(0, 1).map(typed => typed.slice(0, 200))
    case 'matching': return asked.items.map((_, index) => known(asked.options)[index] ?? '')
    case 'ordering': return asked.items.map((_, index) => known(asked.items)[index] ?? '')
  }
}

/** An answer as it was stored. */
export const readGiven = (stored: string): Given => JSON.parse(stored) as Given

/** From 0 to 1. Nothing answered is 0; several right options, pairs and places count each for its part. */
export function score({ asked, key }: Pick<StoredQuestion, 'asked' | 'key'>, given: Given | undefined): number {
  if (!answered(given)) return 0
  const [first = ''] = given
  switch (key.type) {
    case 'single': return first === key.right ? 1 : 0
    case 'multiple': return scoreSeveral(key.right, given)
    case 'numeric': return isNear(first, key) ? 1 : 0
    case 'short': return Object.values(key.right).flat().some(accepted => normalised(accepted) === normalised(first)) ? 1 : 0
    case 'matching': return asked.type === 'matching' ? asked.items.filter((item, index) => key.right[item.id] === given[index]).length / asked.items.length : 0
    case 'ordering': return scoreOrder(key.right, given)
  }
}

/** A wrong choice takes a right one back: to choose everything earns nothing extra. */
function scoreSeveral(right: string[], given: Given) {
  const hits = given.filter(id => right.includes(id)).length
  return Math.max(0, hits - (given.length - hits)) / right.length
}

/** Neighbours count: whoever has one item out of place still knows the rest of the order. */
function scoreOrder(right: string[], given: Given) {
  if (new Set(given).size !== given.length) return 0
  if (right.every((id, index) => given[index] === id)) return 1
  const kept = right.slice(1).filter((id, index) => given.indexOf(id) === given.indexOf(right[index]!) + 1).length
  return kept / right.length
}

/** "1 250,5" and "1250.5" are one number; what is none is undefined. */
export function numberIn(typed: string): number | undefined {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.').replace(/^[−–]/, '-')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

// A billionth, because 0.1 + 0.2 is not 0.3 in binary numbers.
const isNear = (typed: string, { right, tolerance }: { right: number; tolerance: number }) =>
  Math.abs((numberIn(typed) ?? NaN) - right) <= tolerance + 1e-9
