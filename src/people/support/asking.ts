import type { Text } from '#platform/locale.ts'
import { durationText, withinText } from '#trust/law/law.ts'
import { ruleOf } from '#trust/policy/policy.ts'
import type { Context } from '#trust/audit/audit.ts'
import type { DrawnFields } from '#people/sign-in/sign-in.ts'
import { clauseOf, type Clause } from './clause.ts'
import { freeTimes } from './consultations.ts'
import { retainEnquiries } from './controls.ts'
import { enquiryForm, guestForm } from './forms.ts'
import { sendsLetters, topics, topicsOf, withinOf } from './topics.ts'

/** What the form of a school is drawn from, for whoever reads. `values`: what the link that led here has said already. */
export type Asking = { Fields: DrawnFields; mails: boolean; within: Text; kept: Text; clause: (Clause & { version: number }) | undefined; values: Record<string, string | number>; /** When a consultation can be had. */ times: Date[] }

/** Undefined where the school takes no enquiries. */
export async function askingIn(ctx: Pick<Context, 'policy' | 'actor' | 'db' | 'now'>, query: Record<string, string> = {}): Promise<Asking | undefined> {
  const { policy, actor } = ctx
  const rule = ruleOf(policy, retainEnquiries)
  const offered = topicsOf(policy)
  if (!rule || !offered) return undefined
  const clause = clauseOf(policy, query.clause)
  const version = Number(/^\d{1,6}$/.exec(query.version ?? '')?.[0] ?? policy.version.number)
  const topic = topics.find(each => each === query.topic && offered.includes(each))
  return {
    times: await freeTimes(ctx),
    Fields: (actor.person ? enquiryForm : guestForm)(policy).Fields as DrawnFields, mails: sendsLetters(policy), within: withinText(withinOf(policy)), kept: durationText(rule.for),
    clause: clause && { ...clause, version },
    values: { ...topic && { topic }, ...actor.person && query.right && { right: query.right }, ...clause && { clause: clause.id, version } },
  }
}
