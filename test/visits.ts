// Small steps that tests of people share: cookies, members of a school who know their password, what the database holds.
import { randomUUID } from 'node:crypto'
import { inSite } from '#platform/database/database.ts'
import { withKeys } from '#platform/sealing/sealing.ts'
import { addPerson, fieldsOf, identifierOf } from '#people/accounts/accounts.ts'
import { hashNew, storePassword } from '#people/sign-in/sign-in.ts'
import type { openTestDatabases, School, Staff } from './fixtures.ts'

type Ground = Awaited<ReturnType<typeof openTestDatabases>>

export const password = 'nine quiet paper boats'
export const cookieIn = (answer: Response, name: string) => answer.headers.getSetCookie().find(cookie => cookie.startsWith(`${name}=`))?.split(';')[0] ?? ''
export const placeOf = (answer: Response) => answer.headers.get('location')

export type Known = { id: string; name: string; values: Record<string, string> }

/** Somebody who signs in by password: `name` is the e-mail or login they type. */
export async function known({ vault }: Ground, here: School, { role = 'learner' as Staff, ...over }: Record<string, string> & { role?: Staff } = {}): Promise<Known> {
  const id = randomUUID()
  const kind = identifierOf(here.policy)
  const all: Record<string, string> = {
    name: 'Мадина Оспан', first_name: 'Мадина', last_name: 'Оспан', login: `madina.${id.slice(0, 8)}`, email: `madina.${id.slice(0, 8)}@mail.example`,
    phone: '+77015550199', birth_date: '1991-01-31', city: 'Тараз', ...over,
  }
  const values = Object.fromEntries(fieldsOf(here.policy).filter(({ name }) => name !== 'password').map(({ name }) => [name, all[name]!]))
  await vault.admit(here.slug, id, { [kind]: values[kind]! }, here.system.now)
  const hash = await hashNew(here.visitor, over.password ?? password, [])
  const ctx = here.system
  await withKeys(ctx, () => inSite(ctx.db, ctx.site, async db => {
    await addPerson({ ...ctx, db }, { id, role, state: 'active', values })
    await storePassword({ ...ctx, db }, id, hash)
  }, { session: 'system', now: ctx.now }))
  await vault.confirm(here.slug, id)
  return { id, name: values[kind]!, values }
}

export const enter = (here: School, { name }: { name: string }, typed = password, more: { agent?: string; cookie?: string; address?: string } = {}) =>
  here.request('/sign-in', {
    form: { [identifierOf(here.policy)]: name, password: typed },
    headers: { ...more.agent && { 'user-agent': more.agent }, ...more.cookie && { cookie: more.cookie }, ...more.address && { 'x-test-address': more.address } },
  })

/** Every row of this school as its superuser sees it. */
export const everythingOf = ({ asAdmin }: Ground, slug: string) => asAdmin(async client => {
  const { rows } = await client.query<{ name: string }>(`select oid::regclass::text as name from pg_class where relkind in ('r', 'p') and not relispartition
    and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'site')`)
  let text = ''
  for (const { name } of rows) text += JSON.stringify((await client.query(`select to_jsonb(t) as row from ${name} t where site = $1`, [slug])).rows)
  return text
})
