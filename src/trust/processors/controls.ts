import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { fill, type Locale } from '#platform/locale.ts'
import { standing } from '#platform/obligations/obligations.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import { control, judge, twinName, type SiteContext } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'
import { closedOn, isAbroad, type Recipient } from './decide.ts'
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

/** Whoever is abroad has a safeguard and a special agreement; and the gate is tried with somebody abroad who has none, has one, and has one that ended. */
const discloseAbroad = control('disclose', 'abroad', {
  rule: plain,
  kind: 'probe',
  async prove(_, ctx) {
    const abroad = ctx.policy.recipients.filter(recipient => isAbroad(recipient, ctx.policy.law))
    const open = abroad.filter(recipient => !recipient.safeguard || closedOn(recipient, ctx.policy.law, ctx.now) === 'abroad').length
    const { tried, wrong } = await tryAbroad(ctx)
    return judge(tried, open + wrong, fill(messages['proved-abroad'], { abroad: abroad.length, open, tried, wrong }))
  },
})

/** `wrong`: what went without an agreement, what did not go with one, and a record that does not name it. */
async function tryAbroad(site: SiteContext) {
  const far = new Date(site.now.getTime() + year).toISOString().slice(0, 10)
  const [number, fields] = ['probe', ['number']]
  const stranger: Recipient = {
    id: 'abroad', name: messages.who, function: messages.does, safeguard: messages.special, country: 'AQ', ground: 'operation', data: [], fields, purpose: 'probe', hosts: ['abroad.invalid'], standard: 'probe',
    agreement: { number, until: far }, certificate: { number, until: far }, assessment: { by: number, on: far, result: 'fit' },
  }
  const twin = twinOf(site)
  const past = new Date(site.now.getTime() - 2 * 86_400_000).toISOString().slice(0, 10)
  const tries: [transfer: Recipient['transfer'], goes: boolean][] = [[undefined, false], [{ number, until: far }, true], [{ number, until: past }, false]]
  const reference = randomUUID()
  let wrong = 0
  for (const [transfer, goes] of tries) {
    let went = false
    const policy = { ...site.policy, recipients: [{ ...stranger, ...transfer && { transfer } }] }
    await passOut({ ...twin, policy }, { host: 'abroad.invalid', person: null, reference, payload: { number } }, async () => { went = true }).catch(refusedOnly)
    if (went !== goes) wrong++
  }
  // Another probe may have cleared the twin meanwhile: what is looked for is a record that names something else.
  const named = await inSite(twin.db, twin.site, db => db.selectFrom('processors.transfers').select('agreement').where('reference', '=', reference).execute())
  await forget(twin)
  return { tried: tries.length, wrong: wrong + named.filter(({ agreement }) => agreement !== number).length }
}

/** Where the gate is tried: nobody lives there. */
const twinOf = (site: SiteContext): Context => ({ ...site, site: twinName(site.site), actor: { person: null, role: 'system' }, locale: 'ru' })
const forget = (twin: Context) => inSite(twin.db, twin.site, db => sql`with gone as (delete from processors.refusals), told as (delete from events.outbox) delete from processors.transfers`.execute(db))

/** Each try goes through the real gate, in a twin of the school; what would send only counts. */
async function tryToGetOut(site: SiteContext) {
  const twin = twinOf(site)
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
  await forget(twin)
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

export const controls = [discloseRecipients, discloseAbroad, eraseAtRecipients]
