// Where the manifest and what the product really does go apart, in either direction.
import { inSite } from '#platform/database/database.ts'
import { fill, type Text } from '#platform/locale.ts'
import { coverage } from '#trust/collection/collection.ts'
import type { Policy, SiteContext } from '#trust/policy/policy.ts'
import { cookiesOf, hostsOf, jobsOf } from './given.ts'
import { messages } from './messages.ts'

export type Drift = { kind: 'column' | 'data' | 'cookie' | 'recipient' | 'registration' | 'job'; name: string; says: Text }

const drift = (kind: Drift['kind'], name: string, key: `drift-${string}` & keyof typeof messages): Drift => ({ kind, name, says: fill(messages[key], { name }) })

/** Every mechanism that no sentence names, and every name without its mechanism. Nothing found means they are one. */
export async function driftOf(ctx: SiteContext): Promise<Drift[]> {
  const { policy } = ctx
  const { idle, unnamed, unknown } = await inSite(ctx.db, ctx.site, db => coverage(db, ctx.map, policy))
  return [
    ...unknown.map(({ table, column }) => drift('column', `${table}.${column}`, 'drift-unknown-column')),
    ...unnamed.map(({ table, column }) => drift('column', `${table}.${column}`, 'drift-unnamed-column')),
    ...idle.map(category => drift('data', category, 'drift-idle')),
    ...cookieDrift(policy), ...recipientDrift(policy), ...registrationDrift(policy), ...jobDrift(policy),
  ]
}

function cookieDrift(policy: Policy): Drift[] {
  const [set, named] = [cookiesOf(policy), policy.cookies.map(({ name }) => name)]
  return [
    ...set.filter(name => !named.includes(name)).map(name => drift('cookie', name, 'drift-unnamed-cookie')),
    ...named.filter(name => !set.includes(name)).map(name => drift('cookie', name, 'drift-idle-cookie')),
  ]
}

/** Hosts are settings of the house; a recipient names the setting (`$SMTP_URL`) or the host. */
function recipientDrift({ recipients }: Policy): Drift[] {
  const named = recipients.flatMap(({ hosts }) => hosts)
  return hostsOf().filter(({ setting, host }) => !named.includes(setting) && !named.includes(host)).map(({ host }) => drift('recipient', host, 'drift-unnamed-recipient'))
}

/** What the form asks is one of the kinds described; what a school needs for signing in is asked. */
const registrationDrift = ({ registration, data }: Policy): Drift[] =>
  registration.fields.filter(({ category, needed }) => needed && data.find(item => item.category === category)?.needed === false).map(({ field }) => drift('registration', field, 'drift-registration'))

/** A job that works on people's data for the sake of a sentence has that sentence here. */
const jobDrift = (policy: Policy): Drift[] =>
  jobsOf(policy).filter(({ keeps }) => !policy.promises.some(({ verb, subject }) => keeps.includes(`${verb}/${subject}`))).map(({ name }) => drift('job', name, 'drift-unnamed-job'))
