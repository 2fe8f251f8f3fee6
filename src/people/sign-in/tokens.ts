// What a browser or a letter holds is random; what the database holds is only its hash.
import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, in 43 letters that need no escaping. */
export const newToken = () => randomBytes(32).toString('base64url')

export const hashOf = (token: string) => createHash('sha256').update(token).digest()

export const isToken = (text: string | undefined): text is string => text !== undefined && /^[\w-]{43}$/.test(text)
