// Every route and every table, tried from another school. Each refusal stands beside the same request succeeding at home.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Route } from '#platform/web/web.ts'
import { routes } from '../src/product.ts'
import { openTestDatabases, type Member, type School, type Staff } from './fixtures.ts'
import { filled, worldOf, type World } from './world.ts'

const { asAdmin, school } = await openTestDatabases()

const roleFor = ({ access, sample }: Route): Staff | undefined => {
  if (sample?.as) return sample.as === 'visitor' ? undefined : sample.as as Staff
  if (access === 'everyone' || access === 'visitor') return undefined
  return access === 'signed-in' || access === 'account' ? 'learner' : [access].flat()[0] as Staff
}

function ask(at: School, route: Route, world: World, as: Member | undefined) {
  const { params, query, body, json } = filled(route.sample!, world)
  const path = route.path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => params?.[name] ?? '')
  const address = query ? `${path}?${new URLSearchParams(query)}` : path
  const method = route.method === 'ALL' ? 'GET' : route.method
  if (json !== undefined) return at.request(address, { ...as && { as }, method, body: JSON.stringify(json), headers: { 'content-type': 'application/json' } })
  if (method === 'POST') return at.request(address, { ...as && { as }, form: body ?? {} })
  return at.request(address, { ...as && { as }, method })
}

const led = (answer: Response) => answer.headers.get('location') ?? ''
const succeeded = (answer: Response) => answer.status < 400 && !led(answer).includes('/sign-in')
const names = (route: Route) => Object.values({ ...route.sample?.params, ...route.sample?.body }).flat().some(value => value.startsWith('$'))

for (const route of routes.filter(({ sample }) => sample)) {
  test(`${route.method} ${route.path} answers its own school and no other`, async () => {
    const [here, there] = await Promise.all([school(), school()])
    const [world, elsewhere] = await Promise.all([worldOf(here), worldOf(there)])
    const role = roleFor(route)
    if (role) {
      const foreign = await ask(there, route, world, world.people[role])
      assert.ok(!succeeded(foreign), `a session of another school was let in: ${foreign.status}`)
    }
    if (names(route)) {
      const foreign = await ask(there, route, world, role && elsewhere.people[role])
      assert.ok(!succeeded(foreign), `a thing of another school was shown or changed: ${foreign.status} ${led(foreign)}`)
    }
    const own = await ask(here, route, world, role && world.people[role])
    assert.ok(succeeded(own), `its own school was refused: ${own.status} ${led(own)} ${own.status >= 400 ? (await own.text()).replace(/<[^>]+>/g, ' ').slice(0, 600) : ''}`)
  })
}

test('a route without a sample says why', () => {
  assert.deepEqual(routes.filter(route => !route.sample && !route.why).map(route => `${route.method} ${route.path}`), [])
})

test('no two routes answer the same address', () => {
  const all = routes.map(route => `${route.method} ${route.path}`)
  assert.deepEqual(all.filter((each, index) => all.indexOf(each) !== index), [])
})

test('a learner is refused at every route of the staff, and a visitor at every route for members', async () => {
  const here = await school()
  const world = await worldOf(here)
  for (const route of routes.filter(({ sample, access }) => sample && access !== 'everyone' && access !== 'visitor')) {
    const visitor = await ask(here, route, world, undefined)
    assert.ok(visitor.status === 401 || led(visitor).includes('/sign-in'), `${route.method} ${route.path}: ${visitor.status}`)
    if (route.access === 'signed-in' || route.access === 'account' || [route.access].flat().includes('learner')) continue
    assert.equal((await ask(here, route, world, world.people.learner)).status, 403, `${route.method} ${route.path}`)
  }
})

test('no table shows, changes or takes a row of another school', async () => {
  const [here, there] = await Promise.all([school(), school()])
  await worldOf(here)
  const { rows: tables } = await asAdmin(client => client.query<{ name: string }>(`
    select oid::regclass::text as name from pg_class where relkind in ('r', 'p') and not relispartition
      and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'site') order by 1`))
  assert.ok(tables.length > 10)
  for (const { name } of tables) {
    const asApp = (site: string, sql: string) => asAdmin(async client => {
      await client.query(`begin; set local app.site = '${site}'; set local row_security = on; set local role senim_app`)
      try { return await client.query(sql) } finally { await client.query('rollback') }
    })
    const count = async (site: string) => asApp(site, `select count(*)::int as n from ${name} where site = '${here.slug}'`).then(({ rows }) => rows[0].n as number, error => { assert.match(error.message, /permission denied/); return -1 })
    const all = await asAdmin(client => client.query(`select count(*)::int as n from ${name} where site = '${here.slug}'`)).then(({ rows }) => rows[0].n as number)
    const own = await count(here.slug)
    assert.ok(own === all || own === -1, `${name}: its own school sees ${own} of ${all}`)
    assert.equal(Math.max(await count(there.slug), 0), 0, name)
    for (const change of [`update ${name} set site = site where site = '${here.slug}'`, `delete from ${name} where site = '${here.slug}'`]) {
      const changed = await asApp(there.slug, change).then(({ rowCount }) => rowCount, error => { assert.match(error.message, /permission denied/); return 0 })
      assert.equal(changed, 0, `${name}: ${change}`)
    }
  }
})
