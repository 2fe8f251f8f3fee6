// The register of consents: asked before, kept word for word, withdrawn as easily as given, and what rested on one stops with it.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { deliverEvents } from '#platform/events/events.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { lawProfile } from '#trust/law/law.ts'
import { eraseAtOnce, recordRequest } from '#trust/rights/rights.ts'
import { noon, openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { copiedRows, courseOf, learnerOf, teach } from '#test/taught.ts'
import { planWeek } from '#school/rhythm/rhythm.ts'
import { judgeReview, writeReview } from '#school/catalogue/catalogue.ts'
import { jobs, listeners } from '../../../product.ts'
import { readSite } from '../../../site.ts'
import { allowed } from '../consent.ts'

const { school, asAdmin, at } = await openTestDatabases()
const reminders = 'study-reminders'
const publishing = 'review-publishing'
const review = 'Спокойный курс, примеры понятные и к месту.'
// 3 December 2026 is a Thursday.
const evening = (day: number) => new Date(`2026-12-${String(day).padStart(2, '0')}T18:30:00+05:00`)

const htmlOf = async (here: School, path: string, as?: Member) => (await here.request(path, as && { as })).text()
const plain = (html: string) => html.slice(html.indexOf('<main')).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const press = async (here: School, as: Member, path: string, form: Record<string, string> = {}) => {
  const answer = await here.request(path, { as, form })
  assert.equal(answer.status, 303, path)
  return answer.headers.get('location')!
}
const recordsOf = (here: School, { id }: Member, consent: string) => asAdmin(async client =>
  (await client.query<{ id: string; given: boolean; version: number; locale: string; manner: string; at: Date }>('select id, given, version, locale, manner, at from consent.records where site = $1 and person = $2 and consent = $3 order by number', [here.slug, id, consent])).rows)
const stands = (here: School, { id }: Member, consent: string, now = here.system.now) => here.inside(ctx => allowed({ ...ctx, now }, consent, id))

/** A learner who is reminded every day and whose review is on the page, both by consent. */
async function consenting(like: string) {
  const here = await school(like)
  await teach(here, [courseOf({ modules: [2] })])
  const [learner, operator] = [await learnerOf(here, 'light'), await here.staff('operator')]
  await planWeek(learner.ctx, { days: [1, 2, 3, 4, 5, 6, 7], remind: 'here', agree: true })
  await judgeReview(operator.ctx, { review: await writeReview(learner.ctx, { course: 'light', stars: 5, words: review, publish: true }), approve: 'yes' })
  const remind = async (day: number) => {
    await jobs.find(({ name }) => name === 'rhythm.remind')!.run({ ...here.system, now: evening(day) }, { about: '', person: null, signal: new AbortController().signal })
    await deliverEvents(work => here.inside(work, { ...here.system, now: evening(day) }), listeners)
  }
  const reminded = () => asAdmin(async client => (await client.query(`select about, made_at from notifications.notices where site = $1 and person = $2 and kind = 'planned-day'`, [here.slug, learner.id])).rows.map(({ made_at }) => (made_at as Date).toISOString()))
  const shown = async () => (await htmlOf(here, '/reviews')).includes(review)
  return { here, learner, remind, reminded, shown }
}

/** The page says it is kept, as the promise that names this id is checked. */
async function kept(here: School, id: string) {
  const promise = here.policy.promises.find(({ keeps }) => keeps.includes(id))!
  const found = await checkPromise(here.system, promise)
  assert.equal(found.state, 'kept', found.figure.en)
}

test('MQ-046 consent is asked before a function takes more, naming what and why; refused, nothing is stored and the rest works; given, it is no later than the data', async () => {
  const here = await school('masteryn-quest')
  await teach(here, [courseOf()])
  const learner = await learnerOf(here, 'light')
  const form = await htmlOf(here, '/me/rhythm', learner)
  const { asks } = here.policy.consents!.find(({ id }) => id === reminders)!
  assert.ok(form.includes(asks.ru), 'the words name the days and the reminder')
  assert.match(form, /<input[^>]*type="checkbox"[^>]*name="agree"/)
  assert.doesNotMatch(/<input[^>]*name="agree"[^>]*>/.exec(form)![0], / checked/)
  const plans = () => asAdmin(async client => (await client.query('select chosen_at, remind_here from rhythm.plans where site = $1', [here.slug])).rows)
  const refused = await here.request('/me/rhythm', { as: learner, form: { days: ['2', '5'], remind: 'here' } })
  assert.equal(refused.status, 422)
  const page = await refused.text()
  assert.match(page, /Для напоминаний нужно ваше согласие/)
  assert.match(page, /name="days"[^>]*value="5"[^>]* checked/, 'what was typed stays')
  assert.deepEqual([await plans(), await recordsOf(here, learner, reminders)], [[], []])
  await press(here, learner, '/me/rhythm', { days: '2', remind: 'none' })
  assert.deepEqual((await plans()).map(({ remind_here }) => remind_here), [false], 'the rest works')
  await press(here, learner, '/me/rhythm', { days: '2', remind: 'here', agree: 'true' })
  const [[plan], [record]] = [await plans(), await recordsOf(here, learner, reminders)]
  assert.ok(plan!.remind_here && record!.at <= plan!.chosen_at, 'consent first')
  assert.deepEqual([record!.version, record!.locale, record!.manner], [1, 'ru', 'form'])
  await kept(here, 'MQ-046')
})

test('LP-070 each consent is withdrawn with as many clicks as it is given, its time is kept, and the next job leaves the person out', async () => {
  const { here, learner, remind, reminded, shown } = await consenting('landscape-photo')
  await remind(3)
  assert.equal((await reminded()).length, 1)
  for (const { id } of here.policy.consents!) {
    const clicks = async (last: 'give' | 'withdraw', to: string) => {
      const form = await press(here, learner, `/me/consents/${id}/switch`, { to }) // the switch
      assert.match(await htmlOf(here, form, learner), new RegExp(`action="/me/consents/${id}/${last}"`))
      await press(here, learner, `/me/consents/${id}/${last}`) // the button
      return 2
    }
    const [withdrawn, given] = [await clicks('withdraw', 'no'), await clicks('give', 'yes')]
    assert.ok(withdrawn <= given)
    await clicks('withdraw', 'no')
    const records = await recordsOf(here, learner, id)
    assert.deepEqual(records.map(({ given }) => given), [true, false, true, false])
    assert.ok(records.every(({ at }) => at.getTime() === here.system.now.getTime()), 'the time of the database')
  }
  await remind(4)
  assert.deepEqual([(await reminded()).filter(moment => moment > '2026-12-04').length, await shown()], [0, false])
  await kept(here, 'LP-070')
})

test('MX-053 a consent is withdrawn at once and without a reason, and a job that starts later skips the person', async () => {
  const { here, learner, remind, reminded } = await consenting('mexrontal')
  const page = await htmlOf(here, `/kk/me/consents/${reminders}`, learner)
  const form = /<form[^>]*\/withdraw"[^>]*>.*?<\/form>/s.exec(page)![0]
  assert.doesNotMatch(form, /<(textarea|select)|type="(text|radio|checkbox)"/, 'nothing is asked')
  await press(here, learner, `/kk/me/consents/${reminders}/withdraw`)
  assert.equal(await stands(here, learner, reminders), false)
  await remind(3)
  assert.deepEqual(await reminded(), [])
  const twice = await here.request(`/me/consents/${reminders}/withdraw`, { as: learner, form: {} })
  assert.equal(twice.status, 409)
  assert.deepEqual((await recordsOf(here, learner, reminders)).map(({ given, locale, manner }) => [given, locale, manner]), [[true, 'ru', 'form'], [false, 'kk', 'page']])
  await kept(here, 'MX-053')
})

test('CL-042 CL-043 what rests on consent has a switch, what does not has its ground; what will stop is named first, and exactly that stops', async () => {
  const { here, learner, remind, reminded, shown } = await consenting('cloudex-learning')
  const page = await htmlOf(here, '/me/consents', learner)
  const switches = [...page.matchAll(/action="\/me\/consents\/([\w-]+)\/switch"/g)].map(([, id]) => id)
  assert.deepEqual(switches, here.policy.consents!.map(({ id }) => id))
  assert.equal(page.match(/role="switch"/g)!.length, switches.length)
  const others = page.slice(page.indexOf('id="without-switch"'), page.indexOf('id="history"'))
  const rows = [...others.matchAll(/<tr role="row">.*?<\/tr>/gs)].map(([row]) => row)
  for (const { what, basis, category } of here.policy.data) {
    const row = rows.find(each => each.includes(`<li>${what.ru}</li>`))
    if (basis === 'consent') assert.equal(row, undefined, category)
    else assert.ok(row!.includes(lawProfile('kz').grounds[basis]!.what.ru), category)
  }
  assert.ok(here.policy.data.filter(({ basis }) => basis === 'consent').every(({ category }) => here.policy.consents!.some(({ data }) => data.includes(category))), 'nothing rests on a consent that has no switch')
  assert.doesNotMatch(others, /role="switch"/)
  const { stops } = here.policy.consents!.find(({ id }) => id === reminders)!
  const confirm = await htmlOf(here, await press(here, learner, `/me/consents/${reminders}/switch`, { to: 'no' }), learner)
  assert.ok(stops.every(each => confirm.includes(each.ru)))
  assert.equal(await stands(here, learner, reminders), true, 'nothing has changed before it is confirmed')
  await press(here, learner, `/me/consents/${reminders}/withdraw`)
  await remind(3)
  assert.deepEqual([await reminded(), await shown(), await stands(here, learner, publishing)], [[], true, true])
  at(evening(3))
  assert.match(plain(await htmlOf(here, '/me', learner)), /запланированных дней/, 'the plan itself goes on')
  at(noon)
  for (const id of ['CL-042', 'CL-043']) await kept(here, id)
})

test('WD-065 consent is withdrawn in the profile, or by the officer for whoever wrote; each time with its moment, and the job skips both', async () => {
  const { here, learner, remind, reminded } = await consenting('webstapero-dev-notes')
  const writer = await learnerOf(here, 'light')
  await planWeek(writer.ctx, { days: [3, 4], remind: 'mail', agree: true })
  const officer = await here.staff('privacy-officer')
  const request = await recordRequest(officer.ctx, { person: writer.id, kind: 'withdrawal', wish: 'Прошу больше не напоминать мне о занятиях.', at: here.system.now })
  assert.match(await htmlOf(here, `/privacy-office/requests/${request}`, officer), new RegExp(`/privacy-office/requests/${request}/consents`))
  const path = `/privacy-office/requests/${request}/consents/${reminders}/withdraw`
  assert.equal((await here.request(path, { as: learner, form: {} })).status, 403)
  await press(here, officer, path)
  await press(here, learner, `/me/consents/${reminders}/withdraw`)
  for (const [who, manner] of [[writer, 'request'], [learner, 'page']] as const) {
    const last = (await recordsOf(here, who, reminders)).at(-1)!
    assert.deepEqual([last.given, last.manner, last.at], [false, manner, here.system.now])
  }
  await remind(3)
  assert.deepEqual([await reminded(), await asAdmin(async client => (await client.query(`select 1 from notifications.notices where site = $1 and kind = 'planned-day'`, [here.slug])).rowCount)], [[], 0])
  await kept(here, 'WD-065')
})

test('a receipt keeps the words, their language and version, and what article 8(4) of the law lists; it is its person’s alone', async () => {
  const here = await school('cloudex-learning')
  const [learner, stranger] = [await here.learner({ name: 'Айгерім' }), await here.learner()]
  await press(here, learner, `/kk/me/consents/${publishing}/give`)
  const [record] = await recordsOf(here, learner, publishing)
  const consent = here.policy.consents!.find(({ id }) => id === publishing)!
  const page = await htmlOf(here, `/me/consents/receipts/${record!.id}`, learner)
  for (const words of [consent.asks.kk, here.policy.operator.bin, 'Айгерім', 'қазақша', 'на казахском'].slice(0, 3)) assert.ok(page.includes(words), words)
  const json = JSON.parse(await htmlOf(here, `/me/consents/receipts/${record!.id}/receipt.json`, learner))
  const [processing] = json.pii_processing
  assert.deepEqual([json.receipt_metadata.record_id, processing.language, processing.notice.text, processing.notice.version], [record!.id, 'kk', consent.asks.kk, 1])
  assert.equal(processing.notice.hash.value, createHash('sha256').update(consent.asks.kk).digest('hex'))
  assert.deepEqual(json.events.map((event: { event_state: string; event_time: string }) => [event.event_state, event.event_time]), [['consent given', here.system.now.toISOString()]])
  assert.deepEqual(Object.keys(json.law_94_v_article_8_4), ['operator', 'bin', 'subject', 'term', 'third_parties', 'cross_border', 'public_sources', 'data'])
  assert.deepEqual([json.law_94_v_article_8_4.subject, json.law_94_v_article_8_4.public_sources, json.law_94_v_article_8_4.third_parties], ['Айгерім', true, false])
  for (const path of ['', '/receipt.json']) assert.equal((await here.request(`/me/consents/receipts/${record!.id}${path}`, { as: stranger })).status, 403)
})

test('the copy holds every consent with its words, the log what was done, and the erasure leaves none of it', async () => {
  const { here, learner } = await consenting('masteryn-quest')
  await press(here, learner, `/me/consents/${publishing}/withdraw`)
  const rows = await copiedRows(here, learner, 'consent.records')
  const { asks, stops } = here.policy.consents!.find(({ id }) => id === publishing)!
  assert.deepEqual(rows.filter(row => row.consent === publishing).map(({ given, words }) => [given, words]), [[true, asks.ru], [false, stops.map(each => each.ru).join('\n')]])
  const log = await here.inside(async ctx => reveal(ctx, await ctx.db.selectFrom('audit.entries').select(['id', 'act', 'details']).where('subject', '=', learner.id).where('act', 'like', 'consent.%').execute()))
  assert.deepEqual(log.map(({ act, details }) => [act, details]), [['consent.withdraw', `${publishing} 1`]])
  await assert.rejects(here.inside(({ db }) => db.updateTable('consent.records').set({ given: true }).execute()), /permission denied/, 'a record is never changed')
  await eraseAtOnce(here.system, learner.id)
  assert.deepEqual([await recordsOf(here, learner, publishing), await recordsOf(here, learner, reminders)], [[], []])
})

test('words that changed are asked anew, and a term ends at its second', async () => {
  const manifest = readSite('mexrontal').manifest.replace('    public: true\n    version: 1\n', '    public: true\n    version: 1\n    for: P30D\n')
  const here = await school('mexrontal', { manifest })
  const learner = await here.learner()
  await press(here, learner, `/me/consents/${publishing}/give`)
  const end = here.system.now.getTime() + 30 * 86_400_000
  assert.deepEqual([await stands(here, learner, publishing, new Date(end - 1)), await stands(here, learner, publishing, new Date(end))], [true, false])
  const reworded = await here.inside(ctx => allowed({ ...ctx, policy: { ...ctx.policy, consents: ctx.policy.consents!.map(each => ({ ...each, version: 2 })) } }, publishing, learner.id))
  assert.equal(reworded, false)
  assert.equal(await here.inside(ctx => allowed({ ...ctx, policy: { ...ctx.policy, consents: [] } }, publishing, learner.id)), false, 'what a school does not ask for stands for nobody')
})
