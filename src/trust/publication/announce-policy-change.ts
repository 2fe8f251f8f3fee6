import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { addDuration } from '#trust/law/law.ts'
import { control, Duration, durationSlots, judge } from '#trust/policy/policy.ts'
import { lettersAbout } from './given.ts'
import { messages } from './messages.ts'
import { versionsOf, type PublishedVersion } from './versions.ts'

/** A changed policy is made known this long before it applies, in each of the ways the school names. */
export const announcePolicyChange = control('announce', 'policy-change', {
  rule: z.strictObject({ of: z.enum(['substantial', 'all']), ahead: Duration, by: z.array(z.enum(['page', 'banner', 'in-app', 'e-mail'])).min(1) }),
  kind: 'clock',
  slots: rule => durationSlots('ahead', rule.ahead),
  async prove({ of, ahead, by }, { db, now }) {
    const changes = (await versionsOf(db)).slice(1).filter(({ affects, withdrawnAt }) => !withdrawnAt && (of === 'all' || affects === 'rights-or-uses'))
    const notices = await Promise.all(changes.map(async version => {
      const letters = by.includes('e-mail') ? await lettersAbout(db, version.number) : []
      return { late: isLate(version, ahead, letters, now), told: letters.filter(({ deliveredAt }) => deliveredAt).length }
    }))
    const late = notices.filter(notice => notice.late).length
    const facts = { changes: changes.length, letters: notices.reduce((sum, { told }) => sum + told, 0), late }
    const finding = judge(changes.length, late, fill(messages['found-changes'], facts))
    return finding.state === 'kept' && changes.some(({ inForceFrom }) => inForceFrom > now) ? { ...finding, state: 'due' } : finding
  },
})

type Letter = { deliveredAt: Date | null; givenUp: boolean }

// Before a version applies an unsent letter is still in time: it moves the moment.
function isLate({ announcedAt, inForceFrom }: PublishedVersion, ahead: string, letters: Letter[], now: Date) {
  const last = addDuration(inForceFrom, ahead, -1)
  if (announcedAt > last) return true
  return now >= inForceFrom && letters.some(({ deliveredAt, givenUp }) => !givenUp && (!deliveredAt || deliveredAt > last))
}
