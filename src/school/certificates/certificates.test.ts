import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { issueWith, revokeCertificate, showName, type Completion } from './certificates.ts'
import { newNumber, readNumber } from './number.ts'
import { certificatePdf } from './pdf.ts'

const { asAdmin, school } = await openTestDatabases()
const text = (words: string) => ({ ru: words, kk: `${words} (kk)`, en: `${words} (en)` })
const completion: Completion = { course: { title: text('Свет в пейзаже'), hours: 6, assessed: [text('тест из шести вопросов'), text('снимок на закате')] }, holder: 'Әлия Қуанышқызы' }
const issue = issueWith(async () => completion)
const run = crypto.randomUUID()

async function issued(here: School, learner: Member) {
  const { number } = await issue(here.system, { person: learner.id, run })
  return { number, page: async (as?: Member) => (await here.request(`/certificates/${number}`, as ? { as } : {})).text() }
}

test('CL-021 a completed course yields one numbered certificate, however often the completion is told', async () => {
  const here = await school()
  const learner = await here.learner()
  const { number, page } = await issued(here, learner)
  assert.match(number, /^[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}$/)
  assert.equal((await issue(here.system, { person: learner.id, run })).issued, false)
  const shown = await page()
  assert.match(shown, /Сертификат действителен/)
  assert.match(shown, /Свет в пейзаже/)
  assert.doesNotMatch(shown, /Әлия/)
  await showName(learner.ctx, { number, shown: true })
  assert.match(await page(), /Әлия Қуанышқызы/)
  await showName(learner.ctx, { number, shown: false })
  assert.doesNotMatch(await page(), /Әлия/)
  const pdf = await here.request(`/certificates/${number}/pdf`, { as: learner })
  assert.deepEqual([pdf.status, pdf.headers.get('content-type')], [200, 'application/pdf'])
  await assert.rejects(issueWith(async () => undefined)(here.system, { person: learner.id, run: crypto.randomUUID() }), { status: 404 }, 'without a completion there is none')
})

test('nobody issues a certificate to themselves, and nobody decides about the name of another', async () => {
  const here = await school()
  const [learner, other, operator] = [await here.learner(), await here.learner(), await here.staff('operator')]
  await assert.rejects(issue(learner.ctx, { person: learner.id, run }), { status: 403 })
  const { number } = await issued(here, learner)
  await assert.rejects(showName(other.ctx, { number, shown: true }), { status: 403 })
  await assert.rejects(showName(operator.ctx, { number, shown: true }), { status: 403 })
  assert.equal((await here.request(`/certificates/${number}/pdf`, { as: other })).status, 403)
})

test('a row that somebody writes into the database by hand does not carry the signature of the school', async () => {
  const here = await school()
  const { number, page } = await issued(here, await here.learner())
  await asAdmin(client => client.query(`update certificates.certificates set course = jsonb_set(course, '{title,ru}', '"Доктор наук"') where number = '${number}'`))
  assert.match(await page(), /этой записи верить нельзя/)
})

test('a revoked certificate says so at once, with the class of the reason and without the explanation', async () => {
  const here = await school()
  const [learner, operator] = [await here.learner(), await here.staff('operator')]
  const { number, page } = await issued(here, learner)
  await assert.rejects(revokeCertificate(learner.ctx, { number, reason: 'mistake', why: 'Выдан другому человеку' }), { status: 403 })
  await revokeCertificate(operator.ctx, { number, reason: 'mistake', why: 'Выдан другому человеку' })
  const shown = await page()
  assert.match(shown, /отозван 3 декабря 2026/)
  assert.match(shown, /выдан по ошибке/)
  assert.doesNotMatch(shown, /другому человеку/)
  assert.equal((await here.request(`/certificates/${number}/pdf`, { as: learner })).status, 410)
  await assert.rejects(revokeCertificate(operator.ctx, { number, reason: 'mistake', why: 'Выдан другому человеку' }), { status: 409 })
})

test('CL-030 an edited number is no certificate, and the form keeps what was typed', async () => {
  const here = await school()
  const { number } = await issued(here, await here.learner())
  const edited = `${number.slice(0, -1)}${number.endsWith('2') ? '3' : '2'}`
  assert.equal((await here.request(`/certificates/${edited}`)).status, 404)
  const answer = await here.request(`/certificates?number=${edited}`)
  assert.equal(answer.status, 404)
  assert.ok((await answer.text()).includes(`value="${edited}"`))
  assert.match(await (await here.request(`/certificates?number=${number.toLowerCase().replaceAll('-', ' ')}`)).text(), /действителен/)
})

test('a number read from paper survives case, spaces and the letters that are not used', () => {
  const number = newNumber()
  assert.equal(readNumber(` ${number.toLowerCase().replaceAll('-', '')} `), number)
})

test('the paper speaks the language of the reader, Kazakh letters and all', async () => {
  for (const locale of ['ru', 'kk', 'en'] as const) {
    const pdf = await certificatePdf({ number: 'ABCD-EFGH-JKMN', seal: 'ABCD', holder: completion.holder, course: completion.course, issuedAt: new Date('2026-12-03'), school: 'Көкжиек', address: 'https://school.example/certificates/ABCD-EFGH-JKMN', locale })
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
    assert.ok(pdf.includes(`/Lang (${locale})`), locale)
  }
})
