// The desk: what waits and until when, who may answer it, what closes it, and how fast the school is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliverEvents } from '#platform/events/events.ts'
import type { Context } from '#trust/audit/audit.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { deadline, lawProfile } from '#trust/law/law.ts'
import { myNotices } from '#school/notifications/notifications.ts'
import { noon, openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { lettersIn } from '#test/letters.ts'
import { listeners } from '../../product.ts'
import { answerTicket, closeTicket, moveTicket } from './answer.ts'
import { ask } from './ask.ts'
import { alertLate } from './jobs.ts'
import { writeMore } from './go-on.ts'
import { receiveLetter } from './receive-letter.ts'
import { showDesk, showTicket } from './show-desk.ts'

const ground = await openTestDatabases()
const law = lawProfile('kz')
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)
const days = (count: number) => minutes(count * 24 * 60)
const system = (here: School, now: Date) => here.as({ person: null, role: 'system' }, now)
const at = ({ ctx }: Member, now: Date): Context => ({ ...ctx, now })
const textOf = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ')
const deliver = (here: School, now = noon) => deliverEvents<Context>(work => here.inside(work, { ...here.system, now }), listeners)
const noticesOf = (here: School, who: Member) => here.inside(ctx => myNotices(ctx, {}), who.ctx)
const ticketsOf = (here: School) => here.inside(({ db }) => db.selectFrom('support.tickets').select(['id', 'number', 'person', 'guest', 'topic', 'channel', 'asked_at', 'due_by', 'closed_at', 'waits_for']).orderBy('number').execute())
const question = { topic: 'general', words: 'Когда начнётся следующий курс?' } as const
const letter = Buffer.from('From: Гость <gost@pochta.example>\r\nTo: help@mexrontal.example\r\nSubject: Question\r\nMessage-ID: <1@pochta.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nКогда откроется запись на курс?\r\n')
const recorded = (over: Record<string, string> = {}): Record<string, string> => ({ channel: 'phone', topic: 'general', 'arrived-day': '3', 'arrived-month': '12', 'arrived-year': '2026', words: 'Спрашивает, когда начнётся курс.', account: '', right: '', name: '', email: '', phone: '', ...over })

async function desk(like = 'mexrontal') {
  const here = await ground.school(like)
  const [learner, support, officer] = [await here.learner(), await here.staff('support'), await here.staff('privacy-officer')]
  const promise = (id: string, now = noon) => checkPromise(system(here, now), here.policy.promises.find(each => each.id === id)!)
  return { here, learner, support, officer, promise }
}

test('MX-088 a plain question by form, by mail and by phone is due in ten working days; a late one alerts, and the share in time is shown', async () => {
  const { here, learner, support, promise } = await desk()
  const { id } = await ask(learner.ctx, question)
  await receiveLetter(here.system, letter)
  assert.equal((await here.request('/office/enquiries/record', { as: support, form: recorded() })).status, 303)
  const due = deadline(noon, { 'working-days': 10 }, law)
  assert.deepEqual((await ticketsOf(here)).map(({ channel, due_by }) => [channel, due_by]), [['form', due], ['mail', due], ['phone', due]])
  assert.equal((await promise('enquiries-answered')).state, 'due')
  await answerTicket(at(support, days(2)), { ticket: id, words: 'Первого февраля.' })
  const [just, past] = [new Date(due.getTime()), new Date(due.getTime() + 1000)]
  assert.equal(await alertLate(system(here, just)), 0)
  assert.equal(await alertLate(system(here, past)), 2)
  assert.equal(await alertLate(system(here, new Date(past.getTime() + 60_000))), 0, 'once')
  await deliver(here, past)
  assert.ok((await noticesOf(here, support)).some(({ kind }) => kind === 'enquiry-late'))
  const found = await promise('enquiries-answered', past)
  assert.equal(found.state, 'broken')
  assert.match(found.figure.ru.replaceAll('\u00a0', ' '), /Ответов: 1, в срок 100 %.*просрочено: 2/)
})

test('MQ-130 the desk shows the median time of an answer; what is past the school’s own aim is red and alerts', async () => {
  const { here, learner, support } = await desk('masteryn-quest')
  const answeredAfter = [1, 2, 6]
  for (const after of answeredAfter) {
    const { id } = await ask(learner.ctx, question)
    await answerTicket(at(support, days(after)), { ticket: id, words: 'Первого февраля.' })
  }
  await ask(learner.ctx, question)
  const { pace } = await showDesk(at(support, days(6)), {})
  assert.deepEqual([pace.median, pace.answered, pace.inTime], [days(2).getTime() - noon.getTime(), 3, 2])
  const late = deadline(noon, { 'working-days': 3 }, law)
  const pageAt = async (now: Date) => { ground.at(now); try { return await textOf(here.request('/office/enquiries', { as: support })) } finally { ground.at(noon) } }
  assert.doesNotMatch(await pageAt(late), /просрочено/)
  const after = await pageAt(new Date(late.getTime() + 1000))
  assert.match(after, /Половина ответов приходит не позже чем через 2 дня, в срок 67 % из 3\. Цель школы: 3 рабочих дня/)
  assert.match(after, /notice bad[^]*Просрочено обращений: 1[^]*tag bad/)
  assert.equal(await alertLate(system(here, new Date(late.getTime() + 1000))), 1)
})

test('MQ-129 nothing is closed without an answer or a stated reason: not by a button, not in the database', async () => {
  const { here, learner, support, promise } = await desk('masteryn-quest')
  const { id } = await ask(learner.ctx, question)
  const silent = await here.request(`/office/enquiries/${id}/close`, { as: support, form: { reason: '' } })
  assert.equal(silent.status, 422)
  assert.match(await silent.text(), /без него назовите причину/)
  for (const set of ['closed_at = now()', 'closed_at = now(), waits_for = null'])
    await assert.rejects(ground.asAdmin(client => client.query(`update support.tickets set ${set} where id = $1`, [id])), /closed_with_an_answer_or_a_reason/)
  await closeTicket(support.ctx, { ticket: id, reason: 'Повторяет обращение, на которое мы ответили вчера.' })
  const other = await ask(learner.ctx, question)
  await answerTicket(support.ctx, { ticket: other.id, words: 'Первого февраля.', close: 'yes' })
  await assert.rejects(closeTicket(support.ctx, { ticket: other.id, reason: 'Ещё раз' }), { code: 'support.is-closed' })
  assert.match(await textOf(here.request(`/me/enquiries/${id}`, { as: learner })), /Повторяет обращение, на которое/)
  const { rows: [found] } = await ground.asAdmin(client => client.query('select count(*) filter (where answered_at is null and close_reason is null)::int as silent, count(*)::int as closed from support.tickets where site = $1 and closed_at is not null', [here.slug]))
  assert.deepEqual(found, { silent: 0, closed: 2 })
  assert.equal((await promise('enquiries-each')).state, 'kept')
})

test('MX-086 the phone is a link that calls, and a call that is written down is an enquiry with the same term', async () => {
  const { here, support } = await desk()
  const phone = here.policy.operator.contacts.find(({ channel }) => channel === 'phone')!.value as string
  assert.ok((await textOf(here.request('/contacts'))).includes(`<a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>`))
  const sent = await here.request('/office/enquiries/record', { as: support, form: recorded({ name: 'Ерлан', phone: '+7 701 555 01 23', 'arrived-day': '1' }) })
  assert.equal(sent.status, 303)
  const [ticket] = await ticketsOf(here)
  assert.deepEqual([ticket!.channel, ticket!.guest, ticket!.due_by], ['phone', true, deadline(new Date('2026-12-01T12:00:00+05:00'), { 'working-days': 10 }, law)])
  assert.match(await textOf(here.request(`/office/enquiries/${ticket!.id}`, { as: support })), /звонок[^]*Ерлан[^]*href="tel:\+77015550123"/)
  assert.equal((await here.request('/office/enquiries/record', { as: support, form: recorded({ 'arrived-day': '4' }) })).status, 422, 'tomorrow has not come')
  assert.equal((await here.request('/office/enquiries/record', { as: await here.learner(), form: recorded() })).status, 403)
})

test('MX-087 the postal address is shown, and a paper letter about one’s data becomes a request dated by its arrival', async () => {
  const { here, learner, support, officer } = await desk()
  const { value } = here.policy.operator.contacts.find(({ channel }) => channel === 'post')!
  assert.ok((await textOf(here.request('/contacts'))).includes((value as { ru: string }).ru))
  const came = { channel: 'letter', topic: 'rights', 'arrived-day': '30', 'arrived-month': '11', words: 'Прошу исправить мою фамилию.' }
  const arrived = new Date('2026-11-30T12:00:00+05:00')
  assert.equal((await here.request('/office/enquiries/record', { as: support, form: recorded({ ...came, account: learner.email, right: 'rectification' }) })).status, 303)
  const [request] = await here.inside(({ db }) => db.selectFrom('rights.requests').select(['id', 'person', 'kind', 'asked_at', 'promised_by']).execute())
  assert.deepEqual([request!.person, request!.kind, request!.asked_at, request!.promised_by], [learner.id, 'rectification', arrived, deadline(arrived, here.policy.rights.find(({ right }) => right === 'rectification')!.within ?? { 'working-days': 10 }, law)])
  assert.ok((await textOf(here.request('/privacy-office/requests', { as: officer }))).includes(request!.id))
  assert.equal((await here.request('/office/enquiries/record', { as: officer, form: recorded({ ...came, name: 'Ерлан Сапаров' }) })).status, 303)
  const [ticket] = await ticketsOf(here)
  assert.deepEqual([ticket!.topic, ticket!.channel, ticket!.asked_at], ['rights', 'letter', arrived], 'without an account it stands in the officer’s queue of enquiries')
  assert.equal((await here.request('/office/enquiries/record', { as: support, form: recorded({ ...came, account: 'nobody@mail.example', right: 'rectification' }) })).status, 404)
})

test('CL-028 the staff see how to reach whoever asks while the enquiry is open, and no longer; the answer arrives', async () => {
  const { here, learner, support } = await desk('cloudex-learning')
  const { id } = await ask(learner.ctx, { topic: 'technical', words: 'Не открывается второй модуль.' })
  const shown = () => textOf(here.request(`/office/enquiries/${id}`, { as: support }))
  assert.ok((await shown()).includes(`mailto:${learner.email}`))
  await lettersIn(here)
  await answerTicket(support.ctx, { ticket: id, words: 'Обновите страницу, модуль откроется.', close: 'yes' })
  assert.deepEqual((await lettersIn(here)).map(({ to, template }) => [to, template]), [[learner.email, 'support.answered']])
  const closed = await shown()
  assert.ok(!closed.includes(learner.email) && closed.includes('контакты больше не показываются'))
  assert.equal((await here.inside(ctx => showTicket({ ...support.ctx, db: ctx.db }, { ticket: id }), support.ctx)).contact, undefined)
  await writeMore(learner.ctx, { ticket: id, words: 'Обновил, не помогло.' })
  assert.ok((await shown()).includes(`mailto:${learner.email}`), 'open again, shown again')
})

test('what is passed on changes its queue, keeps its earlier day, and whoever has it now is told', async () => {
  const { here, learner, support, officer } = await desk()
  const { id } = await ask(learner.ctx, question)
  await moveTicket(support.ctx, { ticket: id, topic: 'privacy' })
  await assert.rejects(answerTicket(support.ctx, { ticket: id, words: 'Первого февраля.' }), { status: 403 })
  await deliver(here)
  assert.deepEqual((await noticesOf(here, officer)).map(({ kind }) => kind), ['enquiry-asked'])
  const [before] = await ticketsOf(here)
  await moveTicket(officer.ctx, { ticket: id, topic: 'rights' })
  const [after] = await ticketsOf(here)
  assert.ok(after!.due_by <= before!.due_by)
  await answerTicket(officer.ctx, { ticket: id, words: 'Первого февраля.' })
})

test('an enquiry is opened by its own desk, each look is in the log, and neither a learner nor another school gets in', async () => {
  const { here, learner, support } = await desk()
  const there = await ground.school()
  const { id } = await ask(learner.ctx, question)
  for (const [who, status] of [[learner, 403], [support, 200]] as const) assert.equal((await here.request(`/office/enquiries/${id}`, { as: who })).status, status)
  assert.equal((await there.request(`/office/enquiries/${id}`, { as: await there.staff('support') })).status, 404)
  assert.equal((await there.request(`/office/enquiries/${id}/answer`, { as: await there.staff('support'), form: { words: 'Чужой ответ' } })).status, 404)
  const { rows } = await ground.asAdmin(client => client.query(`select act from audit.entries where site = $1 and actor = $2 and subject = $3`, [here.slug, support.id, learner.id]))
  assert.deepEqual(rows.map(({ act }) => act), ['support.show'])
})

test('an answer that was sent twice by one form counts once, and a closed enquiry takes none', async () => {
  const { here, learner, support } = await desk()
  const { id } = await ask(learner.ctx, question)
  const form = { words: 'Первого февраля.', _once: crypto.randomUUID() }
  for (let sent = 0; sent < 2; sent++) assert.equal((await here.request(`/office/enquiries/${id}/answer`, { as: support, form })).status, 303)
  const counted = await here.inside(({ db }) => db.selectFrom('support.messages').select('id').where('ticket', '=', id).where('of_school', '=', true).execute())
  assert.equal(counted.length, 1)
  await closeTicket(support.ctx, { ticket: id })
  await assert.rejects(answerTicket(support.ctx, { ticket: id, words: 'Ещё слово.' }), { code: 'support.is-closed' })
})
