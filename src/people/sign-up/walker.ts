// Somebody for a probe to be: an account in a twin of the school where nobody lives, with a session, gone after the walk.
import { randomUUID } from 'node:crypto'
import { inSite } from '#platform/database/database.ts'
import { withKeys } from '#platform/sealing/sealing.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { twinName, type Policy, type SiteContext } from '#trust/policy/policy.ts'
import { eraseAtOnce, type Walker } from '#trust/rights/rights.ts'
import { addPerson, fieldsOf, identifierOf, type PersonRole } from '#people/accounts/accounts.ts'
import { openSession } from '#people/sign-in/sign-in.ts'

const samples: Record<string, string> = { name: 'Айсұлу', first_name: 'Айсұлу', last_name: 'Сынақ', phone: '+77000000000', city: 'Алматы', birth_date: '1990-03-08' }

/** The same manifest, the same machinery, other rows: nothing a visitor does there can touch a real person. */
export function twinOf(site: SiteContext): Context {
  const name = twinName(site.site)
  return { ...site, site: name, keys: site.vault.ring(name), actor: { person: null, role: 'visitor' }, locale: 'ru' }
}

/** What somebody invented says of themselves: every field that this school asks for, but no password. Nobody else is called the same. */
export function invented(policy: Policy): { identifier: string; values: Record<string, string> } {
  const mark = randomUUID().slice(0, 8)
  const identifier = identifierOf(policy) === 'email' ? `walker-${mark}@probe.invalid` : `walker-${mark}`
  const values = Object.fromEntries(fieldsOf(policy).filter(({ name }) => name !== 'password').map(({ name }) => [name, samples[name] ?? identifier]))
  return { identifier, values }
}

export async function walker(site: SiteContext, role: PersonRole): Promise<Walker> {
  const system: Context = { ...twinOf(site), actor: { person: null, role: 'system' } }
  const id = randomUUID()
  const { identifier, values } = invented(site.policy)
  await site.vault.admit(system.site, id, { [identifierOf(site.policy)]: identifier }, site.now)
  const session = await withKeys(system, () => inSite(site.db, system.site, async db => {
    await addPerson({ ...system, db }, { id, role, state: 'active', values })
    return (await openSession({ ...system, db }, id)).session
  }, askingOf(system)))
  await site.vault.confirm(system.site, id)
  return {
    ctx: { ...system, actor: { person: id, role }, session },
    leave: () => eraseAtOnce(system, id),
  }
}
