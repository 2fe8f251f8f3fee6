import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, type Actor, type Context } from '#trust/audit/audit.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { accountById, addPerson, confirmPerson, fieldSchemas, fieldsOf, identifierOf, personById, setFields, shapeOf, type Declared, type PersonRole, type Values } from '#people/accounts/accounts.ts'
import { makeCodes } from '#people/recovery/recovery.ts'
import { ClientInput, enter, hashNew, linkTo, lookAtLink, makeLink, recognise, storePassword, useLink } from '#people/sign-in/sign-in.ts'

export const staffRoles = ['teacher', 'operator', 'privacy-officer', 'support'] as const
const mayInvite = (actor: Actor) => actor.role === 'operator' || actor.role === 'system'

const Invitation = z.strictObject({
  role: z.enum(staffRoles),
  /** E-mail or login, whichever opens accounts here. The terminal may leave it to the invited. */
  identifier: z.string().trim().max(254).optional(),
})

/** Somebody is asked to work here. By letter where the school writes letters; otherwise the link is handed over. */
export async function inviteStaff(ctx: Context, raw: z.input<typeof Invitation>) {
  const invited = await invite(ctx, raw)
  await ctx.vault.confirm(ctx.site, invited.person)
  return invited
}

const invite = command('staff.invite', {
  input: Invitation,
  prepare: admitInvited,
  load: async (_, __, prepared) => prepared,
  may: mayInvite,
  async run(ctx, { person, values }, { role }) {
    await addPerson(ctx, { id: person, role, state: 'pending', values, source: 'operator' })
    await ctx.db.insertInto('staff.invitations').values({ person, invited_by: ctx.actor.person, invited_at: ctx.now }).execute()
    if (values.email) {
      await queueMail(ctx.db, { person, template: 'staff.invite', about: uuidv7(), now: ctx.now })
      return { person, token: undefined }
    }
    return { person, token: await makeLink(ctx, { person, purpose: 'invite', handedOver: true }) }
  },
  audit: ({ person }, { role }) => ({ subject: person, details: role }),
})

async function admitInvited(ctx: Context, { identifier }: z.output<typeof Invitation>) {
  if (!mayInvite(ctx.actor)) throw new Refusal(403, 'common.not-allowed')
  const kind = identifierOf(ctx.policy)
  const values: Values = identifier ? { [kind]: fieldSchemas[kind].parse(identifier) } : {}
  const person = randomUUID()
  if (!await ctx.vault.admit(ctx.site, person, values, ctx.now)) throw new Refusal(409, 'staff.known', {}, { field: 'identifier' })
  return { person, values }
}

/** `senim person add`: prints the link instead of sending it. */
export async function addByTerminal(ctx: Context, { role, identifier }: z.input<typeof Invitation>) {
  const { person, token } = await inviteStaff(ctx, { role, ...(identifier && { identifier }) })
  const link = token ?? await inSite(ctx.db, ctx.site, db => makeLink({ ...ctx, db }, { person, purpose: 'invite' }))
  return { person, link: linkTo(ctx, ctx.locale, '/invite', link) }
}

/** What the invited fill in: their name, the identifier if nobody gave it, a password. Of what learners are asked, nothing more. */
export function invitationFields(policy: Policy, identifierKnown: boolean): Declared[] {
  const wanted = ['name', 'first_name', 'last_name', 'password', ...identifierKnown ? [] : [identifierOf(policy)]]
  return fieldsOf(policy).filter(({ name }) => wanted.includes(name))
}

export const lookAtInvitation = async (ctx: Context, token: string) => {
  const link = await lookAtLink(ctx.db, 'invite', token, ctx.now)
  const account = link && await accountById(ctx.db, link.person)
  return account && { link: link.id, person: account.id, role: account.role as PersonRole, state: account.state, identifierKnown: account[identifierOf(ctx.policy)] !== null }
}

/** The invited come in: the account is in use from now on. */
export async function acceptInvitation(ctx: Context, raw: z.input<typeof Acceptance>) {
  const entered = await accept(ctx, raw)
  await ctx.vault.confirm(ctx.site, entered.person)
  return entered
}

const Acceptance = z.strictObject({ token: z.string(), fields: z.record(z.string(), z.unknown()), client: ClientInput })

const accept = command('staff.accept', {
  input: Acceptance,
  prepare: prepareAcceptance,
  load: (ctx, _, { found }) => personById(ctx.db, found.person),
  may: () => true,
  async run(ctx, { id }, { client }, { found, values, hash, recognised }) {
    if (!await useLink(ctx.db, found.link)) throw new Refusal(410, 'staff.link-gone')
    await Promise.all([setFields(ctx, id, values), storePassword(ctx, id, hash), confirmPerson(ctx, id)])
    if (identifierOf(ctx.policy) === 'login') await makeCodes(ctx, id)
    return enter(ctx, id, client, recognised)
  },
  audit: ({ id }) => ({ subject: id }),
})

async function prepareAcceptance(ctx: Context, { token, fields, client }: z.output<typeof Acceptance>) {
  const found = await inSite(ctx.db, ctx.site, db => lookAtInvitation({ ...ctx, db }, token))
  if (!found) throw new Refusal(410, 'staff.link-gone')
  const { password, ...values } = z.strictObject(shapeOf(invitationFields(ctx.policy, found.identifierKnown))).parse(fields) as Values & { password: string }
  const hash = await hashNew(ctx, password, Object.values(values))
  const kind = identifierOf(ctx.policy)
  if (values[kind] && !await ctx.vault.changeLookup(ctx.site, found.person, kind, values[kind], ctx.now)) throw new Refusal(409, 'staff.known', {}, { field: kind })
  return { found, values, hash, recognised: await recognise(ctx, found.person, client) }
}
