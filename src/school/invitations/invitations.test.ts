// Beyond learning: only under a consent of its own, asked apart and unticked, and only for those whose consent stands when the job runs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse, stringify } from 'yaml'
import { deliverEvents } from '#platform/events/events.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { giveConsent, withdrawConsent } from '#trust/consent/consent.ts'
import { PolicyFaults, readPolicy } from '#trust/policy/policy.ts'
import { openTestDatabases, type School } from '#test/fixtures.ts'
import { typed } from '#test/schools.ts'
import { cookieIn } from '#test/visits.ts'
import { controls, jobs, listeners } from '../../product.ts'
import { readSite } from '../../site.ts'
import { inviteThose, writeInvitation } from './invitations.ts'

const { school, asAdmin } = await openTestDatabases()
const said = (ru: string, kk: string, en: string) => ({ ru, kk, en })
const words = { ru: 'Приглашаем на встречу выпускников.', kk: 'Түлектер кездесуіне шақырамыз.', en: 'You are invited to meet other learners.' }

/** A draft with a purpose beyond learning, and with or without its consent. */
function draft({ consent = true } = {}): string {
  const manifest = parse(readSite('masteryn-quest').manifest)
  manifest.purposes.push({ id: 'meetings', serves: 'beyond', what: said('Встречи вне учёбы', 'Оқудан тыс кездесулер', 'Meetings outside learning') })
  for (const { use } of manifest.chapters.flatMap((chapter: any) => chapter.promises)) if (use?.subject === 'purposes') use.only?.push('meetings') // the list that the school promises grows with it
  if (consent) manifest.consents.push({
    id: 'meetings', purpose: 'meetings', data: ['communication.mail'], recipients: [], public: false, version: 1, 'at-sign-up': true,
    title: said('Приглашения на встречи', 'Кездесуге шақырулар', 'Invitations to meetings'),
    asks: said('Я разрешаю приглашать меня на встречи.', 'Мені кездесулерге шақыруға рұқсат беремін.', 'I allow the school to invite me to meetings.'),
    stops: [said('Приглашения не приходят.', 'Шақырулар келмейді.', 'No invitations come.')],
  })
  return stringify(manifest, { lineWidth: 0 })
}

const born = { 'birth_date-year': '1990', 'birth_date-month': '1', 'birth_date-day': '1' }
async function run(here: School) {
  await jobs.find(({ name }) => name === 'invitations.send')!.run(here.system, { about: '', person: null, signal: new AbortController().signal })
  await deliverEvents(work => here.inside(work), listeners)
}
const told = (here: School) => asAdmin(async client => (await client.query<{ person: string }>(`select person from notifications.notices where site = $1 and kind = 'invitation'`, [here.slug])).rows.map(({ person }) => person))

test('MQ-073 a purpose beyond learning needs its own consent: asked apart and unticked at sign-up, and its job leaves out everybody without it', async () => {
  assert.throws(() => readPolicy(draft({ consent: false }), controls), (error: PolicyFaults) => /goes beyond learning/.test(error.faults[0]!.says.en))
  const here = await school('masteryn-quest', { manifest: draft() })
  const age = cookieIn(await here.request('/sign-up/age', { form: born }), 'age')
  const form = await (await here.request('/sign-up', { headers: { cookie: age } })).text()
  const box = /<input[^>]*name="consent_meetings"[^>]*>/.exec(form)![0]
  assert.ok(box.includes('type="checkbox"') && !/ checked/.test(box) && form.includes('Я разрешаю приглашать меня на встречи.'))
  assert.match(form, /<input[^>]*name="agree"/, 'the agreement with the policy is another box')
  const join = async (login: string, more: Record<string, string>) => {
    const { birth_date: _, ...rest } = typed(here) as Record<string, string>
    assert.equal((await here.request('/sign-up', { form: { ...rest, ...born, login, ...more }, headers: { cookie: age } })).status, 303)
  }
  await join('agreeing', { consent_meetings: 'true' })
  await join('silent', {})
  const records = await asAdmin(async client => (await client.query<{ person: string; given: boolean; manner: string }>(`select person, given, manner from consent.records where site = $1 and consent = 'meetings'`, [here.slug])).rows)
  assert.deepEqual(records.map(({ given, manner }) => [given, manner]), [[true, 'form']])
  const [never, regretting, later] = [await here.learner(), await here.learner(), await here.learner()]
  for (const { ctx } of [regretting, later]) await giveConsent(ctx, { consent: 'meetings' })
  const operator = await here.staff('operator')
  assert.equal((await here.request('/office/invitations', { as: operator, form: { consent: 'meetings', ...words } })).status, 303)
  await withdrawConsent(regretting.ctx, { consent: 'meetings' })
  await run(here)
  await run(here)
  assert.deepEqual((await told(here)).toSorted(), [records[0]!.person, later.id].toSorted(), 'once, and nobody without consent')
  const [{ id }] = await asAdmin(async client => (await client.query<{ id: string }>('select id from invitations.invitations where site = $1', [here.slug])).rows) as [{ id: string }]
  assert.match(await (await here.request(`/kk/invitations/${id}`, { as: later })).text(), /Түлектер кездесуіне/)
  for (const as of [never, regretting]) assert.equal((await here.request(`/invitations/${id}`, { as })).status, 403)
  const found = await checkPromise(here.system, here.policy.promises.find(({ keeps }) => keeps.includes('MQ-073'))!)
  assert.equal(found.state, 'kept', found.figure.en)
})

test('an invitation goes under no other consent, from nobody but the operator, and is sent once', async () => {
  const here = await school('masteryn-quest', { manifest: draft() })
  const [operator, teacher] = [await here.staff('operator'), await here.staff('teacher')]
  await assert.rejects(writeInvitation(operator.ctx, { consent: 'study-reminders', ...words }), { status: 422, code: 'invitations.not-for-this' })
  await assert.rejects(writeInvitation(teacher.ctx, { consent: 'meetings', ...words }), { status: 403 })
  const invitation = await writeInvitation(operator.ctx, { consent: 'meetings', ...words })
  assert.equal(await inviteThose(here.system, { invitation }), 0)
  await assert.rejects(inviteThose(here.system, { invitation }), { status: 404 })
  const plain = await school('masteryn-quest')
  const theirs = await plain.staff('operator')
  assert.match(await (await plain.request('/office/invitations', { as: theirs })).text(), /не называет ни одной цели за пределами учёбы/)
})
