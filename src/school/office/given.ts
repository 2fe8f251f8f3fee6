import type { Kept } from '#platform/mail/mail.ts'

type Given = {
  /** The letters kept on this machine where there is no mail server: in a demo only. */
  outbox?: (site: string) => Kept[]
  /** How many people of each role and state there are. */
  mode: 'demo' | 'test' | 'production'
}

let given: Given = { mode: 'production' }
/** Known only once the house is open. */
export const hand = (parts: Given) => { given = parts }
export const known = () => given
