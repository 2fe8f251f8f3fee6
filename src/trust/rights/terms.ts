import { deadline, lawProfile, termOf, type Within } from '#trust/law/law.ts'
import type { Policy } from '#trust/policy/policy.ts'

// Where neither the school nor the law names a number, an answer is not owed at leisure.
const otherwise: Within = { 'working-days': 10 }

/** By when the school has promised an answer, and by when one is due: the stricter of its words and the law. */
export function termsFor(policy: Policy, right: string, asked: Date): { promisedBy: Date; dueBy: Date } {
  if (right === 'management') return shortest(policy, asked)
  const law = lawProfile(policy.law)
  const legal = termOf(law, right)
  const promised = policy.rights.find(each => each.right === right)?.within ?? legal ?? otherwise
  const promisedBy = deadline(asked, promised, law)
  const lawful = legal ? deadline(asked, legal, law) : promisedBy
  return { promisedBy, dueBy: lawful < promisedBy ? lawful : promisedBy }
}

/** Of a letter nobody knows which right it means: the shortest term of any of them holds. */
function shortest(policy: Policy, asked: Date): { promisedBy: Date; dueBy: Date } {
  const all = ['access', 'rectification', 'restriction', 'objection', 'withdrawal', 'erasure'].map(right => termsFor(policy, right, asked))
  const first = (dates: Date[]) => new Date(Math.min(...dates.map(Number)))
  return { promisedBy: first(all.map(({ promisedBy }) => promisedBy)), dueBy: first(all.map(({ dueBy }) => dueBy)) }
}
