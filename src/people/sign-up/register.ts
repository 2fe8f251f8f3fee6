import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { isConsentField, keepAtSignUp, signUpConsents } from '#trust/consent/consent.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { acceptAtRegistration } from '#trust/publication/publication.ts'
import { addPerson, ageRuleOf, confirmPerson, fieldsOf, identifierOf, personById, refuseImpossibleBirth, registerAgain, shapeOf, waitForGuardian, type AgeBand, type Values } from '#people/accounts/accounts.ts'
import { forgetGuardian, guardianSaidYes, nameGuardian, takesMinors } from '#people/minors/minors.ts'
import { makeCodes } from '#people/recovery/recovery.ts'
import { browserName, ClientInput, countTry, dropPassword, enter, hashNew, lookAtLink, makeLink, occasion, recognise, storedHash, storePassword, useLink, voidLinks, type Entered } from '#people/sign-in/sign-in.ts'
import { agreementShape } from './agreement.ts'
import { bandOfBirth } from './age-note.ts'
import { guardianEmail } from './forms.ts'

const bands = z.enum(['adult', 'minor', 'child'])
const Input = z.strictObject({
  /** The fields of the manifest, as they were typed. */
  fields: z.record(z.string(), z.unknown()),
  /** What was said about age where the school asks for a statement. */
  age: bands.optional(),
  /** A minor's parent or legal representative, by their address alone. */
  guardian: z.string().optional(),
  /** Where they wanted to go: the letter leads on to there. */
  next: z.string().optional(),
  client: ClientInput,
})

const fieldsSchema = (policy: Policy) => z.strictObject({ ...shapeOf(fieldsOf(policy)), ...signUpConsents(policy).shape, ...agreementShape(policy) })
/** Everything a program sends to sign somebody up in this school: the fields, the agreement, a statement of age, for a minor the guardian's address. */
export const registrationOf = (policy: Policy) => {
  const schema = takesMinors(policy) ? fieldsSchema(policy).extend({ guardian_email: guardianEmail.optional() }) : fieldsSchema(policy)
  return ageRuleOf(policy)?.asks === 'statement' ? schema.extend({ age: bands }) : schema
}

/** Nobody signs up twice; whoever tries is told so by a letter to the address, never on the page. */
type Standing = { is: 'new' | 'unconfirmed' | 'known'; person: string }
export type Registered = { person: string; isNew: boolean; waits: boolean; guarded?: boolean; entered?: Entered }

/** Makes an account. `waits`: a letter has been sent, whatever was found; otherwise the person is in. */
export async function register(ctx: Context, raw: z.input<typeof Input>): Promise<Registered> {
  const registered = await registerPerson(ctx, raw)
  // The second half of the admission. A crash before it is made good when the school opens.
  if (registered.isNew) await ctx.vault.confirm(ctx.site, registered.person)
  return registered
}

const registerPerson = command('sign-up.register', {
  input: Input,
  prepare,
  load: async (_, __, prepared) => prepared.standing,
  may: () => true,
  async run(ctx, { is, person }, { client, next }, { values, ticked, agreed, hash, guardian }): Promise<Registered> {
    const waits = ctx.policy.registration.confirmed && identifierOf(ctx.policy) === 'email'
    if (is === 'known') {
      await queueMail(ctx.db, { person, template: 'sign-up.already', about: uuidv7(), now: ctx.now })
      return { person, waits, isNew: false, guarded: guardian !== undefined }
    }
    const state = waits ? 'pending' as const : guardian ? 'waiting' as const : 'active' as const
    if (is === 'new') await addPerson(ctx, { id: person, role: 'learner', state, values })
    else await Promise.all([registerAgain(ctx, person, values), voidLinks(ctx.db, person, ['confirm']), forgetGuardian(ctx.db, person)])
    if (guardian) await nameGuardian(ctx, person, { email: guardian, birthDate: values.birth_date })
    if (agreed !== undefined) await acceptAtRegistration(ctx, person, agreed)
    await keepAtSignUp(ctx, person, ticked)
    // Two may have typed this address, and only one of them reads its letters: whoever does chooses a password after it.
    if (is === 'new') await storePassword(ctx, person, hash)
    else await dropPassword(ctx.db, person)
    if (waits) {
      await queueMail(ctx.db, { person, template: 'sign-up.confirm', about: occasion(next), now: ctx.now })
      return { person, waits, isNew: is === 'new', guarded: guardian !== undefined }
    }
    await makeCodes(ctx, person)
    if (guardian) return { person, waits, isNew: true, guarded: true }
    return { person, waits, isNew: true, entered: await enter(ctx, person, client, { known: undefined, isFirst: true, browser: browserName(client.agent) }) }
  },
  audit: ({ person }) => ({ subject: person }),
})

/** Everything that may be refused is refused here, before a key is made. */
async function prepare(ctx: Context, { fields, age, guardian: named, client }: z.output<typeof Input>) {
  const rule = ageRuleOf(ctx.policy)
  if (rule?.asks === 'statement') refuseYoung(ctx.policy, age ?? 'child')
  const schema = fieldsSchema(ctx.policy)
  const { password, policy: agreed, agree: _, ...rest } = schema.parse(fields) as Values & { password: string; policy?: number; agree?: true }
  const ticked = Object.fromEntries(Object.entries(rest).filter(([name]) => isConsentField(name)))
  const values = Object.fromEntries(Object.entries(rest).filter(([name]) => !isConsentField(name))) as Values
  // Before a key is made: they agreed with another text than the one in force.
  if (agreed !== undefined && agreed !== ctx.policy.version.number) throw new Refusal(422, 'publication.other-version', {}, { field: 'agree' })
  if (values.birth_date) {
    if (rule?.asks === 'birth-date') refuseYoung(ctx.policy, bandOfBirth(ctx, values.birth_date))
    refuseImpossibleBirth(ctx, values.birth_date, takesMinors(ctx.policy))
  }
  const band = rule?.asks === 'birth-date' && values.birth_date ? bandOfBirth(ctx, values.birth_date) : age
  const guardian = band === 'minor' ? guardianOf(named, values) : undefined
  await countTry(ctx, { name: `sign-up ${values.email ?? values.login}`, address: client.address })
  const hash = await hashNew(ctx, password, Object.values(values))
  return { values, ticked: guardian ? {} : ticked, agreed, hash, guardian, standing: await standingOf(ctx, values) }
}

function refuseYoung(policy: Policy, band: AgeBand) {
  if (band === 'child') throw new Refusal(403, 'sign-up.child')
  if (band === 'minor' && !takesMinors(policy)) throw new Refusal(403, 'sign-up.minor')
}

/** Somebody else's address: nobody says yes to themselves. */
function guardianOf(named: string | undefined, { email }: Values): string {
  if (!named) throw new Refusal(422, 'sign-up.needs-guardian', {}, { field: 'guardian_email' })
  const guardian = guardianEmail.parse(named)
  if (guardian.toLowerCase() === email?.toLowerCase()) throw new Refusal(422, 'sign-up.guardian-is-you', {}, { field: 'guardian_email' })
  return guardian
}

/** The last to register with an address that nobody has confirmed is the one whose letter counts. */
async function standingOf(ctx: Context, values: Values): Promise<Standing> {
  const kind = identifierOf(ctx.policy)
  const person = randomUUID()
  if (await ctx.vault.admit(ctx.site, person, { [kind]: values[kind] }, ctx.now)) return { is: 'new', person }
  const holder = await ctx.vault.find(ctx.site, kind, values[kind]!, { pendingAt: ctx.now })
  const account = holder && await inSite(ctx.db, ctx.site, db => personById(db, holder))
  // A login is chosen, not proved: who wants one that is taken must be told. An address is never given away.
  if (kind === 'login') throw new Refusal(409, 'sign-up.login-taken', {}, { field: 'login' })
  if (!account) throw new Refusal(503, 'sign-up.under-way', {}, { retryAfter: 900 })
  return { is: account.state === 'pending' && account.role === 'learner' ? 'unconfirmed' : 'known', person: account.id }
}

/** The button on the page that the letter leads to: the account is in use from now on, or waits for a guardian. `choosing`: the link to set its password by. */
export const confirmAddress = command('sign-up.confirm', {
  input: z.strictObject({ token: z.string(), client: ClientInput }),
  prepare: async (ctx, { token, client }) => {
    const link = await inSite(ctx.db, ctx.site, db => lookAtLink(db, 'confirm', token, ctx.now))
    if (!link) throw new Refusal(410, 'sign-up.link-gone')
    const chosen = await storedHash(ctx, link.person)
    return { link, recognised: await recognise(ctx, link.person, client), chosen: chosen !== undefined }
  },
  load: (ctx, _, { link }) => personById(ctx.db, link.person),
  may: () => true,
  async run(ctx, account, { client }, { link, recognised, chosen }): Promise<Entered | { choosing: string } | { waiting: true }> {
    if (!await useLink(ctx.db, link.id)) throw new Refusal(410, 'sign-up.link-gone')
    if (await guardianSaidYes(ctx.db, account.id) === false) {
      await waitForGuardian(ctx, account.id)
      return { waiting: true }
    }
    await confirmPerson(ctx, account.id)
    if (!chosen) return { choosing: await makeLink(ctx, { person: account.id, purpose: 'reset' }) }
    return enter(ctx, account.id, client, recognised)
  },
  audit: ({ id }) => ({ subject: id }),
})
