// Whoever says that a child has given data: the account is shut at once, looked into, and erased or opened again; nobody learns who it was.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliverEvents } from '#platform/events/events.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { receiveLetter } from '#people/support/support.ts'
import { noon, openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { courseOf, teach } from '#test/taught.ts'
import { enrol } from '#school/enrolment/enrolment.ts'
import { lettersIn } from '#test/letters.ts'
import { enter, everythingOf, known, placeOf } from '#test/visits.ts'
import { workThrough } from '#test/working.ts'
import { listeners } from '../../product.ts'

const ground = await openTestDatabases()
const child = 'Ерасыл'
const parent = 'parent@mail.example'
/** A course with a review of theirs that everyone can read. */
async function reviewed(here: School, who: Member): Promise<string> {
  const words = 'Спокойный курс, примеры понятные и к месту.'
  const operator = await here.staff('operator')
  await teach(here, [courseOf()])
  await enrol(who.ctx, { course: 'light' })
  assert.equal((await here.request('/reviews', { as: who, form: { course: 'light', stars: '5', words, signed: child, publish: 'on' } })).status, 303)
  const { id } = await here.inside(({ db }) => db.selectFrom('catalogue.reviews').select('id').where('person', '=', who.id).executeTakeFirstOrThrow())
  assert.equal((await here.request('/office/reviews', { as: operator, form: { review: id, approve: 'yes', reason: '' } })).status, 303)
  return words
}
const report = (here: School, account: string, over: Record<string, string> = {}) =>
  here.request('/minors/report', { form: { account, relation: 'parent', words: 'Мой ребёнок записался сам, мы не знали.', email: parent, ...over } })
const stateOf = (here: School, id: string) => here.inside(async ({ db }) => (await db.selectFrom('accounts.people').select('state').where('id', '=', id).executeTakeFirst())?.state)
const holdOf = (here: School, person: string) => here.inside(async ({ db }) => (await db.selectFrom('child_reports.holds').select('id').where('person', '=', person).where('ended_at', 'is', null).executeTakeFirst())?.id)
const promise = (here: School) => checkPromise(here.system, here.policy.promises.find(({ id }) => id === 'child-reports')!)
const decide = (here: School, officer: Member, hold: string, what: 'lift' | 'remove', form: Record<string, string> = {}) => here.request(`/privacy-office/child-reports/${hold}/${what}`, { as: officer, form })
const mailbox = (here: School) => here.policy.operator.contacts.find(({ channel }) => channel === 'e-mail')!.value as string
const letterOf = (here: School, said: string) => receiveLetter(here.system, Buffer.from([`From: ${parent}`, `To: ${mailbox(here)}`, `Subject: =?utf-8?B?${Buffer.from('Re: данные  ребенка').toString('base64')}?=`, `Message-ID: <${crypto.randomUUID()}@pochta.example>`, 'Content-Type: text/plain; charset=utf-8', '', said].join('\r\n')))

test('MX-076 a report by form or by letter freezes the account at once; checked, it is deleted, and the reporter hears of it without the child’s data', async () => {
  const here = await ground.school('mexrontal')
  const officer = await here.staff('privacy-officer')
  const kid = await here.learner({ name: child, email: 'erasyl@mail.example' })
  const shown = await reviewed(here, kid)
  assert.ok((await (await here.request('/reviews')).text()).includes(shown))

  const answer = await report(here, ' erasyl@MAIL.example ')
  assert.match(placeOf(answer)!, /^\/enquiries\/[^?]+\?key=/)
  assert.equal(await stateOf(here, kid.id), 'frozen')
  assert.notEqual((await here.request('/me', { as: kid })).status, 200, 'whoever was in is out')
  assert.ok(!(await (await here.request('/reviews')).text()).includes(shown), 'nothing of them is public')
  await here.inside(({ db }) => queueMail(db, { person: kid.id, template: 'sign-in.password-changed', about: '1', now: noon }))
  assert.deepEqual((await lettersIn(here)).map(({ template, to }) => [template, to]), [['support.received', parent]], 'no letter to the account')
  await deliverEvents(work => here.inside(work), listeners)
  assert.equal((await here.inside(({ db }) => db.selectFrom('notifications.notices').select('kind').where('person', '=', officer.id).execute()))[0]?.kind, 'enquiry-asked')
  assert.match(await (await here.request('/privacy-office/enquiries', { as: officer })).text(), /Сообщение о данных ребёнка[^]*2026-12-08/, 'three working days')
  assert.equal((await promise(here)).state, 'kept')

  const hold = (await holdOf(here, kid.id))!
  const page = await (await here.request(`/privacy-office/child-reports/${hold}`, { as: officer })).text()
  assert.match(page, new RegExp(`${child}[^]*нет: по словам владельца`))
  assert.equal((await here.request(`/privacy-office/child-reports/${hold}`, { as: await here.staff('operator') })).status, 403)
  const unsure = await decide(here, officer, hold, 'remove', { address: 'true' })
  assert.equal(unsure.status, 422)
  assert.match(await unsure.text(), /не меньше 2\sпунктов/)
  assert.equal((await decide(here, officer, hold, 'remove', { address: 'true', name_fits: 'true' })).status, 303)
  await workThrough(here.system)
  assert.equal(await stateOf(here, kid.id), undefined)
  assert.ok((await ground.ground.ledger.forgottenAmong(here.slug, [kid.id])).has(kid.id))
  assert.doesNotMatch(await everythingOf(ground, here.slug), new RegExp(`${child}|${shown}`))
  const told = (await lettersIn(here)).filter(({ to }) => to === parent)
  assert.equal(told.length, 1)
  assert.match(told[0]!.text, /Учётная запись закрыта, её данные стираются/)
  assert.doesNotMatch(told[0]!.text, new RegExp(`${child}|erasyl`, 'i'))

  const other = await here.learner({ email: 'aliya@mail.example' })
  await letterOf(here, `Здравствуйте! Дочь записалась к вам, адрес aliya@mail.example. Пишу с ${parent}`)
  assert.equal(await stateOf(here, other.id), 'frozen', 'a letter does the same')
  await receiveLetter(here.system, Buffer.from(`From: x@mail.example\r\nTo: ${mailbox(here)}\r\nSubject: Question\r\nMessage-ID: <q@x.example>\r\n\r\nCan ${officer.email} help me with the course?`))
  assert.equal(await stateOf(here, officer.id), 'active', 'a letter about something else freezes nobody')
  await ground.asAdmin(client => client.query(`update accounts.people set state = 'active' where site = $1 and id = $2`, [here.slug, other.id]))
  assert.equal((await promise(here)).state, 'broken', 'an account that is held and yet open is seen')
})

test('WD-069 a parent’s report freezes at once; parenthood is made sure of without a document, the child is removed, and the parent has an answer', async () => {
  const here = await ground.school('webstapero-dev-notes')
  const officer = await here.staff('privacy-officer')
  const kid = await known(ground, here)
  assert.match(await (await here.request('/contacts')).text(), /href="\/minors\/report"/)
  assert.match(await (await here.request('/')).text(), /href="\/minors\/report"/)
  const place = placeOf(await report(here, kid.name))!
  const shut = await enter(here, kid)
  assert.equal(shut.status, 403)
  assert.match(await shut.text(), /закрыта до проверки[^]*возразите через форму/)

  const ticket = /enquiries\/([^?]+)/.exec(place)![1]!
  assert.equal((await here.request(`/office/enquiries/${ticket}/answer`, { as: officer, form: { words: 'Как зовут ребёнка и что он здесь изучал?' } })).status, 303)
  assert.equal((await here.request(place, { form: { words: 'Мадина, курс о кэше. Записалась в январе.' } })).status, 303)
  const desk = await (await here.request(`/privacy-office/child-reports?ticket=${ticket}`, { as: officer })).text()
  assert.doesNotMatch(desk, /type="file"/)
  const hold = (await holdOf(here, kid.id))!
  assert.doesNotMatch(await (await here.request(`/privacy-office/child-reports/${hold}`, { as: officer })).text(), /type="file"/)
  assert.equal((await decide(here, officer, hold, 'remove', { name_fits: 'true', learning: 'true' })).status, 303)
  await workThrough(here.system)
  assert.equal(await stateOf(here, kid.id), undefined)
  assert.match(await (await here.request(place)).text(), /её данные стираются/)
  assert.equal((await decide(here, officer, hold, 'lift')).status, 404, 'what is gone cannot be opened')
})

test('nobody learns from a report whether there is an account; lifted by one press all is as before, and the same trick does not work twice', async () => {
  const here = await ground.school('mexrontal')
  const officer = await here.staff('privacy-officer')
  const grown = await known(ground, here)
  const [real, none] = [await report(here, grown.name), await report(here, 'nobody@mail.example')]
  assert.deepEqual([real.status, none.status], [303, 303])
  const bare = async (answer: Response) => (await (await here.request(placeOf(answer)!)).text()).replaceAll(/[0-9a-f-]{36}|key=[\w-]+|№ \d+|form-\d+|value="[^"]*"/g, '').replaceAll(grown.name, 'nobody@mail.example')
  assert.equal(await bare(real), await bare(none))
  const unnamed = /enquiries\/([^?]+)/.exec(placeOf(none)!)![1]!
  assert.equal((await here.request(`/privacy-office/child-reports/reports/${unnamed}/nothing`, { as: officer, form: {} })).status, 303)
  assert.equal((await decide(here, officer, (await holdOf(here, grown.id))!, 'lift')).status, 303)
  assert.equal(await bare(real), await bare(none), 'nor from how it ended')
  assert.equal((await enter(here, grown)).status, 303)
  assert.deepEqual((await lettersIn(here)).filter(({ person }) => person === grown.id).map(({ template }) => template).filter(template => template.startsWith('child')), ['child-reports.lifted'])

  await report(here, grown.name)
  assert.equal(await stateOf(here, grown.id), 'active', 'looked into lately')
  const teacher = await here.staff('teacher')
  const again = await report(here, teacher.email)
  assert.equal(await stateOf(here, teacher.id), 'active', 'people who work here wait for the officer')
  const form = { account: teacher.email, ticket: /enquiries\/([^?]+)/.exec(placeOf(again)!)![1]! }
  assert.equal((await here.request('/privacy-office/child-reports', { as: teacher, form })).status, 403)
  const wrong = await here.request('/privacy-office/child-reports', { as: officer, form: { ...form, account: 'who@mail.example' } })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /такой учётной записи нет[^]*who@mail\.example/)
  assert.equal((await here.request('/privacy-office/child-reports', { as: officer, form })).status, 303)
  assert.equal(await stateOf(here, teacher.id), 'frozen')

  assert.equal((await here.request('/privacy/supplements')).status, 404, 'no page of rules that there are none of')
  const empty = await report(here, grown.name, { words: 'мало' })
  assert.equal(empty.status, 422)
  assert.match(await empty.text(), /мало/)
  let status = 303
  for (let sent = 0; sent < 8 && status === 303; sent++) status = (await report(here, `${sent}@mail.example`)).status
  assert.equal(status, 429, 'whoever sends many waits')
})
