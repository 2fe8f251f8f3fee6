// What a school may be told about people: every field of every form and every column, against its manifest.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { form } from '#platform/ui/ui.ts'
import { action, type Route } from '#platform/web/web.ts'
import { cliCommands, hand, type Coverage } from '#trust/collection/collection.ts'
import { readDataMap, type Table } from '#trust/data-map/data-map.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import type { Context } from '#trust/audit/audit.ts'
import { fieldsAsked, onlyWith } from '../src/field-kinds.ts'
import { carryOut } from '../src/obey.ts'
import { routes } from '../src/product.ts'
import { noon, openTestDatabases, type School } from './fixtures.ts'
import { pagesOf } from './pages.ts'
import { everythingOf } from './visits.ts'
import { worldOf } from './world.ts'

const ground = await openTestDatabases()
const { school, asAdmin } = ground

/** `senim coverage --site`, as one who typed it gets it: sentences, data, exit code. */
async function told(here: School, changed: Partial<Context> = {}, locale: 'ru' | 'kk' | 'en' = 'en') {
  const command = cliCommands.find(({ name }) => name === 'coverage')!
  const call = { args: {}, flags: {}, locale, now: noon, sites: [here.slug], site: here.slug, system: () => ({ ...here.system, ...changed }) }
  const [said, typed] = [await carryOut(command as never, call as never), await carryOut(command as never, { ...call, flags: { json: true } } as never)]
  return { code: said.code, said: said.out.join('\n'), found: (JSON.parse(typed.out.join('')) as Coverage[])[0]! }
}

/** Names of what can be filled in, of the forms on a page that send something, each with where it goes. */
function fieldsOn(html: string): { to: string; field: string }[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].filter(([, tag]) => /method="post"/i.test(tag!)).flatMap(([, tag, inside]) => {
    const id = /\bid="([^"]+)"/.exec(tag!)?.[1]
    const beside = id ? [...html.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/g)].map(([control]) => control).filter(control => control.includes(`form="${id}"`)) : []
    const controls = [...inside!.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/g)].map(([control]) => control).concat(beside)
    const names = controls.flatMap(control => / name="([^"]+)"/.exec(control)?.[1] ?? []).filter(name => !name.startsWith('_'))
    return [...new Set(names)].map(field => ({ to: /action="([^"]+)"/.exec(tag!)?.[1] ?? '', field: field.replace(/-(day|month|year)$/, '').replace(/^(level|comment|snippet)-.+/, '$1-*') }))
  })
}
const taking = routes.filter(({ kind, method }) => kind !== 'page' && method === 'POST')
const routeTo = (to: string): Route | undefined => {
  const { pathname } = new URL(to.replaceAll('&amp;', '&'), 'http://school.localhost')
  return taking.find(({ path }) => new RegExp(`^${path.replace(/:\w+(\{[^}]*\})?/g, '[^/]+')}$`).test(pathname))
}

test('LP-005 every form field and every column about people is of a kind that the policy names, what is not is named, and what was not asked for is not stored', async () => {
  const here = await school('landscape-photo')
  const good = await told(here)
  assert.equal(good.code, 0, good.said)
  assert.deepEqual([good.found.undeclared, good.found.idle, good.found.unasked], [[], [], []])
  assert.ok(good.found.fields.length > 100 && good.found.places.length > 100)
  assert.match(good.said, /\d+\sfields of forms and \d+\scolumns about people compared with the policy, nothing undeclared/)
  for (const [locale, words] of [['ru', /необъявленного нет/], ['kk', /жарияланбағаны жоқ/]] as const) assert.match((await told(here, {}, locale)).said, words)

  // A field that nobody has given a kind, one whose kind the policy does not name, a column that is filled, a column of no kind.
  const shoe = action('/me/shoes', { access: 'signed-in', sample: null, why: 'planted', form: form(z.strictObject({ shoe_size: z.string() }), { shoe_size: {} }, { shoe_size: { ru: 'р', kk: 'р', en: 's' } }) }, async () => ({ to: '/' }))
  hand({ fields: policy => fieldsAsked([...routes, shoe], policy) })
  try {
    const { code, said, found } = await told(here)
    assert.deepEqual([code, found.undeclared], [1, [{ form: '/me/shoes', field: 'shoe_size' }]])
    assert.match(said, /the field shoe_size of the form \/me\/shoes has no kind of data/)
  } finally { hand({ fields: policy => fieldsAsked(routes, policy) }) }
  const quiet = { ...here.policy, data: here.policy.data.filter(({ category }) => category !== 'communication.review') }
  const unnamed = await told(here, { policy: quiet })
  assert.equal(unnamed.code, 1)
  assert.match(unnamed.said, /the field stars of the form \/reviews asks for communication\.review, which the policy does not name/)

  const member = await here.learner()
  const promise = here.policy.promises.find(({ keeps }) => keeps.includes('LP-005'))!
  const state = async () => (await checkPromise(here.system, promise)).state
  assert.equal(await state(), 'kept')
  await asAdmin(client => client.query('update accounts.people set city = first_name where id = $1', [member.id]))
  assert.match((await told(here)).said, /the column accounts\.people\.city holds account\.city, which the policy does not name/)
  assert.equal(await state(), 'broken')
  await asAdmin(client => client.query('update accounts.people set city = null where id = $1', [member.id]))
  const map: Table[] = await asAdmin(async client => {
    await client.query('begin')
    await client.query(`alter table accounts.people add column shoe_size text; comment on column accounts.people.shoe_size is 'data: account.shoe-size; export: yes; erase: row'`)
    try { return await readDataMap(client) } finally { await client.query('rollback') }
  })
  const strange = await told(here, { map })
  assert.deepEqual([strange.code, strange.found.undeclared], [1, [{ table: 'accounts.people', column: 'shoe_size', category: 'account.shoe-size' }]])

  const canary = `canary-${crypto.randomUUID()}`
  const peopleNow = () => here.inside(async ({ db }) => (await db.selectFrom('accounts.people').select(['id', 'city', 'birth_date']).execute()).map(({ id, city, birth_date }) => [id, city, birth_date]))
  const before = await peopleNow()
  const body = { first_name: 'Аяна', last_name: canary, email: `${canary}@mail.example`, password: 'nine quiet paper boats', age: 'adult' }
  for (const [path, field] of [['/sign-up', 'city'], ['/sign-up', 'shoe_size'], ['/me/profile', 'birth_date'], ['/me/enquiries', 'city'], ['/me/data/ask', 'city']] as const) {
    const signedIn = path !== '/sign-up'
    const answer = await here.request(path, { ...signedIn && { as: member }, form: { ...signedIn ? {} : { ...body, policy: '1', agree: 'on' }, [field]: canary } })
    assert.equal(answer.status, 422, path)
    assert.match(await answer.text(), /мы такого не спрашиваем|не спрашиваем/, `${path} names ${field}`)
  }
  const sent = await here.request('/api/v1/people', { method: 'POST', body: JSON.stringify({ ...body, city: canary }), headers: { 'content-type': 'application/json' } })
  assert.equal(sent.status, 422)
  assert.deepEqual(await peopleNow(), before)
  assert.ok(!(await everythingOf(ground, here.slug)).includes(canary))
})

test('every form on every page sends only fields that have a kind, in a school with an e-mail and in one with a login', async () => {
  for (const slug of ['landscape-photo', 'masteryn-quest']) {
    const here = await school(slug)
    const known = new Map(Map.groupBy(fieldsAsked(routes, here.policy), ({ form }) => form).entries().map(([form, fields]) => [form, new Set(fields.map(({ field }) => field))]))
    const [seen, strange] = [new Set<string>(), new Set<string>()]
    for (const { path, as } of pagesOf(await worldOf(here))) {
      const html = await (await here.request(path, { ...as && { as } })).text()
      for (const { to, field } of fieldsOn(html)) {
        const route = routeTo(to)
        if (!route) { strange.add(`${path} sends ${field} to ${to}, where nothing takes it`); continue }
        seen.add(route.path)
        if (!known.get(route.path)?.has(field)) strange.add(`${route.path} ${field}`)
      }
    }
    assert.deepEqual([...strange], [], slug)
    assert.ok(seen.size > 25, [...seen].join(' '))
  }
})

test('a form that only some schools have is not there in the others', async () => {
  for (const [path, category] of Object.entries(onlyWith)) for (const slug of ['masteryn-quest', 'landscape-photo', 'webstapero-dev-notes']) {
    const here = await school(slug)
    const named = here.policy.data.some(data => data.category === category)
    const answer = await here.request(path, { form: { email: 'nobody@school.example' } })
    const there = named && !path.includes(':') // the page of somebody who is not there is not there either
    assert.deepEqual([path, slug, answer.status === 404], [path, slug, !there])
  }
})
