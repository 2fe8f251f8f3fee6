// The way of a newcomer, walked from the first form to a new password, in a twin of the school where nobody lives.
import { inSite } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { open } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import { eraseAtOnce } from '#trust/rights/rights.ts'
import { seldom, type SiteContext } from '#trust/policy/policy.ts'
import { accountById, changeProfile, fieldsOf, identifierOf } from '#people/accounts/accounts.ts'
import { codesOf, recoverByCode, resetPassword } from '#people/recovery/recovery.ts'
import { actorOf, hashOf, makeLink, signIn } from '#people/sign-in/sign-in.ts'
import { asksAgreement } from './agreement.ts'
import { confirmAddress, register } from './register.ts'
import { invented, twinOf } from './walker.ts'

export type Step = 'registration' | 'profile' | 'sign-in' | 'recovery'
/** Which steps were walked, and of these the ones that failed. */
export type Walked = { tried: Step[]; failed: Step[] }

/** One walk proves four promises, so it is not walked four times. */
export const walk = seldom(walkOnce)

const passwords = ['nine quiet paper boats', 'seven slow copper clouds']

async function walkOnce(site: SiteContext): Promise<Walked> {
  const twin = twinOf(site)
  const { identifier, values } = invented(site.policy)
  const walked: Walked = { tried: [], failed: [] }
  const step = async (name: Step, work: () => Promise<void>) => {
    walked.tried.push(name)
    try { await work() } catch (error) {
      walked.failed.push(name)
      throw error
    }
  }
  let person: string | undefined
  try {
    await step('registration', async () => { person = await join(twin, values) })
    await step('sign-in', async () => { await comeIn(twin, person!, identifier, passwords[0]!) })
    await step('profile', () => editProfile(twin, person!, values))
    await step('recovery', () => recover(twin, person!, identifier))
  } catch (error) {
    if (!walked.failed.length) throw error
  } finally {
    if (person) await eraseAtOnce(twin, person)
  }
  return walked
}

async function join(twin: Context, values: Record<string, string>): Promise<string> {
  const fields = Object.fromEntries(fieldsOf(twin.policy).filter(({ needed }) => needed).map(({ name }) => [name, values[name] ?? passwords[0]!]))
  const agreement = asksAgreement(twin.policy) ? { policy: twin.policy.version.number, agree: true } : {}
  const { person, waits } = await register(twin, { fields: { ...fields, ...agreement }, age: 'adult' })
  if (!waits) return person
  const token = await inSite(twin.db, twin.site, db => makeLink({ ...twin, db }, { person, purpose: 'confirm' }))
  await confirmAddress(twin, { token })
  await expectRefused(() => confirmAddress(twin, { token }))
  return person
}

async function comeIn(twin: Context, person: string, identifier: string, password: string) {
  await expectRefused(() => signIn(twin, { identifier, password: `${password}?` }))
  const { token } = await signIn(twin, { identifier, password })
  const actor = await inSite(twin.db, twin.site, db => actorOf(db, hashOf(token).toString('hex'), twin.now))
  if (actor.person !== person) throw new Error('The session belongs to somebody else')
}

async function editProfile(twin: Context, person: string, values: Record<string, string>) {
  const ctx: Context = { ...twin, actor: { person, role: 'learner' } }
  const own = fieldsOf(twin.policy).filter(({ name, needed }) => needed && !['email', 'login', 'password'].includes(name))
  const wished = Object.fromEntries(own.map(({ name }) => [name, name === 'birth_date' ? '1990-03-09' : name === 'phone' ? '+77000000001' : `${values[name]}й`]))
  await changeProfile(ctx, wished)
  await ctx.keys.fetch([person])
  const stored = await inSite(ctx.db, ctx.site, db => accountById(db, person))
  for (const [name, value] of Object.entries(wished)) {
    const sealed = stored?.[name as 'name']
    if (!sealed || open(ctx, sealed) !== value) throw new Error(`${name} was not kept`)
  }
}

async function recover(twin: Context, person: string, identifier: string) {
  const password = passwords[1]!
  if (identifierOf(twin.policy) === 'email') {
    const token = await inSite(twin.db, twin.site, db => makeLink({ ...twin, db }, { person, purpose: 'reset' }))
    await resetPassword(twin, { token, password })
  } else {
    const ctx: Context = { ...twin, actor: { person, role: 'learner' } }
    await ctx.keys.fetch([person])
    const { codes } = await codesOf(ctx, {})
    await recoverByCode(twin, { login: identifier, code: open(ctx, codes[0]!.code!)!, password })
  }
  await expectRefused(() => signIn(twin, { identifier, password: passwords[0]! }))
  await comeIn(twin, person, identifier, password)
}

async function expectRefused(work: () => Promise<unknown>) {
  const refused = await work().then(() => false, error => {
    if (error instanceof Refusal) return true
    throw error
  })
  if (!refused) throw new Error('What had to be refused was let through')
}
