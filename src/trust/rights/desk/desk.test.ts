// The desk of the privacy officer: what waits, for how long, and whose it is only for a reason.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deadline, lawProfile } from '#trust/law/law.ts'
import { noon, openTestDatabases } from '#test/fixtures.ts'
import { roundTrips } from '#test/round-trips.ts'
import { answerRequest, askForRight } from '../rights.ts'
import { showMyData } from '../my-data.ts'
import { showCase, showDesk } from './desk.ts'

const { asAdmin, school } = await openTestDatabases()
const words = { granted: 'yes', done: 'Использование прекращено', kept: 'Результаты обучения', why: 'Пока длится обучение' }

async function asked() {
  const here = await school()
  const [learner, officer] = [await here.member('learner', { name: 'Қарлығаш' }), await here.staff('privacy-officer')]
  const id = await askForRight(learner.ctx, { kind: 'objection', wish: 'Не анализируйте мои посещения' })
  const page = async (path: string) => (await here.request(path, { as: officer })).text()
  return { here, learner, officer, id, page, place: `/privacy-office/requests/${id}` }
}

test('requests are counted by what is to be done with them, and the views stand in the address', async () => {
  const { here, officer, learner, id, page, place } = await asked()
  const other = await askForRight(learner.ctx, { kind: 'complaint', wish: 'Мне никто не отвечает' })
  assert.equal((await here.request(`${place}/take`, { as: officer, form: {} })).status, 303)
  const counts = async (now = noon) => (await showDesk({ ...officer.ctx, now }, {})).counts
  assert.deepEqual(await counts(), { all: 2, soon: 0, received: 1, work: 1, done: 0 })
  const work = await page('/privacy-office/requests?stage=work')
  assert.ok(work.includes(id) && !work.includes(other))
  await answerRequest(officer.ctx, { id: other, ...words })
  assert.deepEqual(await counts(), { all: 1, soon: 0, received: 0, work: 1, done: 1 })
  assert.equal((await here.request('/privacy-office/requests?stage=nonsense', { as: officer })).status, 404)
})

test('two working days before its deadline a request is among the urgent ones, three days before it is not', async () => {
  const { officer } = await asked()
  const [{ due_by: due } = { due_by: noon }] = (await showDesk(officer.ctx, {})).open
  const law = lawProfile('kz')
  const before = (days: number) => { let at = new Date(due.getTime() - 86_400_000 * 20); while (deadline(at, { 'working-days': days }, law) < due) at = new Date(at.getTime() + 3_600_000); return at }
  const soon = async (now: Date) => (await showDesk({ ...officer.ctx, now }, {})).counts.soon
  assert.deepEqual([await soon(before(3)), await soon(before(2))], [0, 1])
})

test('a term is drawn as a line of its days, with the same days in a table', async () => {
  const { page, place } = await asked()
  const text = await page(place)
  const [, line = ''] = /<p class="days" role="img" aria-label="[^"]*Осталось рабочих дней: \d+[^"]*">(.*?)<\/p>/.exec(text)!
  const [, table = ''] = /Срок по дням<\/caption>(.*?)<\/table>/s.exec(text)!
  assert.equal(line.match(/<span/g)!.length, table.match(/<tr role="row">/g)!.length - 1)
  assert.match(line, /class="working today/)
  assert.match(table, /рабочий день 1/)
  assert.match(table, /последний день ответа/)
})

test('who asks is hidden on the desk and on the case, and is shown for a while to whoever says why', async () => {
  const { here, officer, learner, page, place } = await asked()
  for (const path of ['/privacy-office/requests', place]) assert.doesNotMatch(await page(path), /Қарлығаш/, path)
  assert.equal((await here.request(`${place}/reveal`, { as: officer, form: { reason: 'надо' } })).status, 422)
  assert.equal((await here.request(`${place}/reveal`, { as: officer, form: { reason: 'Уточнить, о каких посещениях речь' } })).status, 303)
  assert.match(await page(place), /Қарлығаш/)
  const looks = await (await here.request('/me/data', { as: learner })).text()
  assert.match(looks, /открыто, чей это запрос/)
  const { rows } = await asAdmin(client => client.query(`select act from audit.entries where site = '${here.slug}' and subject = $1 and act in ('staff.look', 'rights.reveal') order by act`, [learner.id]))
  assert.deepEqual(rows.map(({ act }) => act), ['rights.reveal', 'staff.look'])
  const later = { ...officer.ctx, now: new Date(noon.getTime() + 11 * 60_000) }
  const { showCase } = await import('./desk.ts')
  assert.equal((await here.inside(ctx => showCase({ ...later, db: ctx.db }, { id: place.split('/').at(-1) }), later)).who, undefined, 'covered again')
})

test('the case shows how much is held about the person, by category, and what the law keeps', async () => {
  const { page, place } = await asked()
  const text = await page(place)
  assert.match(text, /Что хранится об этом человеке/)
  assert.match(text, /Хранить велит закон/)
})

test('an empty desk says when the last request was closed, and in how many working days', async () => {
  const { here, officer, id, page } = await asked()
  await answerRequest({ ...officer.ctx, now: new Date(noon.getTime() + 86_400_000) }, { id, ...words })
  assert.match(await page('/privacy-office/requests'), /Открытых запросов нет[^]*Последний закрыт 4 декабря 2026[^]*1\u00a0рабочий день/)
  assert.equal((await here.request('/privacy-office/requests', { as: await here.staff('operator') })).status, 403)
})

test('a request has a receipt of its own to print: its dates, who answers and the line of its days; nobody else reads it', async () => {
  const { here, learner, officer, id } = await asked()
  const place = `/me/data/requests/${id}`
  const text = await (await here.request(place, { as: learner })).text()
  for (const part of ['Расписка о запросе', 'Не анализируйте мои посещения', 'class="days"', 'class="seal', 'Срок по дням']) assert.ok(text.includes(part), part)
  assert.ok((await (await here.request('/me/data', { as: learner })).text()).includes(`href="${place}"`))
  for (const who of [await here.learner(), officer]) assert.equal((await here.request(place, { as: who })).status, 403)
})

test('the line, a case and an opened case each wait for the database three times at most', async () => {
  const { here, officer, place } = await asked()
  const waits = async (path: string) => {
    const look = () => roundTrips(async () => { assert.equal((await here.request(path, { as: officer })).status, 200, path) })
    await look() // the keys are at hand then
    return Math.min(await look(), await look(), await look()) // the vault may ask something of its own meanwhile
  }
  for (const path of ['/privacy-office', '/privacy-office/requests', place, '/privacy-office/audit']) assert.ok(await waits(path) <= 3, path)
  await here.request(`${place}/reveal`, { as: officer, form: { reason: 'Уточнить, о каких посещениях речь' } })
  assert.ok(await waits(place) <= 3, 'opened')
})

test('a case counts what is held of whoever asked, and of nobody else', async () => {
  const { learner, officer, id } = await asked()
  const mine = (await showMyData(learner.ctx, {})).counts
  const { counts, held } = (await showCase(officer.ctx, { id }))!
  assert.deepEqual(counts, mine)
  assert.ok(counts['account.email'] === 1 && held.length > 0)
})
