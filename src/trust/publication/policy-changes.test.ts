// How each school changes its policy, and what its people have agreed with.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { parse, stringify } from 'yaml'
import { openTestDatabases, type School } from '#test/fixtures.ts'
import { schoolOf, typed } from '#test/schools.ts'
import { sendDue } from '#platform/mail/mail.ts'
import { eraseMe } from '#trust/rights/rights.ts'
import { PolicyFaults, readPolicy } from '#trust/policy/policy.ts'
import { announcePolicyChange } from './announce-policy-change.ts'
import { cliCommands } from './cli.ts'
import { acceptancesOf, announceVersion, complianceOf, driftOf, noticesOf, settleNotices, versionsOf } from './publication.ts'
import { controls } from '../../product.ts'

const ground = await openTestDatabases()
const { at, asAdmin } = ground
/** As it stands, without the change that a school may have announced. */
const open = (slug: string) => existsSync(`sites/${slug}/policy.yaml`) ? ground.school(slug, { next: undefined }) : schoolOf(ground, slug)
const on = (date: string, time = '12:00') => new Date(`${date}T${time}:00+05:00`)
const day = 86_400_000
type Json = Record<string, any>

const manifestOf = async (here: School) => parse((await here.inside(ctx => ctx.db.selectFrom('publication.versions').select('manifest').where('number', '=', 1).executeTakeFirstOrThrow())).manifest) as Json
const written = (manifest: Json) => stringify(manifest, { lineWidth: 0, aliasDuplicateObjects: false })
async function changed(here: School, effective: string, { affects = 'rights-or-uses', reason = 'functions', more = (_: Json) => {} } = {}) {
  const manifest = await manifestOf(here)
  Object.assign(manifest, { effective, change: { reason, affects, summary: { ru: 'Меняем слово', kk: 'Сөзді өзгертеміз', en: 'We change a word' } } })
  manifest.summary[0].en += ' indeed'
  more(manifest)
  return written(manifest)
}
const system = (here: School, now: Date) => here.as({ person: null, role: 'system' }, now)
const announce = async (here: School, effective: string, now: Date, how = {}) => {
  const announced = await announceVersion(system(here, now), { text: await changed(here, effective, how) })
  await here.open(now)
  return announced
}
const versions = (here: School) => here.inside(ctx => versionsOf(ctx.db))
const page = async (here: School, path: string, now: Date, as?: Awaited<ReturnType<School['learner']>>) => {
  at(now)
  try { return await (await here.request(path, as ? { as } : {})).text() } finally { at(on('2026-12-03')) }
}
const deliver = (here: School, now: Date, refuse: (person: string) => boolean = () => false) => {
  const ctx = system(here, now)
  const send = async ({ to }: { to: string }) => { if (refuse(to)) throw new Error('no mailbox') }
  return sendDue(ctx, work => here.inside(work, ctx), { 'publication.changed': async (_: unknown, { person }: { person: string }) => ({ to: person, subject: '', text: '' }) },
    { works: true, host: undefined, send, close() {} }, async data => data)
}
const letters = (here: School) => here.inside(ctx => ctx.db.selectFrom('mail.letters').select(['person', 'sent_at', 'outcome', 'attempts']).where('template', '=', 'publication.changed').execute())

test('MX-081 a substantial change: day 13 is refused, on day 14 letters to all have been there 14 full days; those not delivered are tried again and move the date', async () => {
  const here = await open('mexrontal')
  const people = [await here.learner(), await here.learner(), await here.staff()]
  await assert.rejects(announce(here, '2026-12-16', on('2026-12-03')), { code: 'publication.too-soon', facts: { earliest: '2026-12-17' } })
  assert.deepEqual(await letters(here), [])
  await announce(here, '2026-12-17', on('2026-12-03'))
  assert.deepEqual((await letters(here)).map(({ person }) => person).sort(), people.map(({ id }) => id).sort())

  await deliver(here, on('2026-12-03', '12:05'), person => person === people[0]!.id)
  await settleNotices(system(here, on('2026-12-03', '12:10')))
  const waiting = await letters(here)
  assert.equal(waiting.filter(({ sent_at }) => sent_at).length, 2)
  assert.ok(waiting.some(({ sent_at, outcome, attempts }) => !sent_at && !outcome && attempts > 0), 'listed, and tried again')
  await deliver(here, on('2026-12-04', '09:00'))
  await settleNotices(system(here, on('2026-12-04', '09:01')))
  const { inForceFrom } = (await versions(here))[1]!
  for (const { sent_at } of await letters(here)) assert.ok(inForceFrom.getTime() - sent_at!.getTime() >= 14 * day)
  assert.ok(inForceFrom > on('2026-12-17'), 'the failed letter moved the date')
  assert.equal((await here.inside(ctx => announcePolicyChange.prove({ of: 'substantial', ahead: 'P14D', by: ['e-mail'] }, ctx), system(here, on('2026-12-20')))).state === 'broken', false)
})

test('MX-080 the archive keeps every version with its reason and dates, and the text in force cannot be edited in place', async () => {
  const here = await open('mexrontal')
  await announce(here, '2026-12-20', on('2026-12-03'), { reason: 'law' })
  assert.deepEqual((await versions(here)).map(({ reason }) => reason), ['operation', 'law'])
  const archive = await page(here, '/en/privacy/versions', on('2026-12-03'))
  for (const piece of ['the law changed', '20 December 2026', '3 December 2026']) assert.ok(archive.includes(piece), piece)
  const operator = await here.staff('operator')
  for (const method of ['PUT', 'PATCH', 'DELETE', 'POST']) assert.ok([404, 405].includes((await here.request('/api/v1/policy', { method, as: operator, headers: { origin: here.address.origin } })).status), method)
  for (const change of ["update publication.versions set manifest = ''", 'delete from publication.versions', "update publication.moments set in_force_from = now()"])
    await assert.rejects(here.inside(async ({ db }) => (await import('kysely')).sql.raw(change).execute(db)), /permission denied/)
})

test('MX-082 the coming version can be read on the page from its announcement on, and the date shown is that of the database', async () => {
  const here = await open('mexrontal')
  const { from } = await announce(here, '2026-12-20', on('2026-12-03'))
  const now = await page(here, '/en/privacy', on('2026-12-03'))
  assert.match(now, /href="\/en\/privacy\/versions\/2"/)
  const coming = await page(here, '/en/privacy/versions/2', on('2026-12-03'))
  assert.match(coming, / indeed/)
  assert.match(coming, new RegExp(`<time datetime="${from.toISOString()}">20 December 2026`))
  assert.match(await page(here, '/en/privacy', on('2026-12-20')), new RegExp(`<time datetime="${from.toISOString()}">20 December 2026 at 00:00 GMT\\+5</time>`), 'with the hour and the zone')
})

const manner: Record<string, string> = { mexrontal: 'MX-083', 'masteryn-quest': 'MQ-126', 'webstapero-dev-notes': 'WD-073' }
for (const [slug, ids] of Object.entries(manner)) {
  test(`${ids} ${slug}: the first signed-in use after the date is written down as agreement by continued use; use before it is not`, async () => {
    const here = await open(slug)
    const [learner, leaving] = [await here.learner(), await here.learner()]
    const { from } = await announce(here, '2026-12-20', on('2026-12-03'))
    await page(here, '/en/me/data', on('2026-12-12'), learner) // or the session would have gone to sleep
    const use = async (now: Date) => {
      await page(here, '/en/privacy', now, learner)
      for (let wait = 0; wait < 20; wait++) await new Promise(done => setTimeout(done, 10))
      return here.inside(ctx => acceptancesOf(ctx.db, learner.id))
    }
    assert.deepEqual(await use(new Date(from.getTime() - 60_000)), [])
    await eraseMe({ ...leaving.ctx, now: new Date(from.getTime() - 60_000) }, { sure: true })
    const used = new Date(from.getTime() + 60_000)
    assert.deepEqual(await use(used), [{ version: 2, manner: 'continued-use', acceptedAt: used }])
    assert.deepEqual((await use(new Date(used.getTime() + day)))[0]!.acceptedAt, used, 'the first use counts')
  })
}

test('MQ-119 every version has a reason of operation, law or functions; without one it is not published', async () => {
  const here = await open('masteryn-quest')
  for (const reason of ['', 'because']) await assert.rejects(announce(here, '2027-01-10', on('2026-12-03'), { reason }), PolicyFaults)
  const text = written(Object.assign(await manifestOf(here), { effective: '2027-01-10', name: { ru: 'Другое', kk: 'Басқа', en: 'Other' } }))
  await assert.rejects(announceVersion(system(here, on('2026-12-03')), { text }), { code: 'publication.reason-needed' })
  for (const [index, reason] of ['operation', 'law', 'functions'].entries())
    await announce(here, `2027-01-1${index}`, on('2026-12-03'), { reason, more: (manifest: Json) => { manifest.summary[1].en += ` ${reason}` } })
  assert.deepEqual((await versions(here)).slice(1).map(({ reason }) => reason), ['operation', 'law', 'functions'])
})

test('MQ-120 the archive is open to everyone, with every past version and the difference between any two', async () => {
  const here = await open('masteryn-quest')
  await announce(here, '2026-12-20', on('2026-12-03'))
  await announce(here, '2026-12-25', on('2026-12-03'), { more: (manifest: Json) => { manifest.purposes[0].what.en = 'Learning together' } })
  const [two, three] = [await page(here, '/en/privacy/versions?from=1&to=2', on('2026-12-30')), await page(here, '/en/privacy/versions?from=1&to=3', on('2026-12-30'))]
  assert.match(two, /<ins>[^<]* indeed<\/ins>/)
  assert.doesNotMatch(two, /Learning together/)
  assert.match(three, /<ins>Learning together<\/ins>/)
  for (const number of [1, 2, 3]) assert.match(await page(here, `/en/privacy/versions/${number}`, on('2026-12-30')), new RegExp(`Version ${number}`))
})

test('MQ-121 MQ-122 MQ-123 users know ahead: a bar outside and inside with date and summary, the old text until the moment, an earlier date than the lead is refused', async () => {
  const here = await open('masteryn-quest')
  const learner = await here.learner()
  await assert.rejects(announce(here, '2026-12-10', on('2026-12-03')), { code: 'publication.too-soon' })
  await announce(here, '2026-12-20', on('2026-12-03'))
  const notices = await here.inside(ctx => noticesOf(ctx.db, learner.id))
  assert.ok(notices.length && notices.every(({ madeAt }) => madeAt < on('2026-12-20')))
  for (const [path, as] of [['/en/privacy'], ['/en/trust'], ['/en/me/data', learner]] as const)
    assert.match(await page(here, path, on('2026-12-04'), as), /From 20 December 2026 at 00:00 GMT\+5 the policy changes: We change a word/, path)
  assert.doesNotMatch(await page(here, '/en/privacy', on('2026-12-19', '23:59')), / indeed/)
  const after = await page(here, '/en/privacy', on('2026-12-20', '00:00'))
  assert.match(after, / indeed/)
  assert.doesNotMatch(after, /From 20 December 2026 at 00:00 GMT\+5 the policy changes/)
})

test('MQ-125 a change of rights or uses brings each person a notice of their own with its time; any other brings the bar only', async () => {
  const here = await open('masteryn-quest')
  const [one, other] = [await here.learner(), await here.learner()]
  await announce(here, '2026-12-20', on('2026-12-03'), { affects: 'details' })
  for (const { id } of [one, other]) assert.deepEqual(await here.inside(ctx => noticesOf(ctx.db, id)), [])
  await announce(here, '2026-12-25', on('2026-12-04'), { more: (manifest: Json) => { manifest.summary[2].en += ' really' } })
  for (const { id } of [one, other]) {
    const [notice] = (await here.inside(ctx => noticesOf(ctx.db, id))).filter(({ way }) => way === 'in-app')
    assert.deepEqual([notice!.version, notice!.madeAt], [3, on('2026-12-04')])
  }
})

test('WD-070 even a small change is published with a new date and an entry in the archive; no silent edit is possible', async () => {
  const here = await open('webstapero-dev-notes')
  await announce(here, '2026-12-04', on('2026-12-03'), { affects: 'details' })
  assert.match(await page(here, '/en/privacy/versions', on('2026-12-03')), /4 December 2026[^]*We change a word/)
  const silent = await manifestOf(here)
  silent.summary[0].en += ' silently'
  const { book } = await here.open(on('2026-12-05'), { manifest: written(silent) })
  assert.equal(book.versions.length, 2, 'a file that was changed without a word to anyone is not what applies')
  assert.match(book.refused!.en, /Say why/)
  assert.doesNotMatch(await page(here, '/en/privacy', on('2026-12-05')), /silently/)
})

const registering: Record<string, string> = { 'landscape-photo': 'LP-003', mexrontal: 'MX-003', 'webstapero-dev-notes': 'WD-008' }
for (const [slug, ids] of Object.entries(registering)) {
  test(`${ids} ${slug}: registration stores the version, the time and the manner of agreement; without it the form and the API refuse`, async () => {
    const here = await open(slug)
    const { age } = here.policy
    const cookie = age === 'none' ? '' : (await here.request('/sign-up/age', { form: { age: 'adult' } })).headers.getSetCookie().map(each => each.split(';')[0]).join('; ')
    const form = await (await here.request('/en/sign-up', { headers: { cookie } })).text()
    assert.match(form, /href="\/en\/privacy\/versions\/1"/)
    const { agree: _, ...without } = typed(here)
    assert.equal((await here.request('/sign-up', { form: without, headers: { cookie } })).status, 422)
    const said = age !== 'none' && age.asks === 'statement' ? { age: 'adult' } : {}
    assert.equal((await here.request('/api/v1/people', { method: 'POST', body: JSON.stringify({ ...without, ...said }), headers: { 'content-type': 'application/json' } })).status, 422)
    assert.equal((await here.request('/sign-up', { form: { ...typed(here), policy: '2' }, headers: { cookie } })).status, 422, 'another version than the one in force')
    assert.deepEqual(await here.inside(({ db }) => db.selectFrom('accounts.people').select('id').execute()), [])

    assert.equal((await here.request('/sign-up', { form: typed(here), headers: { cookie } })).status, 303)
    const [{ id } = { id: '' }] = await here.inside(({ db }) => db.selectFrom('accounts.people').select('id').execute())
    const [agreed] = await here.inside(ctx => acceptancesOf(ctx.db, id))
    assert.deepEqual([agreed!.version, agreed!.manner, agreed!.acceptedAt], [1, 'registration', on('2026-12-03')])
    assert.equal((await here.inside(({ db }) => db.selectFrom('publication.acceptances').selectAll().execute())).length, 1, 'a mere visit agrees with nothing')
  })
}

const check = cliCommands.find(({ name }) => name === 'site check')!
const checked = (here: School, slug: string) => check.run({ args: { slug }, flags: {}, locale: 'en', sites: [slug], site: slug, system: () => system(here, on('2026-12-03')), act: async () => here.system, path: (name: string) => name, progress() {} } as never)

test('MQ-005 the coverage check maps every column with personal data to a declared kind; an undeclared column fails it by name', async () => {
  const here = await open('masteryn-quest')
  await here.learner()
  const drift = async () => (await driftOf({ ...system(here, on('2026-12-03')), map: await asAdmin((await import('#trust/data-map/data-map.ts')).readDataMap) })).filter(({ kind }) => kind === 'column').map(({ name }) => name)
  assert.deepEqual(await drift(), [])
  await asAdmin(client => client.query(`alter table accounts.people add column shoe_size database.sealed; comment on column accounts.people.shoe_size is 'data: body.size; export: yes; erase: row; sealed'`))
  assert.deepEqual(await drift(), ['accounts.people.shoe_size'])
  await asAdmin(client => client.query('alter table accounts.people drop column shoe_size'))
})

test('MQ-006 a recipient in a draft changes page and behaviour at its date; the drift check is clean, and not with a processor that nobody names', async () => {
  const here = await open('mexrontal')
  const recipient = { id: 'courier', name: { ru: 'Курьер', kk: 'Курьер', en: 'Courier' }, function: { ru: 'Носит письма', kk: 'Хат тасиды', en: 'Carries letters' }, country: 'KZ', ground: 'operation', data: ['account.email'], fields: ['to'], purpose: 'contact', hosts: ['courier.example'], standard: 'ISO', agreement: { number: '7', until: '2030-01-01' }, certificate: { number: '8', until: '2030-01-01' }, assessment: { by: 'Дана', on: '2026-01-10', result: 'fit' } }
  await announce(here, '2026-12-20', on('2026-12-03'), { more: (manifest: Json) => { manifest.recipients.push(recipient) } })
  assert.doesNotMatch(await page(here, '/en/privacy', on('2026-12-19')), /Courier/)
  assert.match(await page(here, '/en/privacy', on('2026-12-20')), /Courier/)
  const clean = await checked(here, 'mexrontal')
  assert.deepEqual((clean.json as Json).drift.filter(({ kind }: Json) => kind === 'recipient' || kind === 'column' || kind === 'job'), [], clean.said.join('\n'))
  process.env.SMTP_URL = 'smtp://courier.example'
  const withRecipients = await driftOf({ ...system(here, on('2026-12-03')), policy: { ...here.policy, recipients: [] } })
  delete process.env.SMTP_URL
  assert.deepEqual(withRecipients.filter(({ kind }) => kind === 'recipient').map(({ kind, name }) => [kind, name]), [['recipient', 'courier.example']])
})

test('MQ-072 WD-029 the report of legal duties names the data each uses and its ground', async () => {
  for (const slug of ['masteryn-quest', 'webstapero-dev-notes']) {
    const here = await open(slug)
    const { duties, data } = complianceOf(here.policy, [])
    for (const { data: used, article } of duties) assert.ok(used.length && article.ru !== article.en)
    assert.equal(data.length, here.policy.data.length)
    assert.ok(data.every(({ article }) => article.en.length > 5))
  }
})

test('WD-055 every kind of data has a purpose and an end; a manifest without one is not published', async () => {
  const here = await open('webstapero-dev-notes')
  for (const { purposes, term } of here.policy.data) assert.ok(purposes.length && term)
  for (const part of ['term', 'purposes']) {
    const manifest = await manifestOf(here)
    delete manifest.data[0][part]
    assert.throws(() => readPolicy(written(manifest), controls), (error: PolicyFaults) => error.message.includes(`"${part}" is missing`))
  }
})
