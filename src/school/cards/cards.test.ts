// Review cards: off until turned on, due by the days of the school, planned by FSRS, taken back, copied and erased.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eraseAtOnce } from '#trust/rights/rights.ts'
import { answerCheck } from '#school/assessment/assessment.ts'
import { leave } from '#school/enrolment/enrolment.ts'
import { noon, openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { copiedRows, courseOf, learnerOf, teach } from '#test/taught.ts'
import { answerCard, turnCards, undoAnswer } from './cards.ts'
import { firstDays, foreseen, minutesFor, scheduled } from './schedule.ts'

const { school, asAdmin, at } = await openTestDatabases()

const moment = (text: string) => new Date(`${text}+05:00`)
const then = (who: Member, text: string) => ({ ...who.ctx, now: moment(text) })
const html = async (here: School, path: string, as: Member) => (await here.request(path, { as })).text()
const noTags = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

/** Somebody who answered a question of a lesson on the first of December, rightly or not. */
async function met({ rightly = true, on = true } = {}) {
  const here = await school()
  await teach(here, [courseOf({ modules: [2] })])
  const learner = await learnerOf(here, 'light')
  const [check] = await here.inside(async ({ db }) => (await db.selectFrom('courses.lessons').select('checks').where('slug', '=', 'lesson-1').executeTakeFirstOrThrow()).checks)
  const key = await here.inside(({ db }) => db.selectFrom('assessment.questions').select('answer').where('id', '=', check.id).executeTakeFirstOrThrow())
  const answer = check.asked.options.find(({ id }: { id: string }) => (id === key.answer.right) === rightly).id
  await answerCheck(then(learner, '2026-12-01T10:00:00'), { run: learner.run, lesson: 'lesson-1', question: check.id, answer: [answer] })
  if (on) await turnCards(learner.ctx, { on: true })
  return { here, learner, question: check.id as string }
}

test('the four answers plan further and further ahead, and what a button says is what comes', () => {
  const first = [{ rating: 3 as const, day: '2026-12-01' }]
  const after = foreseen(first, '2026-12-04')
  assert.ok(after[1].days < after[2].days && after[2].days < after[3].days && after[3].days < after[4].days, JSON.stringify(after))
  for (const rating of [1, 2, 3, 4] as const) assert.deepEqual(scheduled([...first, { rating, day: '2026-12-04' }]), after[rating])
  assert.deepEqual(firstDays, { 1: 1, 2: 2, 3: 3 })
  assert.equal(scheduled(Array.from({ length: 30 }, (_, index) => ({ rating: 4 as const, day: `${2027 + index}-01-01` }))).days <= 367, true)
})

test('the minutes are a third of the cards, and never none', () => {
  assert.deepEqual([1, 3, 12, 100].map(minutesFor), [1, 1, 4, 33])
})

test('off until somebody turns it on: nothing is shown, nothing is kept', async () => {
  const { here, learner } = await met({ on: false })
  at(moment('2026-12-09T12:00:00'))
  const mine = await html(here, '/me', learner)
  assert.doesNotMatch(mine, /примерно \d/)
  assert.match(mine, /href="\/me\/cards"/)
  assert.match(await html(here, '/me/cards', learner), /Повторение выключено[\s\S]*Включить повторение/)
  for (const table of ['decks', 'cards', 'answers']) assert.equal((await asAdmin(client => client.query(`select count(*)::int as n from cards.${table} where site = $1`, [here.slug]))).rows[0].n, 0)
})

test('a question answered rightly on 1 December comes back with the first minute of 4 December in Almaty, and not a minute sooner', async () => {
  const { here, learner } = await met()
  at(moment('2026-12-03T23:59:59'))
  assert.match(noTags(await html(here, '/me/cards', learner)), /На сегодня всё .*Следующие вернутся 4 декабря 2026/)
  assert.match(noTags(await html(here, '/me', learner)), /Следующие карточки вернутся 4 декабря 2026/)
  at(moment('2026-12-04T00:00:00'))
  assert.match(noTags(await html(here, '/me', learner)), /1 карточка, примерно 1 минута/)
  const page = noTags(await html(here, '/me/cards', learner))
  assert.match(page, /Сегодня: 1 карточка, примерно 1 минута/)
  assert.match(page, /Верный ответ Солнце сбоку .*Урок «.*Не вспомнилось снова через 1 день · 5 дек.*Вспомнилось снова через \d+ дней/)
})

test('an answer a second before midnight and one a second after count from different days', async () => {
  const due = async (text: string) => {
    const { here, learner, question } = await met({ rightly: false })
    await answerCard(then(learner, text), { question, rating: 1 })
    return (await asAdmin(client => client.query(`select to_char(due, 'YYYY-MM-DD') as due, days from cards.cards where site = $1`, [here.slug]))).rows
  }
  assert.deepEqual(await due('2026-12-05T23:59:59'), [{ due: '2026-12-06', days: 1 }])
  assert.deepEqual(await due('2026-12-06T00:00:00'), [{ due: '2026-12-07', days: 1 }])
})

test('a card is answered once a day, and a second window is told so', async () => {
  const { here, learner, question } = await met()
  at(moment('2026-12-04T09:00:00'))
  const answer = () => here.request('/me/cards/answer', { as: learner, form: { question, rating: '3' } })
  const [first, second] = [await answer(), await answer()]
  assert.equal(first.headers.get('location'), '/me/cards?said=cards.answered')
  assert.equal(second.status, 409)
  assert.equal((await asAdmin(client => client.query('select count(*)::int as n from cards.answers where site = $1', [here.slug]))).rows[0].n, 1)
})

test('an answer is taken back: the card stands where it stood, after the first answer and after the second', async () => {
  const { here, learner, question } = await met()
  const stands = async () => (await asAdmin(client => client.query(`select to_char(due, 'YYYY-MM-DD') as due, days from cards.cards where site = $1`, [here.slug]))).rows
  await answerCard(then(learner, '2026-12-04T09:00:00'), { question, rating: 3 })
  const [once] = await stands()
  at(moment('2026-12-04T10:00:00'))
  assert.match(await html(here, '/me/cards?said=cards.answered', learner), /action="\/me\/cards\/undo"/)
  await answerCard(then(learner, `${once.due}T09:00:00`), { question, rating: 1 })
  await undoAnswer(then(learner, `${once.due}T10:00:00`), {})
  assert.deepEqual(await stands(), [once])
  await undoAnswer(then(learner, `${once.due}T10:00:00`), {})
  assert.deepEqual(await stands(), [])
  await assert.rejects(undoAnswer(then(learner, `${once.due}T10:00:00`), {}), /not-found/)
})

test('nobody answers the card of a question they have not met, or of a course they have left', async () => {
  const { here, learner, question } = await met()
  const other = await learnerOf(here, 'light')
  await turnCards(other.ctx, { on: true })
  await assert.rejects(answerCard({ ...other.ctx, now: moment('2026-12-20T09:00:00') }, { question, rating: 3 }), /not-found/)
  await leave(learner.ctx, { run: learner.run })
  at(moment('2026-12-09T12:00:00'))
  assert.match(await html(here, '/me/cards', learner), /Карточек пока нет/)
})

test('turned off, the plan waits; deleted, it is gone, and so are the answers', async () => {
  const { here, learner, question } = await met()
  await answerCard(then(learner, '2026-12-04T09:00:00'), { question, rating: 3 })
  const left = async () => (await asAdmin(client => client.query('select count(*)::int as n from cards.answers where site = $1', [here.slug]))).rows[0].n
  at(noon)
  await here.request('/me/cards/off', { as: learner, form: {} })
  assert.equal(await left(), 1)
  assert.match(await html(here, '/me/cards', learner), /Удалить план и ответы/)
  await here.request('/me/cards/clear', { as: learner, form: {} })
  assert.equal(await left(), 0)
})

test('answers to cards are in the copy of their person and go with the account', async () => {
  const { here, learner, question } = await met()
  await answerCard(then(learner, '2026-12-04T09:00:00'), { question, rating: 2 })
  assert.deepEqual((await copiedRows(here, learner, 'cards.answers')).map(({ rating }) => rating), [2])
  assert.equal((await copiedRows(here, learner, 'cards.decks')).length, 1)
  assert.equal((await copiedRows(here, learner, 'cards.cards')).length, 1)
  await eraseAtOnce(here.system, learner.id)
  for (const table of ['decks', 'cards', 'answers']) assert.equal((await asAdmin(client => client.query(`select count(*)::int as n from cards.${table} where site = $1`, [here.slug]))).rows[0].n, 0, table)
})

test('no word of the cards counts what was let be', async () => {
  const { messages } = await import('./messages.ts')
  for (const text of Object.values(messages)) for (const words of Object.values(text)) assert.doesNotMatch(words, /пропущен|просроч|серия|подряд|streak|overdue|missed|өткізіп ал|мерзімі өт/i)
})
