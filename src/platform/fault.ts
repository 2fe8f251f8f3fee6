import { randomUUID } from 'node:crypto'

/** Pauses between tries, in milliseconds: 1, 4, 16, 64 minutes, then six hours at most. */
export const pauseAfter = (attempts: number) => Math.min(60_000 * 4 ** (attempts - 1), 6 * 3_600_000)
/** After so many tries in a row we give up, and somebody has to look. */
export const mostAttempts = 8

/**
 * Writes a fault to the log and returns its number, by which people and run records name it. A line carries ids, never a
 * person's data: whatever looks like an address is blotted out, and the values a database quotes are left out.
 */
export function logFault(where: string, error: unknown): string {
  const number = randomUUID().slice(0, 8)
  const { name = 'Error', message = '', code = '', stack = '' } = error as Error & { code?: string }
  const frames = stack.split('\n').filter(line => /^\s+at /.test(line)).slice(0, 8)
  console.error([`fault ${number} in ${where}: ${[name, code, withoutAddresses(message)].filter(Boolean).join(' ')}`, ...frames].join('\n'))
  return number
}

const withoutAddresses = (text: string) => text.replace(/[^\s<>"'@]+@[^\s<>"'@]+/g, '***').replace(/\+?\d[\d\s()-]{8,}\d/g, '***')
