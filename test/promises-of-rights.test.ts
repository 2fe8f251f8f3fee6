// What schools promise about the rights of people, done as the people and the officer do it, in schools with everything in them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { sql } from 'kysely'
import { deliverEvents } from '#platform/events/events.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { rowsOf } from '#trust/data-map/data-map.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { askForRight } from '#trust/rights/rights.ts'
import { markDone } from '#school/enrolment/enrolment.ts'
import { listeners } from '../src/product.ts'
import { noon, openTestDatabases, type Member, type School } from './fixtures.ts'
import { schoolOf } from './schools.ts'
import { courseOf, learnerOf, teach } from './taught.ts'
import { unzipped } from './unzipped.ts'
import { cookieIn, enter, known } from './visits.ts'
import { workThrough } from './working.ts'
import { worldOf } from './world.ts'

const ground = await openTestDatabases()
/** After noon of the third of December 2026: the sixteenth is a holiday. */
const tenWorkingDays = '2026-12-18'
const answer = { granted: 'yes', done: 'Исправлено так, как вы просили', kept: 'Остальное без изменений', why: 'Пока открыта учётная запись' }

async function copyOf(here: School, who: Member): Promise<Record<string, string>> {
  assert.equal((await here.request('/me/data/copy', { as: who, form: {} })).status, 303)
  await workThrough(here.system)
  const page = await pageOf(here, who)
  return unzipped(Buffer.from(await (await here.request(/\/me\/data\/copies\/[0-9a-f-]{36}/.exec(page)![0], { as: who })).arrayBuffer()))
}
const pageOf = async (here: School, who: Member, path = '/me/data') => (await here.request(path, { as: who })).text()
const rowsIn = (copy: Record<string, string>, table: string): Record<string, unknown>[] => JSON.parse(copy[`data/${table}.json`] ?? assert.fail(`no ${table} in ${Object.keys(copy).join(' ')}`))

/** How many rows each table has of a person, as the database itself counts them. */
const countsOf = (here: School, person: string) => here.inside(async ({ db, map }) => {
  const counts: [string, number][] = []
  for (const table of map) {
    const theirs = rowsOf(person, table, map)
    if (!theirs || !table.columns.some(({ note }) => note.says === 'data' && note.export)) continue
    counts.push([table.name, (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table.name)} where ${theirs}`.execute(db)).rows[0]!.n])
  }
  return Object.fromEntries(counts)
})

/** What the log keeps about somebody, opened with their key. */
const logOf = (here: School, who: Member, act: string) => here.inside(async ctx =>
  reveal(ctx, await ctx.db.selectFrom('audit.entries').select(['id', 'act', 'details', 'actor']).where('subject', '=', who.id).where('act', '=', act).orderBy('number').execute()))

async function decided(here: School, officer: Member, id: string) {
  assert.equal((await here.request(`/privacy-office/requests/${id}/take`, { as: officer, form: {} })).status, 303)
  assert.equal((await here.request(`/privacy-office/requests/${id}`, { as: officer, form: answer })).status, 303)
}
async function asked(here: School, who: Member, kind: string, wish: string): Promise<string> {
  assert.equal((await here.request('/me/data/ask', { as: who, form: { kind, wish } })).status, 303)
  return here.inside(async ({ db }) => (await db.selectFrom('rights.requests').select('id').where('person', '=', who.id).where('kind', '=', kind).orderBy('asked_at', 'desc').executeTakeFirstOrThrow()).id)
}

for (const [ids, slug] of [['LP-066', 'landscape-photo'], ['MX-048', 'mexrontal'], ['CL-035', 'cloudex-learning'], ['WD-061', 'webstapero-dev-notes']] as const) {
  test(`${ids} the copy has of every table as many rows as the database, opened, and comes in time: ${slug}`, async () => {
    const here = await schoolOf(ground, slug)
    const { people: { learner } } = await worldOf(here)
    const asks = here.policy.cookies.some(({ category }) => category !== 'necessary')
    if (asks) assert.equal((await here.request('/cookies', { as: learner, form: { answer: 'all' } })).status, 303)
    const copy = await copyOf(here, learner)
    if (asks) assert.ok(rowsIn(copy, 'consent.choices').length, 'what was consented to')
    const counts = await countsOf(here, learner.id)
    const outgrown = new Set(['audit.entries', 'obligations.owed', 'rights.copies', 'rights.requests', 'files.files', 'files.parts']) // making the copy itself adds to these
    for (const [table, held] of Object.entries(counts)) {
      const { length } = rowsIn(copy, table)
      assert.ok(outgrown.has(table) ? length > 0 && length <= held : length === held, `${table}: ${length} of ${held}`)
    }
    for (const table of ['accounts.people', 'enrolment.enrolments', 'rights.requests', 'catalogue.suggestions', 'assessment.attempts', 'assignments.works', 'assignments.notes', 'certificates.certificates', 'sign_in.sessions'])
      assert.ok(rowsIn(copy, table).length > 0, table)
    const account = rowsIn(copy, 'accounts.people')[0]!
    assert.ok(['Аружан', learner.email].every(known => Object.values(account).includes(known)), JSON.stringify(account))
    assert.match(JSON.stringify(rowsIn(copy, 'assignments.notes')), /Хорошее начало/)
    const [file] = Object.entries(copy).filter(([name]) => name.startsWith('files/') && name.endsWith('work.txt'))
    assert.equal(file?.[1], 'Текст работы', 'the file as it was handed in')
    const [request] = await here.inside(({ db }) => db.selectFrom('rights.requests').select(['promised_by', 'answered_at']).where('person', '=', learner.id).where('kind', '=', 'access').execute())
    assert.ok(request!.answered_at! <= request!.promised_by)
    if (slug === 'mexrontal') assert.equal(request!.promised_by.toISOString().slice(0, 10), tenWorkingDays)
    const [page, held] = [await pageOf(here, learner), JSON.parse(copy['policy.json']!).categories as { category: string; what: { ru: string } }[]]
    for (const { what } of here.policy.data) assert.ok(page.includes(what.ru), what.ru)
    assert.deepEqual(held.map(({ category }) => category), here.policy.data.map(({ category }) => category))
  })
}

test('LP-011 one button makes the copy, and that it was asked for is written down with its moment', async () => {
  const here = await schoolOf(ground, 'landscape-photo')
  const learner = await here.learner()
  assert.ok('index.html' in await copyOf(here, learner))
  const [entry] = await here.inside(({ db }) => db.selectFrom('audit.entries').select(['at', 'actor']).where('act', '=', 'rights.ask-copy').execute())
  assert.deepEqual([entry!.at, entry!.actor], [noon, learner.id])
})

test('CL-041 the copy is valid JSON by the schema that anyone may read, and a changed row is not', async () => {
  const here = await schoolOf(ground, 'cloudex-learning')
  const { people: { learner } } = await worldOf(here)
  const copy = await copyOf(here, learner)
  const published = await (await here.request('/api/v1/copy-schema', { headers: { accept: 'application/json' } })).json() as Record<string, object>
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true })
  formats.default(ajv)
  let rows = 0
  const tables = Object.keys(copy).flatMap(name => /^data\/(.+)\.json$/.exec(name)?.[1] ?? [])
  assert.deepEqual(tables.toSorted(), Object.keys(published).toSorted())
  for (const table of tables) {
    const valid = ajv.compile(published[table]!)
    const data = rowsIn(copy, table)
    rows += data.length
    assert.ok(valid(data), `${table}: ${JSON.stringify(valid.errors?.slice(0, 3))}`)
    assert.deepEqual(JSON.parse(copy[`schema/${table}.json`]!), published[table], 'the archive brings the same schema along')
    if (data.length) assert.ok(!valid([{ ...data[0], 'more-than-said': 1 }]), table)
  }
  assert.ok(rows > 20, String(rows))
})

test('LP-007 My data shows every kind with its uses, and a look that somebody of the school takes now', async () => {
  const here = await schoolOf(ground, 'landscape-photo')
  const [learner, operator] = [await here.learner(), await here.staff('operator')]
  const before = await pageOf(here, learner)
  for (const { what, why, purposes } of here.policy.data) {
    for (const words of [what.ru, why.ru, ...purposes.map(id => here.policy.purposes.find(purpose => purpose.id === id)!.what.ru)]) assert.ok(before.includes(words), words)
  }
  assert.match(before, /Никто из сотрудников ваши данные не открывал/)
  await here.request(`/office/people/${learner.id}/look`, { as: operator, form: { why: 'Звонок о сроках курса' } })
  await here.request(`/office/people/${learner.id}`, { as: operator })
  const after = await pageOf(here, learner)
  assert.match(after, /просмотр учётной записи/)
  assert.match(after, /администрация школы/)
})

/** A completed course with its certificate, as the events of the school make it. */
async function certified(here: School) {
  const course = `short-${crypto.randomUUID().slice(0, 8)}`
  await teach(here, [courseOf({ slug: course, modules: [1] })])
  const learner = await learnerOf(here, course)
  await markDone(learner.ctx, { run: learner.run, lesson: 'lesson-1' })
  await deliverEvents(work => here.inside(work), listeners)
  const number = await numberOf(here, learner)
  return { learner, number }
}
const numberOf = (here: School, { id }: Member) => here.inside(async ({ db }) =>
  (await db.selectFrom('certificates.certificates').select('number').where('person', '=', id).where('revoked_at', 'is', null).executeTakeFirstOrThrow()).number)
const namesOn = async (here: School, who: Member, number: string) => pageOf(here, who, `/certificates/${number}`)

test('MX-049 the city changes at once; what cannot be edited is decided on within ten working days, and its old value is shown no more', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const officer = await here.staff('privacy-officer')
  const operator = await here.staff('operator')
  const { learner, number } = await certified(here)
  await here.request(`/certificates/${number}/name`, { as: learner, form: { shown: 'yes' } })
  assert.match(await namesOn(here, learner, number), /Аружан Серікова/)
  const profile = { first_name: 'Аружан', last_name: 'Қайратова', phone: '', city: 'Петропавл' }
  assert.equal((await here.request('/me/profile', { as: learner, form: profile })).status, 303)
  const shown = await pageOf(here, learner, '/me/profile')
  assert.ok(shown.includes('value="Петропавл"') && !shown.includes('value="Алматы"'))
  const id = await asked(here, learner, 'rectification', 'На сертификате прежняя фамилия, исправьте')
  const [{ promised_by, due_by }] = await here.inside(({ db }) => db.selectFrom('rights.requests').select(['promised_by', 'due_by']).where('id', '=', id).execute()) as [{ promised_by: Date; due_by: Date }]
  assert.equal(promised_by.toISOString().slice(0, 10), tenWorkingDays)
  assert.ok(due_by <= promised_by)
  assert.equal((await here.request('/office/certificates/reissue', { as: operator, form: { number, why: 'Смена фамилии, по просьбе владельца' } })).status, 303)
  await decided(here, officer, id)
  const renewed = await numberOf(here, learner)
  assert.notEqual(renewed, number)
  assert.match(await namesOn(here, learner, renewed), /Аружан Қайратова/)
  for (const visitor of [await namesOn(here, learner, number), await (await here.request(`/certificates/${number}`)).text()]) assert.doesNotMatch(visitor, /Серікова/)
  assert.match(await pageOf(here, learner), /Исправлено так, как вы просили/)
})

test('CL-037 a name corrected in the profile and a field corrected by a request are both in the log with old and new value, and the certificate is issued anew', async () => {
  const here = await schoolOf(ground, 'cloudex-learning')
  const [officer, operator] = [await here.staff('privacy-officer'), await here.staff('operator')]
  const { learner, number } = await certified(here)
  const own = { name: 'Аружан Қ.', phone: '+77010000000' }
  assert.equal((await here.request('/me/profile', { as: learner, form: own })).status, 303)
  assert.equal((await logOf(here, learner, 'accounts.change-profile'))[0]!.details, 'name: "Аружан" → "Аружан Қ."')
  const id = await asked(here, learner, 'rectification', 'В телефоне ошибка: последняя цифра семь')
  const page = await pageOf(here, officer, `/privacy-office/requests/${id}`)
  assert.ok(page.includes(`/office/people/${learner.id}`), 'the way to the account stands in the case')
  await here.request(`/office/people/${learner.id}/look`, { as: officer, form: { why: 'Запрос об исправлении телефона' } })
  assert.match(await pageOf(here, officer, `/office/people/${learner.id}`), /Исправить или дополнить/)
  assert.equal((await here.request(`/office/people/${learner.id}/correct`, { as: officer, form: { ...own, phone: '+77010000007' } })).status, 303)
  await decided(here, officer, id)
  const [corrected] = await logOf(here, learner, 'accounts.correct')
  assert.deepEqual([corrected!.details, corrected!.actor], ['phone: "+77010000000" → "+77010000007"', officer.id])
  assert.equal((await here.request('/office/certificates/reissue', { as: operator, form: { number, why: 'Имя исправлено владельцем' } })).status, 303)
  assert.match(await namesOn(here, learner, await numberOf(here, learner)), /Аружан Қ\./)
})

test('WD-062 what is missing is added when somebody asks: decided, completed, and in the log', async () => {
  const here = await schoolOf(ground, 'webstapero-dev-notes')
  const [learner, officer, operator] = [await here.learner(), await here.staff('privacy-officer'), await here.staff('operator')]
  const id = await asked(here, learner, 'rectification', 'Добавьте к имени фамилию Сапарова, она пропущена')
  const whole = { name: 'Аружан Сапарова', phone: '+77010000000' }
  const fields = Object.fromEntries(Object.entries(whole).filter(([field]) => here.policy.registration.fields.some(each => each.field === field)))
  for (const other of [operator, learner]) assert.equal((await here.request(`/office/people/${learner.id}/correct`, { as: other, form: fields })).status, 403)
  assert.equal((await here.request(`/office/people/${learner.id}/correct`, { as: officer, form: fields })).status, 303)
  await decided(here, officer, id)
  assert.ok((await pageOf(here, learner, '/me/profile')).includes('value="Аружан Сапарова"'))
  assert.match(String((await logOf(here, learner, 'accounts.correct'))[0]!.details), /name: "Аружан" → "Аружан Сапарова"/)
  assert.match(await pageOf(here, learner), /выполнен/)
})

test('MQ-133 a complaint has a number, somebody who answers for it and an outcome, and each state is seen by whoever complained', async () => {
  const here = await schoolOf(ground, 'masteryn-quest')
  const [officer, learner] = [await here.member('privacy-officer', { name: 'Дана Ахметова' }), await here.learner()]
  const rowOf = async () => (await pageOf(here, learner)).split('id="requests"')[1]!.split('</section>')[0]!
  const id = await asked(here, learner, 'complaint', 'Урок три дня не открывается')
  const received = await rowOf()
  assert.match(received, /№ \d+/)
  assert.ok(received.includes('Дана Ахметова') && received.includes('получен'), received)
  assert.equal((await here.request(`/privacy-office/requests/${id}/take`, { as: learner, form: {} })).status, 403)
  await here.request(`/privacy-office/requests/${id}/take`, { as: officer, form: {} })
  assert.match(await rowOf(), /в работе/)
  await here.request(`/privacy-office/requests/${id}`, { as: officer, form: { ...answer, granted: 'no' } })
  const ended = await rowOf()
  assert.ok(ended.includes('отказ с объяснением') && ended.includes(answer.why), ended)
  assert.equal((await here.request(`/privacy-office/requests/${id}/take`, { as: officer, form: {} })).status, 409)
})

test('WD-077 My data explains the steps school, authority, court with their contacts, and gives the papers of the dispute', async () => {
  const here = await schoolOf(ground, 'webstapero-dev-notes')
  const [officer, learner, other] = [await here.staff('privacy-officer'), await here.learner(), await here.learner()]
  await askForRight(other.ctx, { kind: 'complaint', wish: 'Чужая жалоба' })
  await decided(here, officer, await asked(here, learner, 'complaint', 'Не согласен с оценкой'))
  const page = await pageOf(here, learner)
  for (const words of ['Напишите школе', 'Обратитесь в уполномоченный орган', 'Обратитесь в суд', here.policy.operator.responsible.email, 'eotinish.kz', '55/15', '/me/data/case-file']) assert.ok(page.includes(words), words)
  const file = await here.request('/me/data/case-file', { as: learner })
  assert.match(file.headers.get('content-disposition')!, /^attachment/)
  const text = await file.text()
  for (const words of ['Не согласен с оценкой', answer.done, answer.why, 'выполнен', 'eotinish.kz']) assert.ok(text.includes(words), words)
  assert.ok(!text.includes('Чужая жалоба'))
})

test('LP-071 the authority stands with its contacts, the history of requests can be taken along, and both work while the account is suspended', async () => {
  const here = await schoolOf(ground, 'landscape-photo')
  const operator = await here.staff('operator')
  const person = await known(ground, here)
  await here.request(`/office/people/${person.id}/suspend`, { as: operator, form: { why: 'Проверка нарушения правил' } })
  const session = cookieIn(await enter(here, person), 'session')
  const go = (path: string, form?: Record<string, string>) => here.request(path, { headers: { cookie: session }, ...form && { form } })
  assert.equal((await go('/me/data/ask', { kind: 'complaint', wish: 'Приостановили без причины' })).status, 303)
  const page = await (await go('/me/data')).text()
  for (const words of ['Министерство искусственного интеллекта', '55/15', 'www.gov.kz', 'eotinish.kz']) assert.ok(page.includes(words), words)
  const file = await go('/me/data/case-file')
  assert.equal(file.status, 200)
  assert.match(await file.text(), /Приостановили без причины/)
  assert.match((await go('/me')).headers.get('location')!, /sign-in/, 'nothing else is open')
  const [entry] = await here.inside(({ db }) => db.selectFrom('audit.entries').select('actor').where('act', '=', 'rights.ask').execute())
  assert.equal(entry!.actor, person.id)
})

for (const slug of ['masteryn-quest', 'landscape-photo', 'mexrontal', 'cloudex-learning', 'webstapero-dev-notes']) {
  test(`the rights that ${slug} promises are walked in a school without people, and all of them are kept`, async () => {
    const here = await schoolOf(ground, slug)
    const mine = ['publish/my-data', 'offer/access-copy', 'offer/correction', 'offer/portability', 'answer/complaints']
    const promises = here.policy.promises.filter(({ verb, subject }) => mine.includes(`${verb}/${subject}`))
    assert.ok(promises.length >= 4)
    for (const promised of promises) {
      const { state, figure } = await checkPromise(here.system, promised)
      assert.equal(state, 'kept', `${promised.id}: ${figure.ru}`)
      for (const text of Object.values(figure)) assert.doesNotMatch(text, /[{}]/)
    }
    const left = await ground.asAdmin(client => client.query(`select count(*)::int as n from accounts.people where site = $1`, [`probe-${here.slug}`]))
    assert.equal(left.rows[0].n, 0, 'who walked is gone')
  })
}
