import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { handTyped, type LookAtTyped } from '#platform/typed/typed.ts'
import { visits } from '#platform/visits/visits.ts'
import { control, judge, rulesOf, type Policy } from '#trust/policy/policy.ts'
import { masked, numbersIn } from './detect.ts'
import { namesPaper, tellsOfCopy } from './documents.ts'
import { messages } from './messages.ts'
import { kinds, type Kind } from './runs.ts'

/** One of each kind that belongs to nobody: a test card, an account and a paper with invented numbers. */
const samples: Record<Kind, string> = { card: '4111 1111 1111 1111', account: 'KZ86 125K ZT50 0410 0100', document: 'паспорт N12345678' }

/** Numbers of these kinds are taken in no field, no file name and no letter: each is sent to the school's own door, which must turn it away with the number masked. */
export const refuseNumbers = control('refuse', 'numbers', {
  rule: z.strictObject({ kinds: z.array(z.enum(kinds)).min(1) }),
  kind: 'probe',
  async prove(rule, { site, address }) {
    const visit = visits()
    if (!visit) return judge(0, 0, messages['no-visit'])
    const sent = await Promise.all(rule.kinds.map(async kind => {
      const answer = await visit(site, '/contacts', { method: 'POST', headers: { origin: address.origin, accept: 'text/html' }, body: new URLSearchParams({ words: samples[kind] }) })
      return { status: answer.status, page: await answer.text(), number: samples[kind] }
    }))
    const taken = sent.filter(({ status, page, number }) => status !== 422 || page.includes(number)).length
    return judge(sent.length, taken, fill(messages['found-numbers'], { kinds: sent.length, taken }))
  },
})

const known = new WeakMap<Policy, readonly Kind[]>()

/** The kinds that this school never takes: those of all its sentences together. */
function kindsOf(policy: Policy): readonly Kind[] {
  const found = known.get(policy) ?? [...new Set(rulesOf(policy, refuseNumbers).flatMap(rule => rule.kinds))]
  known.set(policy, found)
  return found
}

/** For the door: which text of a request this school does not take, and the text without it. */
const stopNumbers: LookAtTyped = ({ policy }: { policy: Policy }, text, as) => {
  const never = kindsOf(policy)
  if (!never.length) return undefined
  const found = numbersIn(text, never)
  if (found.length) return { code: `never-collected.${found[0]!.kind}`, masked: masked(text, found) }
  const paper = never.includes('document') && (as === 'file-name' && namesPaper(text) || as === 'beside-file' && tellsOfCopy(text))
  return paper ? { code: 'never-collected.paper', masked: text } : undefined
}

/** From here on everything typed passes by. */
export const watchDoor = () => handTyped(stopNumbers)
