// The same by a letter to the school: its subject says that it is a report, and an address in its words whose account is meant.
import { locales } from '#platform/locale.ts'
import type { Context } from '#trust/audit/audit.ts'
import { reportTerm } from './controls.ts'
import { messages } from './messages.ts'
import { accountNamed, closeAtOnce } from './report.ts'

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ')
const isReport = (subject: string) => locales.some(locale => plain(subject).includes(plain(messages['letter-subject'][locale])))

// Whoever quotes half a mailbox names nobody.
const mostAddresses = 5

/** Undefined for every other letter, and where the school takes no reports. */
export async function reportInLetter(ctx: Context, { subject, words }: { subject: string; words: string }): Promise<{ named: string | null; term: { promisedBy: Date; dueBy: Date } } | undefined> {
  const term = reportTerm(ctx.policy, ctx.now)
  if (!term || !isReport(subject)) return undefined
  const own = ctx.policy.operator.contacts.map(({ value }) => value)
  const addresses = [...new Set(words.match(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+\.\p{L}{2,}/gu) ?? [])].filter(address => !own.includes(address)).slice(0, mostAddresses)
  for (const address of addresses) {
    const named = await accountNamed(ctx, address)
    if (named) return { named, term }
  }
  return { named: null, term }
}

export const reportedByLetter = closeAtOnce
