// Passwords are kept only as slow salted hashes. What a hash is made of is read from the hash itself, never from a label beside it.
import { availableParallelism } from 'node:os'
import * as argon2 from '@node-rs/argon2'
import * as bcrypt from '@node-rs/bcrypt'

export type Hashing = { algorithm: 'argon2id' } | { algorithm: 'bcrypt'; cost: number }

/** OWASP's least for argon2id: 19 MiB, two passes, one lane. */
const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (hashing: Hashing, password: string): Promise<string> => inTurn(() =>
  hashing.algorithm === 'bcrypt' ? bcrypt.hash(password, hashing.cost) : argon2.hash(password, argon2id))

/** With the parameters it was stored with, which may be older than today's. bcrypt would read 72 bytes and ignore the rest, so a longer one never fits. */
export async function fits(password: string, stored: string): Promise<boolean> {
  if (!stored.startsWith('$2')) return inTurn(() => argon2.verify(stored, password))
  const right = await inTurn(() => bcrypt.verify(password, stored))
  return right && isWithinBcrypt(password)
}

export const isWithinBcrypt = (password: string) => Buffer.byteLength(password) <= 72

/** Whether a hash is what the policy promises today; an older one is renewed at the next sign-in. */
export function isCurrent(hashing: Hashing, stored: string): boolean {
  if (hashing.algorithm === 'argon2id') return /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/.test(stored)
  const cost = /^\$2[aby]\$(\d\d)\$/.exec(stored)?.[1]
  return cost !== undefined && Number(cost) >= hashing.cost
}

/** A hash that no password fits, so that an unknown account costs the same time as a known one. */
export async function noOnesHash(hashing: Hashing): Promise<string> {
  const key = JSON.stringify(hashing)
  let made = nobody.get(key)
  if (!made) nobody.set(key, made = hashPassword(hashing, crypto.randomUUID()))
  return made
}

const nobody = new Map<string, Promise<string>>()

// Hashing shares four threads with files and names: at most two at a time leave room for everyone else.
const lanes = Array.from({ length: availableParallelism() > 2 ? 2 : 1 }, () => Promise.resolve<unknown>(undefined))
let turn = 0

function inTurn<R>(work: () => Promise<R>): Promise<R> {
  const lane = turn++ % lanes.length
  const mine = lanes[lane]!.then(work)
  lanes[lane] = mine.catch(() => {}) // whoever waits behind only needs to know that it is over
  return mine
}
