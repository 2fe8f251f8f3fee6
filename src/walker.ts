// Somebody for a probe to be: an account in a twin of the school where nobody lives, with a session, gone after the walk.
import { randomUUID } from 'node:crypto'
import { inSite } from '#platform/database/database.ts'
import { withKeys } from '#platform/sealing/sealing.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { twinName, type SiteContext } from '#trust/policy/policy.ts'
import { eraseAtOnce, type Walker } from '#trust/rights/rights.ts'
import { addPerson, fieldsOf, identifierOf } from '#people/accounts/accounts.ts'
import { openSession } from '#people/sign-in/sign-in.ts'

const samples: Record<string, string> = { name: 'Айсұлу', first_name: 'Айсұлу', last_name: 'Сынақ', phone: '+77000000000', city: 'Алматы', birth_date: '1990-03-08' }

export async function walker(site: SiteContext, role: 'learner' | 'privacy-officer'): Promise<Walker> {
  const twin = twinName(site.site)
  const system: Context = { ...site, site: twin, keys: site.vault.ring(twin), actor: { person: null, role: 'system' }, locale: 'ru' }
  const [id, kind] = [randomUUID(), identifierOf(site.policy)]
  const identifier = kind === 'email' ? `walker-${id}@probe.invalid` : `walker-${id.slice(0, 8)}`
  const values = Object.fromEntries(fieldsOf(site.policy).filter(({ name }) => name !== 'password').map(({ name }) => [name, samples[name] ?? identifier]))
  await site.vault.admit(twin, id, { [kind]: identifier }, site.now)
  const session = await withKeys(system, () => inSite(site.db, twin, async db => {
    await addPerson({ ...system, db }, { id, role, state: 'active', values })
    return (await openSession({ ...system, db }, id)).session
  }, askingOf(system)))
  await site.vault.confirm(twin, id)
  return {
    ctx: { ...system, actor: { person: id, role }, session },
    leave: () => eraseAtOnce(system, id),
  }
}
