// The officer's side: what is held, and the two ways it can end.
import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, query, type Context } from '#trust/audit/audit.ts'
import { startErasure } from '#trust/rights/rights.ts'
import { ageRuleOf, fieldsById, personById, setState } from '#people/accounts/accounts.ts'
import { answerInTheirLanguage, ticketsAmong } from '#people/support/support.ts'
import { guardianSaidYes } from '#people/minors/minors.ts'
import { Checked, checks } from './forms.ts'
import { endHolds, freeze, holdById, holdsFor, openHolds, stateBefore, ticketsOf } from './holds.ts'
import { messages } from './messages.ts'
import { accountNamed } from './report.ts'

const isOfficer = ({ role }: Context['actor']) => role === 'privacy-officer'

/** All that is held, the nearest day first; and of one report which accounts it holds. Nobody is named. */
export const showHolds = query('child-reports.desk', {
  input: z.strictObject({ ticket: z.uuid().optional() }),
  async find({ db }: Context, { ticket }) {
    const open = await openHolds(db)
    const tickets = new Map((await ticketsAmong(db, [...ticketsOf(open), ...ticket ? [ticket] : []])).map(each => [each.id, each]))
    const rows = open.map(({ id, began_at, ticket }) => ({ id, began_at, report: ticket ? tickets.get(ticket) : undefined }))
    return { rows: rows.toSorted((one, other) => (one.report?.due_by ?? one.began_at).getTime() - (other.report?.due_by ?? other.began_at).getTime()), asked: ticket ? tickets.get(ticket) : undefined, held: ticket ? open.filter(hold => hold.ticket === ticket).map(({ id }) => id) : [] }
  },
  may: isOfficer,
  reveals: () => [],
})

/** What the officer compares with what was said: name, birth date where the school knows one, and whether a guardian has agreed. */
export const showHold = query('child-reports.show', {
  input: z.strictObject({ id: z.uuid() }),
  async find(ctx: Context, { id }) {
    const hold = await holdById(ctx.db, id)
    if (!hold) return undefined
    const [account, named, guardian, [report]] = await Promise.all([
      personById(ctx.db, hold.person), fieldsById(ctx.db, hold.person, ['name', 'first_name', 'last_name', 'birth_date']), guardianSaidYes(ctx.db, hold.person), ticketsAmong(ctx.db, ticketsOf([hold])),
    ])
    return account && named && { hold, account, named, guardian, report, from: ageRuleOf(ctx.policy)?.from ?? 18 }
  },
  may: isOfficer,
  reveals: ({ hold }) => [hold.person],
})

/** A report that named no account we could find, or one that waits for a person to look: the officer closes it by hand. */
export const freezeNamed = command('child-reports.freeze-named', {
  input: z.strictObject({ account: z.string().trim().min(2).max(200), ticket: z.uuid().optional() }),
  async prepare(ctx: Context, { account }) {
    if (!isOfficer(ctx.actor)) throw new Refusal(403, 'common.not-allowed')
    return { person: await accountNamed(ctx, account) }
  },
  async load(ctx, { ticket }, { person }) {
    if (!person) throw new Refusal(422, 'child-reports.nobody', {}, { field: 'account' })
    if (ticket && !(await ticketsAmong(ctx.db, [ticket])).length) return undefined
    return { person }
  },
  may: isOfficer,
  async run(ctx, { person }, { ticket = null }) {
    const held = ticket ? (await holdsFor(ctx.db, ticket)).find(hold => hold.person === person) : undefined
    return held ? { id: held.id } : freeze(ctx, { person, ticket })
  },
  audit: ({ person }) => ({ subject: person }),
})

const held = {
  input: z.strictObject({ id: z.uuid() }),
  load: ({ db }: Context, { id }: { id: string }) => holdById(db, id),
  may: isOfficer,
}

/** One press: no child, or their parents know. All is as before, and the person is told. */
export const lift = command('child-reports.lift', {
  ...held,
  async run(ctx, { id, person }) {
    const holds = await endHolds(ctx, person)
    const before = stateBefore(holds)
    await setState(ctx, person, before)
    if (before === 'active') await queueMail(ctx.db, { person, template: 'child-reports.lifted', about: `${id}:${uuidv7()}`, now: ctx.now })
    await answerInTheirLanguage(ctx, ticketsOf(holds), messages['outcome-nothing'])
  },
  audit: ({ person }) => ({ subject: person }),
})

// One sign alone is too easily guessed.
const leastChecks = 2

/** The account and all its data go, by the machinery of every erasure. Nothing of the check is kept but that it was made. */
export const remove = command('child-reports.remove', {
  ...held,
  input: Checked.extend({ id: z.uuid() }),
  async run(ctx, { person }, sent) {
    if (checks.filter(check => sent[check]).length < leastChecks) throw new Refusal(422, 'child-reports.not-sure', { least: leastChecks }, { field: 'address' })
    const holds = await endHolds(ctx, person)
    await answerInTheirLanguage(ctx, ticketsOf(holds), messages['outcome-removed'])
    return startErasure(ctx, person, 'law')
  },
  audit: () => ({ subject: null }),
})

/** Nothing was found that this could be about: the answer is word for word that of a report about somebody of age. */
export const answerNothing = command('child-reports.nothing', {
  input: z.strictObject({ ticket: z.uuid() }),
  async load({ db }: Context, { ticket }) {
    const [found] = await ticketsAmong(db, [ticket])
    return found && { ...found, holds: await holdsFor(db, ticket) }
  },
  may: isOfficer,
  async run(ctx, { id, closed_at, holds }) {
    if (closed_at || holds.length) throw new Refusal(409, 'child-reports.over')
    await answerInTheirLanguage(ctx, [id], messages['outcome-nothing'])
  },
  audit: () => ({ subject: null }),
})
