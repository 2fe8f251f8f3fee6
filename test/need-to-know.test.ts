// Who sees whose data: nobody without a duty, and each look and each try leaves its line in the log.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assignTeacher } from '#school/courses/courses.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import type { Route } from '#platform/web/web.ts'
import { actNames } from '../src/act-names.ts'
import { routes } from '../src/product.ts'
import { noon, openTestDatabases, type Member, type School } from './fixtures.ts'
import { pagesOf } from './pages.ts'
import { cookieIn, enter, known } from './visits.ts'
import { filled, worldOf, type World } from './world.ts'

const ground = await openTestDatabases()
const { school } = ground

function call(here: School, route: Route, world: World, as: Member) {
  const { params, query, body, json } = filled(route.sample!, world)
  const path = route.path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => params?.[name] ?? '')
  const address = query ? `${path}?${new URLSearchParams(query)}` : path
  if (json !== undefined) return here.request(address, { as, method: route.method, body: JSON.stringify(json), headers: { 'content-type': 'application/json' } })
  return here.request(address, { as, ...route.method === 'POST' ? { form: body ?? {} } : { method: route.method === 'ALL' ? 'GET' : route.method } })
}
const refusedTo = (here: School, who: Member) => here.inside(async ({ db }) => (await db.selectFrom('audit.entries').select('act').where('actor', '=', who.id).where('outcome', '=', 'refused').execute()).length)
const isForStaff = ({ access }: Route) => !['everyone', 'visitor', 'signed-in', 'account'].includes(String(access)) && ![access].flat().includes('learner' as never)
/** Things of somebody else that a route may name. */
const personal = ['attempt', 'submitted', 'take', 'work', 'note', 'ownNote', 'notice', 'file', 'request']
const namesSomebody = ({ sample }: Route) => Object.values({ ...sample!.params, ...sample!.body }).flat().some(value => personal.includes(String(value).replace('$', '')))

test('MQ-070 a learner at the doors of staff and of other learners is refused, is shown nothing, and each try is in the log', async () => {
  const here = await school('masteryn-quest')
  const world = await worldOf(here)
  const stranger = await here.learner({ name: 'Посторонний' })
  const doors = routes.filter(route => route.sample && route.access !== 'everyone' && route.access !== 'visitor' && (isForStaff(route) || namesSomebody(route)))
  assert.ok(doors.length > 30, String(doors.length))
  for (const route of doors) {
    const before = await refusedTo(here, stranger)
    const answer = await call(here, route, world, stranger)
    const name = `${route.method} ${route.path}`
    assert.equal(answer.status, 403, name)
    assert.doesNotMatch(await answer.text(), /Аружан|Моя работа/, name)
    assert.equal(await refusedTo(here, stranger), before + 1, `${name} is not in the log`)
  }
})

test('CL-031 what belongs to somebody else is refused to one\'s own session at every address of the API, and given to its owner', async () => {
  const here = await school('cloudex-learning')
  const world = await worldOf(here)
  const stranger = await here.learner({ name: 'Посторонний' })
  const listed = routes.filter(route => route.sample && route.path.startsWith('/api/'))
  const named = listed.filter(route => namesSomebody(route))
  assert.ok(listed.length > 10 && named.length > 1, `${listed.length}, ${named.length}`)
  for (const route of named) {
    assert.ok([403, 404].includes((await call(here, route, world, stranger)).status), `${route.method} ${route.path}`)
    const owner = world.people[route.sample!.as as 'learner'] ?? world.people.learner
    if (route.method === 'GET') assert.equal((await call(here, route, world, owner)).status, 200, `${route.method} ${route.path} for its owner`)
  }
  for (const route of listed) assert.doesNotMatch(await (await call(here, route, world, stranger)).text(), /Аружан|Моя работа/, `${route.method} ${route.path}`)
})

test('MQ-103 a teacher is refused learners of another course; assigned to it, they see the study and nothing else', async () => {
  const here = await school('masteryn-quest')
  const world = await worldOf(here)
  const { learner } = world.people
  const other = await here.staff('teacher')
  const teaching = routes.filter(route => route.sample?.as === 'teacher' || [route.access].flat().includes('teacher' as never)).filter(route => route.sample && route.method === 'GET' && namesSomebody(route))
  assert.ok(teaching.length > 1)
  for (const route of teaching) assert.equal((await call(here, route, world, other)).status, 403, route.path)
  for (const run of [world.things.handed!, world.things.run!]) await assignTeacher(world.people.operator.ctx, { run, person: other.id })
  for (const route of teaching) assert.equal((await call(here, route, world, other)).status, 200, route.path)
  for (const path of [`/office/people/${learner.id}`, '/office/people', `/privacy-office/requests/${world.things.request}`, '/privacy-office/requests'])
    assert.equal((await here.request(path, { as: other })).status, 403, path)
})

test('WD-049 staff without the duty are refused; who may look has a look of their own, with its reason and its end', async () => {
  const here = await school('webstapero-dev-notes')
  const learner = await here.learner({ name: 'Канарейка' })
  const path = `/office/people/${learner.id}`
  for (const role of ['teacher', 'privacy-officer'] as const) {
    const answer = await here.request(path, { as: await here.staff(role) })
    assert.ok(answer.status === 403 || !(await answer.text()).includes('Канарейка'), role)
  }
  const operator = await here.staff('operator')
  assert.doesNotMatch(await (await here.request(path, { as: operator })).text(), /Канарейка/)
  assert.equal((await here.request(`${path}/look`, { as: operator, form: { why: 'Обращение: исправляю опечатку в имени' } })).status, 303)
  assert.match(await (await here.request(path, { as: operator })).text(), /Канарейка/)
  const grants = await here.inside(({ db }) => db.selectFrom('staff.looks').select(['holder', 'asked_at', 'ends_at']).execute())
  assert.deepEqual(grants.map(({ holder }) => holder), [operator.id])
  assert.ok(grants[0]!.ends_at > noon && grants[0]!.ends_at.getTime() - noon.getTime() <= 3_600_000)
})

test('MQ-098 staff without a duty to learners get no list of them, and the address of an uploaded file opens to nobody without a session', async () => {
  const here = await school('masteryn-quest')
  const world = await worldOf(here)
  const idle = await here.staff('teacher') // nobody has given them a course
  assert.equal((await here.request('/office/people', { as: idle })).status, 403)
  assert.doesNotMatch(await (await here.request('/teach', { as: idle })).text(), /\/teach\/submissions\//)
  const [, work] = /href="(\/teach\/submissions\/[^"]+)"/.exec(await (await here.request('/teach', { as: world.people.teacher })).text()) ?? []
  assert.equal((await here.request(work!, { as: world.people.teacher })).status, 200, 'whose course it is sees the works of it')
  assert.equal((await here.request(work!, { as: idle })).status, 403)
  const file = `/works/${world.things.take}/original`
  assert.equal((await here.request(file, { as: world.people.learner })).status, 200)
  for (const as of [undefined, idle]) {
    const answer = await here.request(file, as && { as })
    assert.ok([403, 404].includes(answer.status), `${answer.status}`)
    assert.doesNotMatch(await answer.text(), /Текст работы/)
  }
})

test('MX-011 a sign-in keeps browser and system, shows them to its person among the sessions, and no figure of the school is divided by them', async () => {
  const here = await school('mexrontal')
  const world = await worldOf(here)
  const person = await known(ground, here)
  const session = cookieIn(await enter(here, person, undefined, { agent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:133.0) Gecko/20100101 Firefox/133.0' }), 'session')
  const record = await here.inside(async ctx => reveal(ctx, await ctx.db.selectFrom('sign_in.records').select(['id', 'person', 'outcome', 'browser']).where('person', '=', person.id).executeTakeFirstOrThrow()))
  assert.deepEqual([record.outcome, record.browser], ['entered', 'Firefox · macOS'])
  assert.match(await (await here.request('/me/security', { headers: { cookie: session } })).text(), /Firefox · macOS/)
  const staffed = pagesOf(world).filter(({ role }) => role !== 'visitor' && role !== 'learner')
  assert.ok(staffed.length > 25, String(staffed.length))
  for (const { path, as } of staffed) assert.doesNotMatch(await (await here.request(path, { as: as! })).text(), /Firefox|macOS/, path)
})

test('whatever staff do with somebody\'s data, the person reads it in words and not as a code', async () => {
  const here = await school('masteryn-quest')
  const world = await worldOf(here)
  const { learner, teacher, operator, support, 'privacy-officer': officer } = world.people
  for (const route of routes.filter(route => route.sample && isForStaff(route) && !/suspend|role$/.test(route.path)))
    for (const as of [teacher, operator, support, officer]) if ([route.access].flat().includes(as.actor.role)) await call(here, route, world, as)
  const acts = await here.inside(async ({ db }) => (await db.selectFrom('audit.entries').select('act').distinct()
    .whereRef('actor', '<>', 'subject').where('outcome', '=', 'done').execute()).map(({ act }) => act))
  assert.ok(acts.length > 12, acts.join(' '))
  assert.deepEqual(acts.filter(act => !(act in actNames)), [])
  const looks = /<section id="looks">[\s\S]*?<\/section>/.exec(await (await here.request('/me/data', { as: learner })).text())![0]
  assert.match(looks, /просмотр/)
  assert.doesNotMatch(looks, /<code>/)
})
