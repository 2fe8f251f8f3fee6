// Which rules apply to whom, and why: beside the policy, those of a course and those for minors, each with version and day.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { keepSupplements } from '#trust/supplements/supplements.ts'
import { nameGuardian } from '#people/minors/minors.ts'
import { enrol } from '#school/enrolment/enrolment.ts'
import { openTestDatabases } from '#test/fixtures.ts'
import { placeOf } from '#test/visits.ts'
import { readSite } from '../../site.ts'

const ground = await openTestDatabases()
const here = await ground.school('masteryn-quest')
const [learner, other] = [await here.learner(), await here.learner()]
await enrol(learner.ctx, { course: 'data-quest' })
const read = async (path: string, as?: typeof learner) => (await (await here.request(path, as ? { as } : {})).text()).replaceAll('&quot;', '"')
const title = 'Правила курса «Числа говорят: квест по данным»'
const stated = /Редакция 1, действует с <time datetime="2026-02-02[^>]*>2 февраля 2026 г\./
const promise = (id: string) => checkPromise(here.system, here.policy.promises.find(each => each.id === id)!)

test('MQ-135 rules attached to a programme stand on its page and on “rules for me” of its learner, with version and date', async () => {
  const course = (await read('/courses/data-quest')).split('id="rules"')[1]!
  assert.match(course, new RegExp(`${title}[^]*?${stated.source}`))
  const mine = await read('/me/rules', learner)
  assert.match(mine, new RegExp(`${title}[^]*?Вы записаны на курс[^]*?${stated.source}`))
  assert.ok(!(await read('/me/rules', other)).includes(title), 'nobody else has them')
  assert.equal((await promise('supplements')).state, 'kept')

  const changed = readSite('masteryn-quest').supplements.map(each => ({ ...each, said: { ...each.said, ru: { ...each.said.ru, text: 'Другое' } } }))
  assert.equal((await here.inside(ctx => keepSupplements(ctx, changed))).length, 2, 'a text that was published is not written over')
  assert.ok(!(await read('/privacy/supplements/data-quest')).includes('Другое'))
  await assert.rejects(here.inside(ctx => keepSupplements({ ...ctx, policy: { ...ctx.policy, promises: ctx.policy.promises.map(each => each.subject === 'supplements' ? { ...each, rule: { of: [{ id: 'lost', version: 1, from: '2026-02-02', for: 'minors' }] } } : each) } }, [])), /there is no text/)
})

test('MQ-141 the link on the programme’s page leads to the rules; asked for, their text arrives in the thread', async () => {
  const link = /href="(\/privacy\/supplements\/[a-z-]+)"/.exec(await read('/courses/data-quest'))![1]!
  const text = 'Имён и телефонов живых людей в работу не вписывайте'
  assert.match(await read(link), new RegExp(`${title}[^]*${text}`))
  assert.match(await read(`/kk${link}`), /Тірі адамдардың аты/)
  const sent = await here.request('/me/rules/data-quest/send', { as: learner, form: {} })
  assert.match(placeOf(sent)!, /^\/me\/enquiries\/[0-9a-f-]{36}/)
  assert.match(await read(placeOf(sent)!, learner), new RegExp(`Пришлите, пожалуйста, текст[^]*${text}[^]*Редакция 1, действует с 2 февраля 2026`))
  assert.equal((await here.request(placeOf(sent)!.split('?')[0]!, { as: other })).status, 404)
  assert.equal((await here.request('/me/rules/none/send', { as: learner, form: {} })).status, 422)
})

test('MQ-142 “rules for me” lists every policy that applies to this account and why; a question from it opens a ticket with that list', async () => {
  const young = await here.learner()
  await here.inside(ctx => nameGuardian(ctx, young.id, { email: 'mother@mail.example', birthDate: '2011-06-01' }))
  const mine = await read('/me/rules', young)
  for (const line of [/Политика конфиденциальности[^]*для каждого, у кого здесь есть учётная запись/, /Правила, пока вам нет 18[^]*Вам ещё нет 18/, /Дополнительные правила для подростков[^]*Вам ещё нет 18/]) assert.match(mine, line)
  assert.ok(!mine.includes(title))
  const short = await here.request('/me/rules', { as: young, form: { words: 'почему' } })
  assert.equal(short.status, 422)
  assert.match(await short.text(), />почему</)
  const asked = await here.request('/me/rules', { as: young, form: { words: 'Почему мне нельзя подписать отзыв своим именем?' } })
  assert.equal(asked.status, 303)
  const ticket = /enquiries\/([0-9a-f-]{36})/.exec(placeOf(asked)!)![1]!
  const desk = await read(`/office/enquiries/${ticket}`, await here.staff('privacy-officer'))
  assert.match(desk, /Почему мне нельзя[^]*Политика конфиденциальности\. Редакция 1[^]*Правила, пока вам нет 18[^]*Дополнительные правила для подростков\. Редакция 1[^]*Вам ещё нет 18/)
  assert.ok((await read('/me', young)).includes('href="/me/rules"'))
  assert.equal((await promise('rules-for-me')).state, 'kept')
})
