import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, type Actor, type Context } from '#trust/audit/audit.ts'
import { identifierOf, personById, setRole, setState } from '#people/accounts/accounts.ts'
import { beginHandover, vouchFor } from '#people/recovery/recovery.ts'
import { closeSessionsOf, voidLinks } from '#people/sign-in/sign-in.ts'
import { staffRoles } from './invite.ts'

const isOperator = (actor: Actor) => actor.role === 'operator'
const other = (actor: Actor, account: { id: string }) => isOperator(actor) && actor.person !== account.id

const About = z.strictObject({ person: z.uuid(), why: z.string().trim().min(10).max(500) })
const load = ({ db }: Context, { person }: { person: string }) => personById(db, person)

/** Nobody comes in with this account any more, from this moment: its sessions and links end with it. */
export const suspendPerson = command('staff.suspend', {
  input: About, load, may: other,
  async run(ctx, { id, state }) {
    if (state !== 'active') throw new Refusal(409, 'staff.not-active')
    await Promise.all([setState(ctx, id, 'suspended'), closeSessionsOf(ctx.db, id), voidLinks(ctx.db, id, ['enter', 'reset']),
      queueMail(ctx.db, { person: id, template: 'staff.suspended', about: uuidv7(), now: ctx.now })])
  },
  audit: ({ id }, { why }) => ({ subject: id, details: why }),
})

export const restorePerson = command('staff.restore', {
  input: About, load, may: other,
  async run(ctx, { id, state }) {
    if (state !== 'suspended') throw new Refusal(409, 'staff.not-suspended')
    await Promise.all([setState(ctx, id, 'active'), queueMail(ctx.db, { person: id, template: 'staff.restored', about: uuidv7(), now: ctx.now })])
  },
  audit: ({ id }, { why }) => ({ subject: id, details: why }),
})

/** New rights begin with a new sign-in. */
export const changeRole = command('staff.change-role', {
  input: z.strictObject({ person: z.uuid(), role: z.enum(['learner', ...staffRoles]) }), load, may: other,
  async run(ctx, { id }, { role }) {
    await Promise.all([setRole(ctx, id, role), closeSessionsOf(ctx.db, id)])
  },
  audit: ({ id, role: before }, { role }) => ({ subject: id, details: `${before} → ${role}` }),
})

/**
 * Support has made sure who is asking. Where the school knows the person's address, the letter goes there and nothing is shown here;
 * where it does not, the operator gets one half of a link and the privacy officer the other. No password is ever set for anybody.
 */
export const handOverReset = command('staff.hand-over-reset', {
  input: About, load, may: other,
  async run(ctx, { id, state }) {
    if (state !== 'active') throw new Refusal(409, 'staff.not-active')
    const byLetter = identifierOf(ctx.policy) === 'email'
    if (byLetter) await queueMail(ctx.db, { person: id, template: 'recovery.reset', about: uuidv7(), now: ctx.now })
    else await beginHandover(ctx, id)
    return { byLetter }
  },
  audit: ({ id }, { why }) => ({ subject: id, details: why }),
})

/** The privacy officer has made sure too, apart from the operator: the other half is theirs to tell. */
export const vouchForReset = command('staff.vouch-for-reset', {
  input: About, load,
  may: (actor, account) => actor.role === 'privacy-officer' && actor.person !== account.id,
  run: (ctx, { id }) => vouchFor(ctx, id),
  audit: ({ id }, { why }) => ({ subject: id, details: why }),
})
