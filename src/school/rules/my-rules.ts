import { z } from 'zod'
import { dayOf } from '#platform/clock/clock.ts'
import { fill, locales, type Locale, type Text } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import { dateInWords } from '#platform/ui/ui.ts'
import { command, query, type Context } from '#trust/audit/audit.ts'
import { asPlain, inForce, type InForce } from '#trust/supplements/supplements.ts'
import { ageRuleOf } from '#people/accounts/accounts.ts'
import { guardianSaidYes } from '#people/minors/minors.ts'
import { openAnswered, openTicket, topicsOf } from '#people/support/support.ts'
import { runsNamed } from '#school/courses/courses.ts'
import { enrolmentsOf, runNamesOf } from '#school/enrolment/enrolment.ts'
import { tellsRules } from './controls.ts'
import { messages } from './messages.ts'

/** One that applies to somebody. `why` is a whole sentence. */
export type MyRule = { id: string; title: Text; version: number; from: Date; to: string; why: Text; supplement?: InForce }

const titleOf = ({ said }: InForce): Text => ({ ru: said.ru.title, kk: said.kk.title, en: said.en.title })

/** The policy, then whatever stands beside it for somebody of their age and with their courses. */
async function rulesOf(ctx: Context, person: string): Promise<MyRule[]> {
  const { policy } = ctx
  const [standing, guarded, enrolments, runs] = await Promise.all([inForce(ctx), guardianSaidYes(ctx.db, person), enrolmentsOf(ctx.db, person), runsNamed(ctx.db, runNamesOf(person))])
  const learnt = runs.filter(({ id }) => enrolments.some(({ run }) => run === id))
  const from = ageRuleOf(policy)?.from ?? 18
  const beside = standing.flatMap((each): MyRule[] => {
    const found = { id: each.id, title: titleOf(each), version: each.version, from: dayOf(each.from), to: `/privacy/supplements/${each.id}?version=${each.version}`, supplement: each }
    if (each.for === 'minors') return guarded === undefined ? [] : [{ ...found, why: fill(messages['why-minor'], { from }) }]
    const course = learnt.find(({ course }) => course === each.course)
    return course ? [{ ...found, why: locales.reduce((why, locale) => ({ ...why, [locale]: fill(messages['why-course'], { course: course.about.title[locale] })[locale] }), {} as Text) }] : []
  })
  const main = { id: 'policy', title: messages.policy, version: policy.version.number, from: policy.version.inForceFrom, to: `/privacy/versions/${policy.version.number}`, why: messages['why-policy'] }
  const minors = guarded === undefined ? [] : [{ id: 'conditions', title: fill(messages.conditions, { from }), version: policy.version.number, from: policy.version.inForceFrom, to: '/minors', why: fill(messages['why-minor'], { from }) }]
  return [main, ...minors, ...beside]
}

/** 404 where the school has no such page. */
export const showMyRules = query('rules.show', {
  input: z.strictObject({}),
  find: async (ctx: Context) => ctx.actor.person && tellsRules(ctx.policy) ? { rules: await rulesOf(ctx, ctx.actor.person), asks: topicsOf(ctx.policy) !== undefined } : undefined,
  may: actor => actor.person !== null,
  reveals: () => [],
})

const mine = {
  async load(ctx: Context) {
    const { person } = ctx.actor
    return person && tellsRules(ctx.policy) && topicsOf(ctx.policy) ? { person, rules: await rulesOf(ctx, person) } : undefined
  },
  may: (actor: Context['actor']) => actor.person !== null,
}

/** The list as it goes along with a question: what applied at this moment, and why. */
const asList = (rules: readonly MyRule[], locale: Locale, zone: string) =>
  rules.map(({ title, version, from, why }) => `- ${title[locale]}. ${fill(messages.version, { version, from: dateInWords(from, locale, 'date', zone) })[locale]} ${why[locale]}`).join('\n')

/** A question about one's rules: whoever answers reads along which these are. */
export const askAboutRules = command('rules.ask', {
  input: z.strictObject({ words: z.string().trim().min(10).max(4000) }),
  ...mine,
  run: (ctx, { person, rules }, { words }) => openTicket(ctx, { person, guest: false, topic: 'privacy', channel: 'form', words: `${words}\n\n${messages.attached[ctx.locale]}\n${asList(rules, ctx.locale, ctx.zone)}` }),
  audit: ({ person }) => ({ subject: person }),
})

/** The text itself, at once, into an enquiry of one's own: to keep, and to ask further. */
export const sendRules = command('rules.send', {
  input: z.strictObject({ id: z.string().max(61) }),
  load: async (ctx: Context, { id }) => {
    const found = (await mine.load(ctx))
    return found && { ...found, standing: (await inForce(ctx)).find(each => each.id === id) }
  },
  may: mine.may,
  async run(ctx, { person, standing }) {
    if (!standing) throw new Refusal(422, 'rules.no-such', {}, { field: 'id' })
    const { locale } = ctx
    const wish = fill(messages['send-wish'], { title: standing.said[locale].title })[locale]
    const version = fill(messages.version, { version: standing.version, from: dateInWords(dayOf(standing.from), locale, 'date', ctx.zone) })[locale]
    return openAnswered(ctx, { person, guest: false, topic: 'privacy', channel: 'form', words: wish }, `${asPlain(standing, locale)}\n\n${version}`)
  },
  audit: ({ person }) => ({ subject: person }),
})
