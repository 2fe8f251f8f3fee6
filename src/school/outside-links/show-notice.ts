import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { query } from '#trust/audit/audit.ts'
import { signedLink } from './address.ts'

/** Where a link leads, before one follows it. `elsewhere`: the way here began on another site, which has no business leading anybody through ours. */
export const showNotice = query('outside-links.show-notice', {
  input: z.object({ asked: z.record(z.string(), z.string()), elsewhere: z.boolean() }),
  async find({ site }, { asked, elsewhere }) {
    const link = signedLink(site, asked)
    if (link && elsewhere) throw new Refusal(403, 'outside-links.only-from-here')
    return link && { ...link, host: new URL(link.to).host }
  },
  may: () => true,
  reveals: () => [],
})
