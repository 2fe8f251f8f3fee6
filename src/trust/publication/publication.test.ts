// Versions of a policy: announced in time, in force at their moment, never edited, agreed with by use.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smallManifest } from '#test/small-manifest.ts'
import { openTestDatabases, type School } from '#test/fixtures.ts'
import { sendDue } from '#platform/mail/mail.ts'
import { PolicyFaults } from '#trust/policy/policy.ts'
import { acceptancesOf, acceptAtRegistration, announceVersion, noteUse, noticesAt, noticesOf, policyAt, settleNotices, versionsOf } from './publication.ts'

const { school, at } = await openTestDatabases()
const on = (date: string, time = '12:00') => new Date(`${date}T${time}:00+05:00`)
const small = () => school('mexrontal', { manifest: smallManifest() })

type Json = Record<string, any>
const changed = (effective: string, { affects = 'rights-or-uses', reason = 'functions', more = (_: Json) => {} } = {}) => smallManifest(policy => {
  policy.effective = effective
  policy.chapters[0].promises[0].retain.for = 'P2Y'
  if (reason) policy.change = { reason, affects, summary: { ru: 'Храним меньше', kk: 'Азырақ сақтаймыз', en: 'We keep for less' } }
  more(policy)
})
const announce = (here: School, effective: string, now: Date, how = {}) => announceVersion(here.as({ person: null, role: 'system' }, now), { text: changed(effective, how) })
const versions = (here: School) => here.inside(ctx => versionsOf(ctx.db))
const letters = (here: School) => here.inside(ctx => ctx.db.selectFrom('mail.letters').select(['person', 'template', 'sent_at']).where('template', '=', 'publication.changed').execute())
const deliver = (here: School, now: Date, refuse: (to: string) => boolean = () => false) => {
  const ctx = here.as({ person: null, role: 'system' }, now)
  const send = async ({ to }: { to: string }) => { if (refuse(to)) throw new Error('no mailbox') }
  const template = async (_: unknown, { person }: { person: string }) => ({ to: person, subject: '', text: '' })
  return sendDue(ctx, work => here.inside(work, ctx), { 'publication.changed': template }, { works: true, host: undefined, send, close() {} }, async data => data)
}

test('the first manifest applies at once, under the date it bears', async () => {
  const here = await small()
  const [first] = await versions(here)
  assert.deepEqual([first!.number, first!.inForceFrom.toISOString()], [1, '2026-01-11T19:00:00.000Z'])
  assert.equal(here.policy.version.number, 1)
})

test('the same meaning in other lines is no new version', async () => {
  const here = await small()
  const book = await here.open(on('2026-12-10'), { manifest: '# looked through\n' + smallManifest(policy => { policy.data.reverse() }) })
  assert.equal(book.book.versions.length, 1)
})

test('a substantial change is announced fourteen days ahead: the thirteenth is refused, the fourteenth is not', async () => {
  const here = await small()
  await assert.rejects(announce(here, '2026-12-16', on('2026-12-03')), { code: 'publication.too-soon' })
  assert.equal((await versions(here)).length, 1)
  const { from } = await announce(here, '2026-12-17', on('2026-12-03'))
  assert.equal(from.toISOString(), on('2026-12-17').toISOString(), 'fourteen full days after the announcement, to the second')
})

test('a detail may be announced for today, and still leaves a date, a reason and an entry in the archive', async () => {
  const here = await small()
  await announce(here, '2026-12-03', on('2026-12-03'), { affects: 'details', reason: 'law' })
  const [, second] = await versions(here)
  assert.deepEqual([second!.reason, second!.affects, second!.inForceFrom.toISOString()], ['law', 'details', on('2026-12-03').toISOString()])
})

test('a change without a reason or a date is refused, and so is one that changes nothing', async () => {
  const here = await small()
  const system = here.as({ person: null, role: 'system' }, on('2026-12-03'))
  await assert.rejects(announceVersion(system, { text: changed('2027-01-10', { reason: '' }) }), { code: 'publication.reason-needed' })
  await assert.rejects(announceVersion(system, { text: changed('2027-01-10', { reason: 'because' }) }), PolicyFaults)
  await assert.rejects(announceVersion(system, { text: changed('2027-01-10', { more: policy => { delete policy.effective } }) }), PolicyFaults)
  await assert.rejects(announceVersion(system, { text: smallManifest() }), { code: 'publication.no-change' })
  assert.equal((await versions(here)).length, 1)
})

test('only the operator may announce, and it is recorded', async () => {
  const here = await small()
  const learner = await here.learner()
  await assert.rejects(announceVersion(learner.ctx, { text: changed('2027-01-10') }), { status: 403 })
  const operator = await here.staff('operator')
  await announceVersion(operator.ctx, { text: changed('2027-01-10') })
  await assert.rejects(announceVersion(operator.ctx, { text: changed('2027-01-10') }), { code: 'publication.no-change' })
  const rows = await here.inside(ctx => ctx.db.selectFrom('audit.entries').select(['actor', 'outcome']).where('act', '=', 'publication.announce').where('actor', '=', operator.id).execute())
  assert.ok(rows.some(({ outcome }) => outcome === 'done'))
})

test('two who announce at once: one does, the other is told', async () => {
  const here = await small()
  const both = await Promise.allSettled([announce(here, '2027-01-10', on('2026-12-03')), announce(here, '2027-01-10', on('2026-12-03'))])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  assert.equal((await versions(here)).length, 2)
})

test('a published version cannot be edited in place, not even by the application itself', async () => {
  const here = await small()
  await assert.rejects(here.inside(ctx => ctx.db.updateTable('publication.versions').set({ reason: 'law' }).execute()), /permission denied/)
  await assert.rejects(here.inside(ctx => ctx.db.deleteFrom('publication.versions').execute()), /permission denied/)
})

test('everyone is told in their own interface and by letter; letters that come late move the moment', async () => {
  const here = await small()
  const [one, other] = [await here.learner(), await here.learner()]
  await announce(here, '2026-12-20', on('2026-12-03'))
  const notices = await here.inside(async ctx => [await noticesOf(ctx.db, one.id), await noticesOf(ctx.db, other.id)])
  assert.deepEqual(notices.map(list => list.map(({ way }) => way).sort()), [['e-mail', 'in-app'], ['e-mail', 'in-app']])
  assert.equal((await letters(here)).length, 2)
  const settle = (now: Date) => settleNotices(here.as({ person: null, role: 'system' }, now))

  await deliver(here, on('2026-12-04'), to => to === other.id)
  await settle(on('2026-12-05'))
  assert.equal((await versions(here))[1]!.inForceFrom.toISOString(), on('2026-12-20', '00:00').toISOString(), 'there is still time')
  await settle(on('2026-12-08'))
  assert.ok((await versions(here))[1]!.inForceFrom > on('2026-12-22'), 'a letter not delivered in time moves the date')
  await deliver(here, on('2026-12-10'))
  await settle(on('2026-12-10'))
  const moved = (await versions(here))[1]!.inForceFrom
  assert.ok(moved >= on('2026-12-24'), 'fourteen full days after the last delivery')
  await settle(on('2026-12-10'))
  assert.equal((await versions(here))[1]!.inForceFrom.toISOString(), moved.toISOString(), 'twice is harmless')
})

test('without the mark that rights or uses change there is only the bar', async () => {
  const here = await small()
  const learner = await here.learner()
  await announce(here, '2026-12-20', on('2026-12-03'), { affects: 'details' })
  assert.deepEqual(await here.inside(ctx => noticesOf(ctx.db, learner.id)), [])
  assert.deepEqual(await letters(here), [])
  const { book } = await here.open(on('2026-12-03'))
  assert.deepEqual(noticesAt(book, on('2026-12-03')).map(({ version, summary }) => [version, summary.en]), [[2, 'We keep for less']])
})

test('the page shows the old version with a notice, and the new one from its moment on', async () => {
  const here = await small()
  await announce(here, '2026-12-20', on('2026-12-03'))
  const { book } = await here.open(on('2026-12-03'), { manifest: changed('2026-12-20') })
  const page = async (now: Date) => { at(now); return (await here.request('/en/privacy')).text() }
  const before = await page(on('2026-12-19', '23:59'))
  assert.match(before, /3\u00a0years/)
  assert.match(before, /From 20 December 2026 at 00:00 GMT\+5 the policy changes: We keep for less/)
  assert.equal(policyAt(book, on('2026-12-19', '23:59')).version.number, 1)
  const after = await page(on('2026-12-20', '00:00'))
  assert.match(after, /2\u00a0years/)
  assert.doesNotMatch(after, /the policy changes/)
  assert.equal(policyAt(book, on('2026-12-20', '00:00')).version.number, 2)
  at(on('2026-12-03'))
})

test('the archive shows every version, its reason, and the difference between any two', async () => {
  const here = await small()
  await announce(here, '2026-12-20', on('2026-12-03'))
  const archive = await (await here.request('/en/privacy/versions')).text()
  for (const piece of ['Version 1', 'Version 2', 'the functions changed', '<del>Храним 3\u00a0years', '<ins>Храним 2\u00a0years', 'The rule by which the software works has changed.']) assert.ok(archive.includes(piece), piece)
  assert.match(await (await here.request('/en/privacy/versions/1')).text(), /3\u00a0years/)
  assert.match(await (await here.request('/en/privacy/versions/2')).text(), /This is not the version in force/)
  assert.equal((await here.request('/en/privacy/versions/3')).status, 404)
})

test('a draft that cannot be announced leaves the version in force standing and says why', async () => {
  const here = await small()
  const { book, policy } = await here.open(on('2026-12-03'), { manifest: changed('2026-12-05') })
  assert.match(book.refused!.en, /date is too near/)
  assert.equal(policy.version.number, 1)
  assert.match((await here.open(on('2026-12-03'), { manifest: smallManifest(policy => { policy.data = [] }) })).book.refused!.en, /data/)
})

test('registration with another version than the one in force is refused', async () => {
  const here = await small()
  const learner = await here.learner()
  await assert.rejects(here.inside(ctx => acceptAtRegistration(ctx, learner.id, 2), learner.ctx), { status: 422, code: 'publication.other-version' })
  await here.inside(ctx => acceptAtRegistration(ctx, learner.id, 1), learner.ctx)
  await here.inside(ctx => acceptAtRegistration(ctx, learner.id, 1), learner.ctx)
  assert.deepEqual((await here.inside(ctx => acceptancesOf(ctx.db, learner.id))).map(({ version, manner }) => [version, manner]), [[1, 'registration']])
})

test('use after the moment of a version is agreement with it, use before is not', async () => {
  const here = await small()
  const learner = await here.learner()
  await announce(here, '2026-12-20', on('2026-12-03'))
  const { book } = await here.open(on('2026-12-03'), { manifest: changed('2026-12-20') })
  const use = (now: Date) => noteUse({ ...learner.ctx, policy: policyAt(book, now), now })
  const agreed = async () => (await here.inside(ctx => acceptancesOf(ctx.db, learner.id))).map(({ version, manner, acceptedAt }) => [version, manner, acceptedAt.toISOString()])
  await use(on('2026-12-19', '23:59'))
  assert.deepEqual(await agreed(), [])
  await use(on('2026-12-20', '08:00'))
  await use(on('2026-12-21', '08:00'))
  assert.deepEqual(await agreed(), [[2, 'continued-use', on('2026-12-20', '08:00').toISOString()]])
})
