// What a person puts on hold rests everywhere: their data is stored, and used for nothing else until it ends.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliverEvents } from '#platform/events/events.ts'
import { queueMail } from '#platform/mail/mail.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { writeVisits } from '#trust/interaction/interaction.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { readAs } from '#trust/purposes/purposes.ts'
import { correctProfile, namesOf, showProfile } from '#people/accounts/accounts.ts'
import { lookAt } from '#people/staff/staff.ts'
import { ask, answerTicket } from '#people/support/support.ts'
import { giveConsent } from '#trust/consent/consent.ts'
import { writeInvitation } from '#school/invitations/invitations.ts'
import { classroom, sentWork, worksSeenBy } from '#test/classroom.ts'
import { noon, openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { lettersIn } from '#test/letters.ts'
import { cookieIn } from '#test/visits.ts'
import { workThrough } from '#test/working.ts'
import { parse, stringify } from 'yaml'
import { sql } from 'kysely'
import { jobs, listeners } from '../../../product.ts'
import { readSite } from '../../../site.ts'
import { answerRequest, askForCopy, lift, object, restrict } from '../rights.ts'

const ground = await openTestDatabases()
const { school } = ground
const firefox = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0' }
const later = (days: number) => new Date(noon.getTime() + days * 86_400_000)
const at = ({ ctx }: Member, now: Date) => ({ ...ctx, now })
const words = { done: 'Проверено вместе с тем, кто просил', kept: 'Остальное без изменений', why: 'Пока открыта учётная запись' }
const run = (here: School, name: string) => jobs.find(job => job.name === name)!.run(here.system, { about: '', person: null, signal: new AbortController().signal })
const hear = (here: School, now = noon) => deliverEvents(work => here.inside(work, { ...here.system, now }), listeners)
const noticesOf = (here: School, { id }: Member) => here.inside(async ({ db }) => (await db.selectFrom('notifications.notices').select('kind').where('person', '=', id).orderBy('made_at').execute()).map(({ kind }) => kind))
const standingOf = (here: School, { id }: Member) => here.inside(({ db }) => db.selectFrom('rights.restrictions').select(['id', 'scope', 'subject', 'until_at', 'ended_at']).where('person', '=', id).execute())
const named = async (here: School, { id }: Member, by: 'learning.show-group' | 'rights.case' = 'learning.show-group') => {
  const [name] = await reveal(here.system, await readAs(here.system, by, ctx => namesOf(ctx.db, sql<string>`(${id}::uuid)`)))
  return Boolean(name?.first_name || name?.name)
}
const views = async (here: School) => {
  await writeVisits(ground.ground.db)
  return here.inside(async ({ db }) => (await db.selectFrom('interaction.counts').select('views').execute()).reduce((sum, row) => sum + row.views, 0))
}

/** The photo school with invitations beyond learning, for a newsletter to be sent. */
function withLetters(): string {
  const manifest = parse(readSite('landscape-photo').manifest)
  const said = (ru: string, kk: string, en: string) => ({ ru, kk, en })
  manifest.purposes.push({ id: 'meetings', serves: 'beyond', what: said('Встречи вне учёбы', 'Оқудан тыс кездесулер', 'Meetings outside learning') })
  for (const { use } of manifest.chapters.flatMap((chapter: any) => chapter.promises)) if (use?.subject === 'purposes') use.only?.push('meetings')
  manifest.consents.push({
    id: 'meetings', purpose: 'meetings', data: ['communication.mail'], recipients: [], public: false, version: 1,
    title: said('Приглашения на встречи', 'Кездесуге шақырулар', 'Invitations to meetings'),
    asks: said('Я разрешаю приглашать меня на встречи.', 'Мені кездесулерге шақыруға рұқсат беремін.', 'I allow the school to invite me to meetings.'), stops: [said('Приглашения не приходят.', 'Шақырулар келмейді.', 'No invitations come.')],
  })
  return stringify(manifest, { lineWidth: 0 })
}

test('LP-069 while it is switched on, analytics, suggestions, newsletters and staff leave this person out, and storage goes on; switched off, all of it works again', async () => {
  const here = await school('landscape-photo', { manifest: withLetters() })
  const room = await classroom(here)
  const [other, officer, operator] = [await room.another(), await here.staff('privacy-officer'), await here.staff('operator')]
  const { learner, teacher } = room
  for (const who of [learner, other]) {
    await giveConsent(who.ctx, { consent: 'meetings' })
    await sentWork({ run: room.run, learner: who })
  }
  const form = { as: learner, form: {} }
  assert.match(await (await here.request('/me/data/restrict', { as: learner })).text(), /Обучение пейзажной съёмке[^]*Хранение и резервные копии/)
  const before = await views(here)
  assert.equal((await here.request('/me/data/restrict', form)).status, 303)

  const newsletter = async () => {
    await writeInvitation(operator.ctx, { consent: 'meetings', ru: 'Приглашаем на встречу.', kk: 'Кездесуге шақырамыз.', en: 'You are invited to a meeting.' })
    await run(here, 'invitations.send')
    await hear(here)
    return Promise.all([learner, other].map(async who => (await noticesOf(here, who)).filter(kind => kind === 'invitation').length))
  }
  assert.deepEqual(await newsletter(), [0, 1])
  await here.request('/courses', { as: learner, headers: firefox })
  assert.equal(await views(here), before, 'analytics do not count them')
  await here.inside(({ db }) => queueMail(db, { person: learner.id, template: 'notifications.work-returned', about: '1', now: noon }))
  assert.deepEqual((await lettersIn(here)).filter(({ person }) => person === learner.id), [], 'no letter about learning')

  assert.deepEqual((await worksSeenBy(teacher)).length, 1, 'left out of the list')
  assert.equal((await here.request(`/teach/progress/${room.run}`, { as: teacher })).status, 200)
  const looked = await here.inside(({ db }) => db.selectFrom('audit.entries').select('subject').where('act', '=', 'learning.show-group').execute())
  assert.deepEqual(looked.map(({ subject }) => subject), [other.id], 'nor in the group')
  assert.deepEqual([await named(here, learner), await named(here, other), await named(here, learner, 'rights.case')], [false, true, true])
  const resting = { status: 409, code: 'purposes.person-rests' }
  await assert.rejects(correctProfile(officer.ctx, { person: learner.id, fields: { first_name: 'Иная', last_name: 'Серікова' } }), resting)
  await assert.rejects(lookAt(operator.ctx, { person: learner.id, why: 'Хочу посмотреть телефон' }), resting)
  const refused = await here.request(`/office/people/${learner.id}/look`, { as: operator, form: { why: 'Хочу посмотреть телефон' } })
  if (refused.status !== 404) assert.match(await refused.text(), /приостановил использование своих данных/)

  assert.match(await (await here.request('/me', { as: learner })).text(), /Ваши данные только хранятся[^]*тесты и сдача работ закрыты/)
  const sent = await here.request(`/learn/${room.run}/lesson-1/done`, form)
  assert.equal(sent.status, 409)
  assert.match(await sent.text(), /вы приостановили использование своих данных/)
  assert.equal((await here.request(`/learn/${room.run}/lesson-1`, { as: learner })).status, 200, 'a lesson can be read')
  await askForCopy(learner.ctx, {})
  const question = await ask(learner.ctx, { topic: 'general', words: 'Когда мне включить всё снова?' })
  const { id: ticket } = await here.inside(({ db }) => db.selectFrom('support.tickets').select('id').where('person', '=', learner.id).executeTakeFirstOrThrow())
  await answerTicket((await here.staff('support')).ctx, { ticket, words: 'Когда вам будет удобно, в любую минуту.' })
  assert.ok(question)
  assert.equal((await here.inside(({ db }) => db.selectFrom('assignments.works').select('id').where('person', '=', learner.id).execute())).length, 1, 'storage goes on')

  const page = await (await here.request('/me/data', { as: learner })).text()
  const to = /\/me\/data\/restrictions\/[0-9a-f-]{36}\/lift/.exec(page)![0]
  assert.equal((await here.request(to, { as: other, form: {} })).status, 403)
  assert.equal((await here.request(to, form)).status, 303)
  assert.deepEqual(await newsletter(), [1, 2])
  assert.equal((await worksSeenBy(teacher)).length, 2)
  assert.equal((await here.request(`/learn/${room.run}/lesson-1/done`, form)).status, 303)
  await correctProfile(officer.ctx, { person: learner.id, fields: { first_name: 'Иная', last_name: 'Серікова' } })
  assert.ok(await named(here, learner))
  assert.equal((await checkPromise(here.system, here.policy.promises.find(({ id }) => id === 'use-on-hold')!)).state, 'kept')
})

test('MX-051 until a chosen day everything but storage rests; on that day it ends by itself and the person is told, and they can lift it sooner', async () => {
  const here = await school('mexrontal')
  const { learner, teacher, another, run: course } = await classroom(here)
  const second = await another()
  for (const who of [learner, second]) await sentWork({ run: course, learner: who })
  for (const until of ['', '2026-12-03', '2020-01-01', 'завтра']) assert.equal((await here.request('/me/data/restrict', { as: learner, form: { until } })).status, 422, until)
  for (const who of [learner, second]) await restrict(who.ctx, { until: '2026-12-10' })
  assert.equal((await worksSeenBy(teacher)).length, 0)
  await assert.rejects(restrict(learner.ctx, { until: '2026-12-20' }), { status: 409, code: 'rights.rests-already' })

  const [sooner] = await standingOf(here, second)
  await lift(second.ctx, { id: sooner!.id })
  assert.equal((await worksSeenBy(teacher)).length, 1, 'lifted sooner')

  const day = new Date('2026-12-10T00:00:00+05:00')
  const seen = async (now: Date) => (await worksSeenBy({ ...teacher, ctx: at(teacher, now) })).length
  assert.deepEqual([await seen(new Date(day.getTime() - 1)), await seen(day)], [1, 2])
  const tell = async (now: Date) => {
    await workThrough({ ...here.system, now })
    await hear(here, now)
    return (await noticesOf(here, learner)).filter(kind => kind === 'restriction-ended').length
  }
  assert.equal(await tell(new Date(day.getTime() - 1000)), 0)
  assert.equal(await tell(new Date(day.getTime() + 1000)), 1)
  assert.deepEqual((await lettersIn(here, new Date(day.getTime() + 1000))).filter(({ person }) => person === learner.id).map(({ template }) => template), ['notifications.restriction-ended'])
  assert.equal((await noticesOf(here, second)).filter(kind => kind === 'restriction-ended').length, 0, 'whoever lifted it knows')
  assert.equal((await checkPromise(here.system, here.policy.promises.find(({ id }) => id === 'use-on-hold')!)).state, 'kept')
})

test('CL-040 a disputed kind of data is used by nobody until the decision; a reason is asked, and the person is told before it is lifted', async () => {
  const here = await school('cloudex-learning')
  const { learner } = await classroom(here)
  const officer = await here.staff('privacy-officer')
  assert.equal((await here.request('/me/data/dispute', { as: learner, form: { field: 'account.name', wish: '' } })).status, 422, 'a reason is asked')
  assert.equal((await here.request('/me/data/dispute', { as: learner, form: { field: 'account.email', wish: 'Не мой адрес' } })).status, 422)
  assert.ok(await named(here, learner))
  assert.equal((await here.request('/me/data/dispute', { as: learner, form: { field: 'account.name', wish: 'Имя записано с ошибкой' } })).status, 303)
  assert.deepEqual([await named(here, learner), await named(here, learner, 'rights.case')], [false, true], 'only whoever decides reads it')
  const profile = await here.inside(async ctx => reveal(ctx, await showProfile({ ...ctx, actor: learner.actor }, {})))
  assert.match(JSON.stringify(profile), /Аружан/, 'the person sees it')

  const { id } = await here.inside(({ db }) => db.selectFrom('rights.requests').select('id').where('person', '=', learner.id).executeTakeFirstOrThrow())
  assert.match(await (await here.request(`/privacy-office/requests/${id}`, { as: officer })).text(), /Пока вы не ответили, у этого человека остановлено/)
  await answerRequest(officer.ctx, { id, granted: 'yes', ...words })
  await hear(here)
  assert.deepEqual(await noticesOf(here, learner), ['request-answered'], 'told first')
  assert.equal(await named(here, learner), false, 'and it still rests')
  const system = (now: Date) => ({ ...here, system: { ...here.system, now } })
  assert.deepEqual([await named(system(new Date(later(1).getTime() - 1)), learner), await named(system(later(1)), learner)], [false, true])
  await workThrough({ ...here.system, now: later(1.01) })
  await hear(here, later(1.01))
  assert.deepEqual(await noticesOf(here, learner), ['request-answered', 'restriction-ended'])
  assert.equal((await checkPromise(here.system, here.policy.promises.find(({ id }) => id === 'accuracy-disputed')!)).state, 'kept')
})

test('WD-064 somebody objects to the analysis of their visits: it stops for them at once, everything else goes on, and the decision is recorded in time', async () => {
  const here = await school('webstapero-dev-notes')
  const { learner, another, teacher, run: course } = await classroom(here)
  const [other, officer] = [await another(), await here.staff('privacy-officer')]
  const jar = cookieIn(await here.request('/cookies', { form: { answer: 'all' } }), 'cookie-choice')
  const visited = async (who: Member, now = noon) => {
    ground.at(now)
    await here.request('/courses', { as: who, headers: { ...firefox, cookie: jar } })
    await writeVisits(ground.ground.db)
    ground.at(noon)
    return here.inside(async ({ db }) => (await db.selectFrom('interaction.visits').select('id').where('person', '=', who.id).execute()).length)
  }
  assert.deepEqual([await visited(learner), await visited(other)], [1, 1])
  const sent = await here.request('/me/data/object', { as: learner, form: { use: 'analytics', wish: 'Не хочу, чтобы за мной наблюдали' } })
  assert.equal(sent.status, 303)
  assert.deepEqual([await visited(learner), await visited(other)], [1, 2], 'stops from the next job, for this person alone')
  await sentWork({ run: course, learner })
  assert.equal((await worksSeenBy(teacher)).length, 1, 'the rest goes on')
  assert.ok(await named(here, learner))
  assert.equal((await here.request('/me/data/object', { as: learner, form: { use: 'learning', wish: 'Не хочу, чтобы я учился' } })).status, 422, 'learning cannot do without itself')
  await assert.rejects(object(learner.ctx, { use: 'analytics', wish: 'Ещё раз о том же' }), { code: 'rights.rests-already' })

  const { id, due_by } = await here.inside(({ db }) => db.selectFrom('rights.requests').select(['id', 'due_by']).where('person', '=', learner.id).executeTakeFirstOrThrow())
  assert.equal(due_by.toISOString().slice(0, 10), '2026-12-08', 'three business days after a Thursday')
  await answerRequest(officer.ctx, { id, granted: 'yes', ...words })
  assert.equal(await visited(learner, later(30)), 1, 'granted: it stays stopped')
  const refused = await object(other.ctx, { use: 'analytics', wish: 'И за мной наблюдать не нужно' })
  await answerRequest(officer.ctx, { id: refused, granted: 'no', ...words })
  assert.deepEqual([await visited(other), await visited(other, later(1))], [2, 3], 'refused: goes on a day after the person was told')
  const log = await here.inside(({ db }) => db.selectFrom('audit.entries').select('act').where('subject', '=', learner.id).where('act', 'in', ['rights.object', 'rights.answer']).orderBy('number').execute())
  assert.deepEqual(log.map(({ act }) => act), ['rights.object', 'rights.answer'])
  assert.equal((await checkPromise(here.system, here.policy.promises.find(({ id }) => id === 'objection-heard')!)).state, 'kept')
})
