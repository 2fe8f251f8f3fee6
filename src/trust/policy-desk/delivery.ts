import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { command, query, type Context } from '#trust/audit/audit.ts'
import { deliveriesOf, noticesAbout, tryAgain, versionsOf, type Delivery, type PublishedVersion } from '#trust/publication/publication.ts'
import { mayDraft, mayRead } from './draft.ts'

export type LetterState = 'sent' | 'waiting' | 'given-up' | 'no-address'
export type Delivered = {
  version: Pick<PublishedVersion, 'number' | 'announcedAt' | 'inForceFrom' | 'withdrawnAt'>
  notices: { made: number; seen: number; from: Date | null }
  counts: Record<LetterState, number>
  /** The first of them, those without their letter before the others. */
  letters: (Delivery & { state: LetterState })[]
  mayRetry: boolean
}
const mostShown = 200
const Which = z.strictObject({ version: z.coerce.number().int().positive() })

const stateOf = ({ outcome }: Delivery): LetterState => outcome === 'sent' || outcome === 'given-up' ? outcome : outcome === 'nothing-to-send' ? 'no-address' : 'waiting'
const canStillMove = ({ inForceFrom, withdrawnAt }: PublishedVersion, now: Date) => inForceFrom > now && !withdrawnAt

/** By each way: how many were told of a version, who has their letter since when, and who has not and why. */
export const showDelivery = query('policy-desk.delivery', {
  input: Which,
  async find({ db, now }: Context, { version }): Promise<Delivered | undefined> {
    const [versions, notices, all] = await Promise.all([versionsOf(db), noticesAbout(db, version), deliveriesOf(db, version)])
    const found = versions.find(({ number }) => number === version)
    if (!found) return undefined
    const letters = all.map(letter => ({ ...letter, state: stateOf(letter) }))
    const count = (state: LetterState) => letters.filter(letter => letter.state === state).length
    return {
      version: found, notices, counts: { sent: count('sent'), waiting: count('waiting'), 'given-up': count('given-up'), 'no-address': count('no-address') },
      letters: letters.slice(0, mostShown), mayRetry: canStillMove(found, now) && count('given-up') > 0,
    }
  },
  may: mayRead,
  reveals: ({ letters }) => letters.map(({ person }) => person),
})

/** Letters that were given up are tried once more. What is delivered late moves the moment of the version, as every late letter does. */
export const retryLetters = command('policy-desk.retry', {
  input: Which,
  load: async ({ db }: Context, { version }) => (await versionsOf(db)).find(({ number }) => number === version),
  may: mayDraft,
  async run({ db, now }, found) {
    if (!canStillMove(found, now)) throw new Refusal(409, 'policy-desk.not-coming')
    return { count: await tryAgain(db, found.number, now) }
  },
  audit: ({ number }) => ({ subject: null, thing: `version:${number}` as const }),
})
