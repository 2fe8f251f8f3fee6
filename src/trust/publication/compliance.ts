import type { Text } from '#platform/locale.ts'
import type { Checked } from '#trust/evidence/evidence.ts'
import { duties, lawProfile } from '#trust/law/law.ts'
import type { Policy, State } from '#trust/policy/policy.ts'

export type Duty = { id: string; article: Text; what: Text; state: State | 'missing'; promises: { id: string; says: Text }[]; data: string[] }
export type Grounded = { name: Text; ground: Text; article: Text }
export type Compliance = { duties: Duty[]; data: Grounded[]; recipients: Grounded[]; ready: boolean }

const worst = ['broken', 'missing', 'unproven', 'paused', 'due', 'kept'] as const

/** What the law asks of this school: the sentence that answers each duty, its state, the data it uses, and the ground of every kind of data. */
export function complianceOf(policy: Policy, states: readonly Checked[]): Compliance {
  const law = lawProfile(policy.law)
  const duty = ({ id, article, what, shows }: ReturnType<typeof duties>[number]): Duty => {
    const promises = policy.promises.filter(({ verb, subject }) => shows.includes(`${verb}/${subject}`)).map(({ id, says }) => ({ id, says }))
    const found = promises.map(promise => states.find(state => state.id === promise.id)?.evidence.state ?? 'unproven')
    const state = promises.length ? worst.find(each => found.some(one => one === each))! : 'missing'
    return { id, article, what, state, promises, data: policy.data.filter(({ purposes }) => purposes.some(purpose => servesLaw(policy, purpose))).map(({ category }) => category) }
  }
  const all = duties(law).map(duty)
  return {
    duties: all,
    data: policy.data.map(({ what, basis }) => ({ name: what, ground: law.grounds[basis]!.what, article: law.grounds[basis]!.article })),
    recipients: policy.recipients.map(({ name, function: does, agreement }) => ({ name, ground: does, article: { ru: agreement.number, kk: agreement.number, en: agreement.number } })),
    ready: all.every(({ state }) => state !== 'broken' && state !== 'missing'),
  }
}

const servesLaw = ({ purposes }: Policy, id: string) => purposes.some(purpose => purpose.id === id && (purpose.serves === 'law' || purpose.serves === 'security'))
