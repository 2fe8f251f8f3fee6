// What this module needs from the layers above it. src/product.ts hands it in once.
import type { Database } from '#platform/database/database.ts'
import type { Control, Policy } from '#trust/policy/policy.ts'

/** A letter about a version. One that is neither sent nor ended is still being tried. */
export type Delivery = { person: string; queued_at: Date; sent_at: Date | null; outcome: string | null; attempts: number; next_try_at: Date | null }

export type Given = {
  controls: readonly Control[]
  /** Everyone who has an account here, to be told of a change. */
  everyone: (db: Database) => Promise<string[]>
  /** Those who registered here themselves. */
  joined: (db: Database) => Promise<string[]>
  /** Puts a letter about a version into the queue; asked twice, it is sent once. */
  queueLetter: (db: Database, letter: { person: string; version: number; now: Date }) => Promise<unknown>
  /** The letter that takes an announcement back. */
  queueWithdrawal: (db: Database, letter: { person: string; version: number; now: Date }) => Promise<unknown>
  /** How the letters about a version are doing. A letter given up for good is not waited for. */
  letters: (db: Database, version: number) => Promise<{ person: string; deliveredAt: Date | null; givenUp: boolean }[]>
  /** The letters about a version one by one, those not delivered first. */
  deliveries: (db: Database, version: number) => Promise<Delivery[]>
  /** Tries those again that were given up; answers how many. */
  tryAgain: (db: Database, version: number, now: Date) => Promise<number>
  /** The names of the cookies that the product sets in a school with this policy. */
  cookies: (policy: Policy) => string[]
  /** Every host outside that the house is set to speak to, with the name of its setting. */
  hosts: () => { setting: string; host: string }[]
  /** Jobs that run for the sake of sentences: without one of these the job has no business in a school. */
  jobs: (policy: Policy) => { name: string; keeps: string[] }[]
}

let given: Given | undefined

export const hand = (parts: Given) => { given = parts }
export const controls = () => taken().controls
export const everyone: Given['everyone'] = db => taken().everyone(db)
export const joined: Given['joined'] = db => taken().joined(db)
export const queueLetter: Given['queueLetter'] = (db, letter) => taken().queueLetter(db, letter)
export const queueWithdrawal: Given['queueWithdrawal'] = (db, letter) => taken().queueWithdrawal(db, letter)
export const lettersAbout: Given['letters'] = (db, version) => taken().letters(db, version)
export const deliveriesOf: Given['deliveries'] = (db, version) => taken().deliveries(db, version)
export const tryAgain: Given['tryAgain'] = (db, version, now) => taken().tryAgain(db, version, now)

export const hostsOf: Given['hosts'] = () => taken().hosts()
export const jobsOf: Given['jobs'] = policy => taken().jobs(policy)
export const cookiesOf: Given['cookies'] = policy => taken().cookies(policy)

function taken(): Given {
  if (!given) throw new Error('src/product.ts has not handed publication what it needs')
  return given
}
