import { sql } from 'kysely'
import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { fill, type Locale } from '#platform/locale.ts'
import { standing } from '#platform/obligations/obligations.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import { control, judge, twinName, type SiteContext } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'
import { passOut, type Leaving } from './gate.ts'
import { byHand, countedTransfers } from './transfers.ts'

const plain = z.strictObject({})
const year = 366 * 86_400_000

/** Compares what went out with what is declared, and tries the gate: an unknown host, a field too many, and each agreement after its end. */
export const discloseRecipients = control('disclose', 'recipients', {
  rule: plain,
  kind: 'probe',
  async prove(_, ctx) {
    const counted = await inSite(ctx.db, ctx.site, countedTransfers)
    // What was handed over by hand stands on its own ground, and another control looks at it.
    const undeclared = counted.filter(({ host }) => host !== byHand).filter(({ recipient, fields, purpose }) => {
      const declared = ctx.policy.recipients.find(({ id }) => id === recipient)
      return !declared || purpose !== declared.purpose || fields.some(field => !declared.fields.includes(field))
    })
    const { tried, passed } = await tryToGetOut(ctx)
    const transfers = counted.reduce((sum, { times }) => sum + Number(times), 0)
    return judge(tried, undeclared.length + passed, fill(messages.proved, { transfers, tried, wrong: undeclared.length + passed }))
  },
})

/** Each try goes through the real gate, in a twin of the school; what would send only counts. */
async function tryToGetOut(site: SiteContext) {
  const twin: Context = { ...site, site: twinName(site.site), actor: { person: null, role: 'system' }, locale: 'ru' }
  let passed = 0
  const tries: [Leaving, Date][] = [
    [{ host: 'nobody.invalid', person: null, payload: { name: 'x' } }, site.now],
    ...site.policy.recipients.flatMap(({ hosts: [host = ''], fields, agreement }): [Leaving, Date][] => {
      const to = { host, person: null }
      const whole = Object.fromEntries(fields.map(field => [field, 'x']))
      return [
        [{ ...to, payload: { ...whole, 'not-declared': 'x' } }, site.now],
        [{ ...to, payload: whole, purpose: 'not-declared' }, site.now],
        [{ ...to, payload: whole }, new Date(new Date(agreement.until).getTime() + year)],
      ]
    }),
  ]
  for (const [leaving, now] of tries) await passOut({ ...twin, now }, leaving, async () => { passed++ }).catch(refusedOnly)
  await inSite(twin.db, twin.site, db => sql`with gone as (delete from processors.refusals), told as (delete from events.outbox) delete from processors.transfers`.execute(db))
  return { tried: tries.length, passed }
}

function refusedOnly(error: unknown) {
  if (!(error instanceof Refusal)) throw error
}

/** Whoever outside got something of a person is asked to erase it, and is waited for until they have said that it is done. */
const eraseAtRecipients = control('erase', 'recipients', {
  rule: plain,
  kind: 'clock',
  async prove(_, ctx) {
    const calls = await standing(ctx.db, 'processors.tell', ctx.now)
    const { name } = ctx.policy.operator.responsible
    const figure = (locale: Locale) => fill(messages['proved-erased'], { ...calls, who: name[locale] })[locale]
    const found = judge(calls.all, calls.late, { ru: figure('ru'), kk: figure('kk'), en: figure('en') })
    return found.state === 'kept' && calls.open ? { ...found, state: 'due' as const } : found
  },
})

export const controls = [discloseRecipients, eraseAtRecipients]
