import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { actName, looksAt } from '#trust/audit/audit.ts'
import { cliCommands } from './staff.ts'
import { noon, openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { lettersIn } from '#test/letters.ts'
import { schoolOf } from '#test/schools.ts'
import { callOf, typed } from '#test/terminal.ts'
import { unzipped } from '#test/unzipped.ts'
import { cookieIn, enter, known, password } from '#test/visits.ts'

const ground = await openTestDatabases()
const { at } = ground
const why = 'Обращение № 12: проверяю адрес'
const acts = (here: School, subject: string) => here.inside(async ({ db }) => (await db.selectFrom('audit.entries').select(['act', 'actor', 'role']).where('subject', '=', subject).orderBy('number').execute()))

test('the list shows nobody\'s name; a person\'s data opens for a reason, for ten minutes, and every look is in the log', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const operator = await here.staff('operator')
  const show = async () => (await here.request(`/office/people/${person.id}`, { as: operator })).text()
  assert.doesNotMatch(await (await here.request('/office/people', { as: operator })).text(), /Мадина|mail\.example/)
  assert.doesNotMatch(await show(), /Мадина|mail\.example/)
  assert.equal((await here.request(`/office/people/${person.id}/look`, { as: operator, form: { why: 'так' } })).status, 422)
  await here.request(`/office/people/${person.id}/look`, { as: operator, form: { why } })
  const open = await show()
  for (const shown of ['Мадина', person.name, 'Тараз']) assert.ok(open.includes(shown), shown)
  const looks = (await acts(here, person.id)).filter(({ act }) => act.startsWith('staff.'))
  assert.deepEqual(looks.map(({ act, actor }) => [act, actor]), [['staff.look', operator.id], ['staff.show', operator.id]])
  try {
    at(new Date(noon.getTime() + 600_000 - 1))
    assert.match(await show(), /Мадина/)
    at(new Date(noon.getTime() + 600_000))
    assert.doesNotMatch(await show(), /Мадина/)
  } finally { at(noon) }
  assert.doesNotMatch(await (await here.request(`/office/people/${person.id}`, { as: await here.staff('support') })).text(), /Мадина/, 'a reason given by one is not that of another')
})

test('a person is found by exactly the address, login or number; a part of it finds nobody', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const support = await here.staff('support')
  const find = (who: string) => here.request('/office/people/find', { as: support, form: { who } })
  for (const who of [person.name, person.name.toUpperCase(), person.id]) assert.equal((await find(who)).headers.get('location'), `/office/people/${person.id}`, who)
  for (const who of [person.name.slice(0, 12), 'Мадина', crypto.randomUUID()]) {
    const nobody = await find(who)
    assert.equal(nobody.status, 404)
    assert.match(await nobody.text(), /Никого с таким адресом/)
  }
  assert.equal((await here.request('/office/people/find', { as: await here.staff('teacher'), form: { who: person.name } })).status, 403)
})

test('LP-075 staff screens show no password and no way to set one: there is only a link, for the person themselves', async () => {
  const here = await schoolOf(ground, 'landscape-photo')
  const person = await known(ground, here)
  const operator = await here.staff('operator')
  await here.request(`/office/people/${person.id}/look`, { as: operator, form: { why } })
  for (const path of ['/office/people', `/office/people/${person.id}`, '/office/people/invite']) {
    const text = await (await here.request(path, { as: operator })).text()
    assert.doesNotMatch(text, /type="password"|\$argon2id|\$2[aby]\$/, path)
    assert.ok(!text.includes(password))
  }
  const tried = await here.request(`/office/people/${person.id}/reset`, { as: operator, form: { why, password: 'seven slow copper clouds' } })
  assert.equal(tried.status, 422)
  await here.request(`/office/people/${person.id}/reset`, { as: operator, form: { why } })
  for (const { text } of await lettersIn(here)) assert.doesNotMatch(text, /seven slow|nine quiet/)
  assert.equal((await enter(here, person)).status, 303, 'the password is still the person\'s own')
})

test('staff are invited by letter: the link works once, for a week, and asks for name and password alone', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const operator = await here.staff('operator')
  const invited = await here.request('/office/people/invite', { as: operator, form: { role: 'teacher', identifier: 'dana.new@mail.example' } })
  assert.equal(invited.status, 303)
  const [letter] = await lettersIn(here)
  assert.deepEqual([letter!.template, letter!.to], ['staff.invite', 'dana.new@mail.example'])
  const path = new URL(letter!.link).pathname
  const page = await (await here.request(path)).text()
  assert.match(page, /name="first_name"/)
  assert.doesNotMatch(page, /name="(phone|city|birth_date|email)"/)
  const form = { first_name: 'Дана', last_name: 'Ахметова', password: 'seven slow copper clouds' }
  try {
    at(new Date(noon.getTime() + 7 * 86_400_000))
    assert.equal((await here.request(path, { form })).status, 410)
  } finally { at(noon) }
  const weak = await here.request(path, { form: { ...form, password: 'password123' } })
  assert.equal(weak.status, 422)
  const accepted = await here.request(path, { form })
  assert.equal(accepted.status, 303)
  assert.equal((await here.request('/office/people', { headers: { cookie: cookieIn(accepted, 'session') } })).status, 403, 'a teacher is no operator')
  assert.equal((await here.request(path, { form })).status, 410)
  assert.equal((await enter(here, { name: 'dana.new@mail.example' }, form.password)).status, 303)
  const twice = await here.request('/office/people/invite', { as: operator, form: { role: 'teacher', identifier: 'dana.new@mail.example' } })
  assert.equal(twice.status, 409)
  for (const role of ['support', 'privacy-officer', 'teacher'] as const)
    assert.equal((await here.request('/office/people/invite', { as: await here.staff(role), form: { role: 'operator', identifier: 'x@mail.example' } })).status, 403, role)
})

test('where a school has no e-mail the invitation is handed over by the operator who made it', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const operator = await here.staff('operator')
  const invited = await here.request('/office/people/invite', { as: operator, form: { role: 'support', identifier: 'saule.k' } })
  const shown = await (await here.request(invited.headers.get('location')!.split('?')[0]!, { as: operator })).text()
  const [link] = /http[^<\s]+\/invite\/[\w-]{43}/.exec(shown)!
  const accepted = await here.request(new URL(link).pathname, { form: { name: 'Сәуле Қ.', password: 'seven slow copper clouds' } })
  assert.equal(accepted.status, 303)
  assert.equal((await enter(here, { name: 'saule.k' }, 'seven slow copper clouds')).status, 303)
})

test('suspending ends every session at once, leaves open nothing but rights, tells the person, and can be taken back', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const session = cookieIn(await enter(here, person), 'session')
  const operator = await here.staff('operator')
  const ask = (what: string, as = operator, id = person.id) => here.request(`/office/people/${id}/${what}`, { as, form: { why } })
  assert.equal((await ask('suspend', await here.staff('support'))).status, 403)
  assert.equal((await ask('suspend', operator, operator.id)).status, 403, 'nobody suspends themselves')
  assert.equal((await here.request('/me/security', { headers: { cookie: session } })).status, 200)
  assert.equal((await ask('suspend')).status, 303)
  assert.equal((await here.request('/me/security', { headers: { cookie: session } })).status, 303)
  const limited = await enter(here, person)
  const barred = { cookie: cookieIn(limited, 'session') }
  const led = await here.request(limited.headers.get('location')!, { headers: barred })
  assert.match(led.headers.get('location')!, /^\/me\/data\?said=sign-in\.suspended/)
  for (const path of ['/me', '/me/profile', '/me/security']) assert.match((await here.request(path, { headers: barred })).headers.get('location')!, /\/sign-in/, path)
  assert.match(await (await here.request('/me/data?said=sign-in.suspended', { headers: barred })).text(), /приостановлена/)
  assert.equal((await ask('suspend')).status, 409)
  assert.deepEqual((await lettersIn(here)).map(({ template }) => template).filter(template => template.startsWith('staff.')), ['staff.suspended'])
  assert.equal((await ask('restore')).status, 303)
  assert.equal((await enter(here, person)).status, 303)
  assert.deepEqual((await acts(here, person.id)).map(({ act }) => act).filter(act => act.startsWith('staff.')), ['staff.suspend', 'staff.restore'])
})

test('a new role counts from the next sign-in: the sessions of the old one have ended', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const session = cookieIn(await enter(here, person), 'session')
  const operator = await here.staff('operator')
  await here.request(`/office/people/${person.id}/role`, { as: operator, form: { role: 'support' } })
  assert.equal((await here.request('/me/security', { headers: { cookie: session } })).status, 303)
  const again = cookieIn(await enter(here, person), 'session')
  assert.equal((await here.request('/office/people', { headers: { cookie: again } })).status, 200)
})

test('by the terminal the officer finds and erases somebody, and nobody else may', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here)
  const [officer, operator] = [await here.staff('privacy-officer'), await here.staff('operator')]
  const type = (name: string, as: Member, flags = {}) => typed(cliCommands, name, callOf(here, as, { args: { who: person.name }, flags }))
  assert.equal((await type('person find', officer)).json.id, person.id)
  await assert.rejects(type('person erase', operator), { status: 403 })
  assert.equal((await enter(here, person)).status, 303)
  assert.ok((await type('person erase', officer)).json.proof)
  assert.ok((await enter(here, person)).status >= 401)
})

test('by the terminal the officer takes the whole copy of somebody into a file of their own, and the person sees that they did', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const person = await known(ground, here, { first_name: 'Балауса' })
  const [officer, operator] = [await here.staff('privacy-officer'), await here.staff('operator')]
  const folder = mkdtempSync(join(tmpdir(), 'senim-export-'))
  const to = join(folder, 'copy.zip')
  const type = (as: Member) => typed(cliCommands, 'person export', callOf(here, as, { args: { who: person.name }, flags: { to } }))
  await assert.rejects(type(operator), { status: 403 })
  assert.equal(existsSync(to), false)
  const { json } = await type(officer)
  assert.deepEqual([json.id, json.bytes, statSync(to).mode & 0o777], [person.id, statSync(to).size, 0o600])
  assert.match(unzipped(readFileSync(to))['data/accounts.people.json']!, /Балауса/)
  await assert.rejects(type(officer), { code: 'staff.cli-file-there' })
  const looks = await here.inside(({ db }) => looksAt(db, person.id))
  assert.deepEqual(looks.filter(({ role }) => role === 'privacy-officer').map(({ act }) => act), ['staff.find', 'rights.export', 'staff.find'])
  rmSync(folder, { recursive: true })
})

test('MQ-104 staff find, view, change and take a copy of a learner: each is a row that says who, what, whose, when and why, and the learner reads them', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const person = await known(ground, here)
  const [officer, operator] = [await here.staff('privacy-officer'), await here.staff('operator')]
  const folder = mkdtempSync(join(tmpdir(), 'senim-export-'))
  at(new Date(noon.getTime() + 60_000))
  try {
    await here.request('/office/people/find', { as: operator, form: { who: person.name } })
    await here.request(`/office/people/${person.id}/look`, { as: operator, form: { why } })
    assert.match(await (await here.request(`/office/people/${person.id}`, { as: operator })).text(), /Мадина/)
    await here.request(`/office/people/${person.id}/address`, { as: operator, form: { value: `new.${person.name}` } })
    await typed(cliCommands, 'person export', callOf(here, officer, { args: { who: person.name }, flags: { to: join(folder, 'copy.zip') } }))
    const rows = await here.inside(async ({ db }) => db.selectFrom('audit.entries').select(['act', 'actor', 'subject', 'at', 'purpose']).where('subject', '=', person.id).where('actor', '<>', person.id).orderBy('number').execute())
    const acts = ['staff.find', 'staff.look', 'staff.show', 'recovery.ask-change', 'staff.find', 'rights.export']
    assert.deepEqual(rows.map(({ act, actor, subject }) => [act, actor, subject]), acts.map((act, index) => [act, index < 4 ? operator.id : officer.id, person.id]))
    for (const row of rows) assert.ok(row.purpose && row.at.getTime() >= noon.getTime(), row.act)
    const mine = await (await here.request('/me/data', { headers: { cookie: cookieIn(await enter(here, person), 'session') } })).text()
    for (const act of acts) assert.ok(mine.includes(actName(act, 'ru')), act)
    assert.ok(mine.includes(why), 'the reason too')
  } finally {
    at(noon)
    rmSync(folder, { recursive: true })
  }
})

test('the first operator comes by the terminal: a link that works once and lets them give their own address', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const add = cliCommands.find(({ name }) => name === 'person add')!
  const call = callOf(here, { ctx: here.system }, { flags: { role: 'operator' } })
  const { said, json } = await add.run(call)
  const { link } = json as { link: string }
  assert.ok(said[0]!.includes(link))
  const path = new URL(link).pathname
  assert.match(await (await here.request(path)).text(), /name="email"/)
  const form = { first_name: 'Асқар', last_name: 'Дәулет', email: 'askar@mail.example', password: 'seven slow copper clouds' }
  const accepted = await here.request(`${path}/first`, { form })
  assert.equal(accepted.status, 303)
  assert.equal((await here.request('/office/people', { headers: { cookie: cookieIn(accepted, 'session') } })).status, 200)
  assert.equal((await enter(here, { name: form.email }, form.password)).status, 303)
  await assert.rejects(async () => add.run({ ...call, flags: { role: 'king' } }), { code: 'staff.cli-wrong-role' })
})
