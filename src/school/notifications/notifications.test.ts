import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliverEvents } from '#platform/events/events.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import { setState } from '#people/accounts/accounts.ts'
import { noteOnWork, reply, reviewsGiven, reviewWork, submitWork } from '#school/assignments/assignments.ts'
import { issueWith, revokeCertificate } from '#school/certificates/certificates.ts'
import { answerRequest, askForRight } from '#trust/rights/rights.ts'
import { classroom, criteria, sendFile, sentWork, tellingPhoto, worksSeenBy } from '#test/classroom.ts'
import { noon, openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { lettersIn } from '#test/letters.ts'
import { listeners } from '../../product.ts'
import { announceFeedback } from './announce-feedback.ts'
import { kinds, lettered, type Kind } from './kinds.ts'
import { myNotices, unreadCount } from './find-notices.ts'
import { letters } from './letters.ts'
import { messages } from './messages.ts'
import { readAll, readNotice } from './read-notice.ts'
import { tell } from './tell.ts'

const { asAdmin, school } = await openTestDatabases()
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const deliver = (here: School, now = noon) => deliverEvents<Context>(work => here.inside(work, { ...here.system, now }), listeners)
const noticesOf = (here: School, who: Member) => here.inside(ctx => myNotices(ctx, {}), who.ctx)
const kindsOf = async (here: School, who: Member) => (await noticesOf(here, who)).map(({ kind }) => kind)
const levels = Object.fromEntries(criteria.map(({ id }) => [id, 2]))
const giveBack = (teacher: Member, work: string, outcome: 'return' | 'accept', now = noon) => reviewWork({ ...teacher.ctx, now }, { work, outcome, words: 'Разбор вашей работы', levels, comments: {} })

test('LP-055 a teacher marks a place on the photo and writes to this learner; a notice comes, and only these two see it', async () => {
  const here = await school('landscape-photo')
  const room = await classroom(here, 'photo')
  const [neighbour, colleague] = [await room.another(), await here.staff('teacher')]
  await sendFile(here, room.learner, room.run, { words: 'Снимок', file: await tellingPhoto() })
  const [work] = await worksSeenBy(room.teacher)
  await noteOnWork(room.teacher.ctx, { work: work!, place: { x: 30, y: 60 }, words: 'Выровняйте горизонт' })
  await giveBack(room.teacher, work!, 'return')
  await deliver(here)
  const [notice, ...more] = await noticesOf(here, room.learner)
  assert.deepEqual([notice?.kind, notice?.place, more], ['work-returned', `/learn/${room.run}/assignment`, []])
  const page = await (await here.request(notice!.place, { as: room.learner })).text()
  assert.match(page, /Выровняйте горизонт/)
  assert.match(await (await here.request(`/teach/submissions/${work}`, { as: room.teacher })).text(), /Выровняйте горизонт/)
  for (const stranger of [neighbour, colleague, await here.staff('operator')]) {
    assert.deepEqual(await noticesOf(here, stranger), [])
    for (const path of [notice!.place, `/teach/submissions/${work}`, `/api/v1/works/${work}`]) assert.doesNotMatch(await (await here.request(path, { as: stranger })).text(), /Выровняйте горизонт/)
  }
})

test('teachers of the run hear of a new work and of an answer, other teachers do not', async () => {
  const here = await school()
  const room = await classroom(here)
  const other = await here.staff('teacher')
  const { work } = await sentWork(room)
  await deliver(here)
  assert.deepEqual([await kindsOf(here, room.teacher), await kindsOf(here, other), await kindsOf(here, room.learner)], [['work-sent'], [], []])
  await giveBack(room.teacher, work, 'return')
  await reply(room.learner.ctx, { work, words: 'Спасибо' })
  await reply(room.teacher.ctx, { work, words: 'Пожалуйста' })
  await deliver(here)
  assert.deepEqual([(await kindsOf(here, room.teacher)).toSorted(), (await kindsOf(here, room.learner)).toSorted()], [['learner-replied', 'work-sent'], ['teacher-replied', 'work-returned']])
})

test('each review is told once, with one letter; a later one replaces what is still unread', async () => {
  const here = await school()
  const room = await classroom(here)
  const { work } = await sentWork(room)
  await giveBack(room.teacher, work, 'return')
  await deliver(here)
  await deliver(here)
  assert.equal((await lettersIn(here)).filter(({ person }) => person === room.learner.id).length, 1)
  await submitWork({ ...room.learner.ctx, now: later(10) }, { run: room.run, words: 'Второй раз' })
  await giveBack(room.teacher, work, 'return', later(20))
  await deliver(here, later(21))
  assert.deepEqual((await noticesOf(here, room.learner)).map(({ kind, made_at }) => [kind, made_at]), [['work-returned', later(21)]])
  assert.equal((await lettersIn(here)).filter(({ person }) => person === room.learner.id).length, 1)
})

test('a letter says that there is news and where to read it, and nothing of the person, the course or the grade', async () => {
  for (const like of ['landscape-photo', 'mexrontal']) {
    const here = await school(like)
    const { id, email } = await here.learner({ name: 'Гүлмира' })
    for (const kind of Object.keys(kinds) as Kind[]) await here.inside(ctx => tell(ctx, id, { kind, about: `about-${kind}`, place: '/me' }))
    const sent = await lettersIn(here)
    assert.deepEqual(sent.map(({ template }) => template).toSorted(), lettered.map(kind => `notifications.${kind}`).toSorted(), 'what has a letter of its own gets no second one')
    for (const { to, subject, text, link } of sent) {
      assert.equal(to, email)
      assert.match(link, /\/ru\/notices$/)
      assert.doesNotMatch(subject + text, /Гүлмира|about-|@/)
    }
  }
})

test('a school without e-mail tells in the school alone', async () => {
  const here = await school('masteryn-quest')
  const learner = await here.learner()
  await here.inside(ctx => tell(ctx, learner.id, { kind: 'work-accepted', about: '1', place: '/me' }))
  assert.deepEqual([await kindsOf(here, learner), await lettersIn(here)], [['work-accepted'], []])
})

test('many works are one letter to their teacher until the notices are read', async () => {
  const here = await school()
  const { teacher, ...room } = await classroom(here)
  for (let count = 0; count < 3; count++) await sentWork({ run: room.run, learner: await room.another() })
  await deliver(here)
  assert.equal((await kindsOf(here, teacher)).length, 3)
  assert.equal((await lettersIn(here)).filter(({ person }) => person === teacher.id).length, 1)
  await readAll(teacher.ctx, {})
  await sentWork({ run: room.run, learner: await room.another() })
  await deliver(here)
  assert.equal((await lettersIn(here)).filter(({ person }) => person === teacher.id).length, 1)
})

test('a certificate, its revocation and an answered request are told to their person; a request to the privacy officer', async () => {
  const here = await school()
  const [learner, officer, operator] = [await here.learner(), await here.staff('privacy-officer'), await here.staff('operator')]
  const title = { ru: 'Курс', kk: 'Сабақ', en: 'Course' }
  const { number } = await issueWith(async () => ({ course: { title, hours: 1, assessed: [] }, holder: 'Аружан' }))(here.system, { person: learner.id, run: crypto.randomUUID() })
  await revokeCertificate(operator.ctx, { number, reason: 'mistake', why: 'Выдан другому человеку' })
  const id = await askForRight(learner.ctx, { kind: 'objection', wish: 'Не хочу рекомендаций' })
  await deliver(here)
  assert.deepEqual([await kindsOf(here, officer), await kindsOf(here, operator)], [['request-asked'], []])
  await answerRequest(officer.ctx, { id, granted: 'yes', done: 'Рекомендации выключены', kept: 'Результаты обучения', why: 'Пока длится обучение' })
  await deliver(here)
  assert.deepEqual((await kindsOf(here, learner)).toSorted(), ['certificate-issued', 'certificate-revoked', 'request-answered'])
})

test('who is leaving or gone is told nothing', async () => {
  const here = await school()
  const learner = await here.learner()
  await here.inside(ctx => setState(ctx, learner.id, 'leaving'))
  for (const person of [learner.id, crypto.randomUUID()]) assert.equal(await here.inside(ctx => tell(ctx, person, { kind: 'copy-ready', about: '1', place: '/me/data' })), undefined)
  assert.deepEqual(await lettersIn(here), [])
})

test('opening a notice marks it as read and leads where it belongs; again is harmless, another person may not', async () => {
  const here = await school()
  const [learner, stranger] = [await here.learner(), await here.learner()]
  const notice = (await here.inside(ctx => tell(ctx, learner.id, { kind: 'copy-ready', about: '1', place: '/me/data' })))!
  await assert.rejects(readNotice(stranger.ctx, { notice }), (error: Refusal) => error.status === 403)
  assert.equal(await here.inside(({ db }) => unreadCount(db, learner.id)), 1)
  assert.match(await (await here.request('/me', { as: learner })).text(), /Непрочитанных уведомлений: 1/)
  const opened = await here.request(`/notices/${notice}`, { as: learner, form: {} })
  assert.deepEqual([opened.status, new URL(opened.headers.get('location')!, here.address).pathname], [303, '/me/data'])
  await readNotice({ ...learner.ctx, now: later(60) }, { notice })
  assert.deepEqual((await noticesOf(here, learner)).map(({ read_at }) => read_at), [noon])
  const { rows } = await asAdmin(client => client.query(`select act from audit.entries where site = $1 and act = 'notifications.read' order by act`, [here.slug]))
  assert.equal(rows.length, 3, 'read, read again, refused')
})

test('the page lists one\'s own notices in one\'s language and marks all of them as read', async () => {
  const here = await school()
  const [learner, stranger] = [await here.learner(), await here.learner()]
  for (const who of [learner, stranger]) await here.inside(ctx => tell(ctx, who.id, { kind: 'work-accepted', about: who.id, place: '/me' }))
  assert.match(await (await here.request('/kk/notices', { as: learner })).text(), new RegExp(messages['work-accepted'].kk))
  assert.equal((await here.request('/notices', { as: learner, form: {} })).status, 303)
  assert.deepEqual(await Promise.all([learner, stranger].map(who => here.inside(({ db }) => unreadCount(db, who.id)))), [0, 1])
})

test('the promise to tell about feedback is judged by the reviews themselves: unproven, kept, broken', async () => {
  const here = await school()
  const room = await classroom(here)
  const prove = (now = later(6)) => here.inside(ctx => announceFeedback(({ db }) => reviewsGiven(db)).prove({ by: ['in-app', 'e-mail'] }, { ...ctx, now }))
  assert.equal((await prove()).state, 'unproven')
  const { work } = await sentWork(room)
  await giveBack(room.teacher, work, 'accept')
  assert.deepEqual([(await prove(later(5))).state, (await prove()).state], ['unproven', 'broken'])
  await deliver(here)
  assert.equal((await prove()).state, 'kept')
  await here.inside(({ db }) => db.updateTable('mail.letters').set({ outcome: 'given-up' }).where('person', '=', room.learner.id).execute())
  assert.equal((await prove()).state, 'broken')
  await here.inside(({ db }) => db.updateTable('mail.letters').set({ outcome: 'nothing-to-send' }).where('person', '=', room.learner.id).execute())
  assert.equal((await prove()).state, 'kept')
})

test('every kind has its sentence in three languages, and its letter unless one of its own goes out or the notice is all', () => {
  for (const kind of Object.keys(kinds) as Kind[]) assert.ok(messages[kind].kk, kind)
  for (const kind of lettered) assert.ok(messages[`letter-${kind}`].kk && letters[`notifications.${kind}`], kind)
  assert.deepEqual(Object.keys(kinds).filter(kind => !lettered.some(each => each === kind)).toSorted(), ['came-of-age', 'enquiry-answered', 'invitation', 'password-reset', 'reset-begun'])
})

test('notices stand beside the account whatever somebody does here, and not in its menu; a guest has none', async () => {
  const here = await school()
  const told = (page: string) => [...page.matchAll(/<a href="[^"]*\/notices"( class="told")?/g)].map(([, beside]) => beside !== undefined)
  for (const as of [await here.learner(), await here.staff('teacher'), await here.staff('operator'), await here.staff('privacy-officer')]) assert.deepEqual(told(await (await here.request('/about', { as })).text()), [true], as.ctx.actor.role)
  assert.deepEqual(told(await (await here.request('/about')).text()), [])
})
