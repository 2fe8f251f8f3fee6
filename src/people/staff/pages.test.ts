import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDatabases } from '#test/fixtures.ts'
import { roundTrips } from '#test/round-trips.ts'
import { worldOf } from '#test/world.ts'

const { school } = await openTestDatabases()

test('no page about people asks the database more than three times', async () => {
  const here = await school('masteryn-quest')
  const { people: { learner, operator } } = await worldOf(here)
  const pages = [
    ...['/me/profile', '/me/settings', '/me/security', '/me/recovery'].map(path => ({ path, as: learner })),
    ...['/office/people', '/office/people/invite', `/office/people/${learner.id}`].map(path => ({ path, as: operator })),
  ]
  for (const { path, as } of pages) {
    await here.request(path, { as }) // the keys of these people are at hand then
    let status = 0
    const times = await roundTrips(async () => { status = (await here.request(path, { as })).status })
    assert.equal(status, 200, path)
    assert.ok(times <= 3, `${path}: ${times}`)
  }
})

test('whoever runs the school finds its staff by role, page by page, and the way back', async () => {
  const here = await school()
  const [operator, learner, teacher] = [await here.staff('operator'), await here.learner(), await here.staff('teacher')]
  const page = async (path: string) => (await here.request(path, { as: operator })).text()
  const teachers = await page('/office/people?role=teacher')
  assert.ok(teachers.includes(`/office/people/${teacher.id}`) && !teachers.includes(learner.id))
  assert.match(teachers, /aria-current="page">Преподаватели<span class="count">\d+/)
  assert.match(teachers, /class="crumbs"[^>]*><ol><li><a href="\/office">/)
  assert.ok((await page('/office/people?role=nonsense')).includes(`/office/people/${learner.id}`))
  assert.match(await page(`/office/people/${learner.id}`), /class="crumbs"[^>]*><ol><li><a href="\/office\/people">Люди/)
})

test('a form that is folded away stands open when it comes back, and only that one', async () => {
  const here = await school()
  const [operator, learner] = [await here.staff('operator'), await here.learner()]
  const back = await (await here.request(`/office/people/${learner.id}/suspend`, { as: operator, form: { why: '' } })).text()
  const open = [...back.matchAll(/<details class="disclosure"( open)?[^>]*><summary>.*?<span>([^<]*)/g)].map(([, isOpen, words]) => [words, Boolean(isOpen)])
  assert.deepEqual(open.filter(([, isOpen]) => isOpen).map(([words]) => words), ['Приостановить'])
  assert.ok(open.length > 3)
})

test('everybody who works at a school is led to their workplace by the menu and by the page they come to; a learner has none', async () => {
  const here = await school()
  const places = { teacher: '/teach', operator: '/office', 'privacy-officer': '/privacy-office', support: '/office/people' } as const
  for (const [role, place] of Object.entries(places)) {
    const as = await here.staff(role as keyof typeof places)
    const page = await (await here.request('/me', { as })).text()
    assert.equal(page.split(`href="${place}"`).length - 1, 2, role)
    assert.doesNotMatch(page, /Два вопроса, и мы предложим три курса/, role)
    assert.equal((await here.request(place, { as })).status, 200, role)
  }
  const page = await (await here.request('/me', { as: await here.learner() })).text()
  assert.match(page, /Два вопроса, и мы предложим три курса/)
  for (const place of Object.values(places)) assert.ok(!page.includes(`href="${place}"`), place)
})
