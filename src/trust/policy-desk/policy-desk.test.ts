// From a draft on the desk to a version in force: what is refused, what is shown, by whose hands.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse, stringify } from 'yaml'
import { sendDue } from '#platform/mail/mail.ts'
import { openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { schoolOf } from '#test/schools.ts'
import { announceVersion, versionsOf, withdrawVersion } from '#trust/publication/publication.ts'
import { retryLetters, saveDraft } from './policy-desk.ts'

const ground = await openTestDatabases()
const { at } = ground
const place = '/privacy-office/policy'
const on = (date: string, time = '12:00') => new Date(`${date}T${time}:00+05:00`)
type Json = Record<string, any>

async function staffed(slug: string) {
  const here = await schoolOf(ground, slug)
  const text = (await here.inside(({ db }) => db.selectFrom('publication.versions').select('manifest').executeTakeFirstOrThrow())).manifest
  const [officer, second, operator, learner] = await Promise.all([here.staff('privacy-officer'), here.staff('privacy-officer'), here.staff('operator'), here.learner()])
  return { here, officer, second, operator, learner, text }
}
function changed(text: string, more: (manifest: Json) => void = () => {}, affects = 'rights-or-uses') {
  const manifest = parse(text) as Json
  manifest.change = { reason: 'functions', affects, summary: { ru: 'Меняем слово', kk: 'Сөзді өзгертеміз', en: 'We change a word' } }
  manifest.summary[0].en += ' indeed'
  more(manifest)
  return stringify(manifest, { lineWidth: 0, aliasDuplicateObjects: false })
}
/** As a browser sends the form: text with its line ends, files in their fields. */
async function send(here: School, as: Member, { manifest = '', next = '', saving = '0', file, nextFile }: { manifest?: string; next?: string; saving?: string; file?: string | Uint8Array; nextFile?: string }) {
  const body = new FormData()
  for (const [name, value] of Object.entries({ manifest, next, saving })) body.append(name, value.replaceAll('\n', '\r\n'))
  body.append('file', new Blob([file ?? ''] as BlobPart[]), file === undefined ? '' : 'policy.yaml')
  body.append('next-file', new Blob([nextFile ?? '']), nextFile === undefined ? '' : 'policy.next.yaml')
  const whole = new Response(body)
  return here.request(`/en${place}/draft`, { as, method: 'POST', body: await whole.arrayBuffer(), headers: { origin: here.address.origin, 'content-type': whole.headers.get('content-type')! } })
}
const plain = (page: string) => page.replace(/<textarea[^]*?<\/textarea>|<[^>]+>/g, ' ').replaceAll('&quot;', '"').replace(/\s+/g, ' ')
const look = async (here: School, as: Member, path = place) => plain(await (await here.request(`/en${path}`, { as })).text())
const post = (here: School, as: Member, what: string, form: Record<string, string> = {}) => here.request(`/en${place}/${what}`, { as, form })
const propose = (here: School, as: Member, date: string, hour = 9) => {
  const [year, month, day] = date.split('-')
  return post(here, as, 'propose', { 'date-year': year!, 'date-month': month!, 'date-day': day!, hour: String(hour) })
}
const versions = (here: School) => here.inside(({ db }) => versionsOf(db))
const drafts = (here: School) => here.inside(({ db }) => db.selectFrom('policy_desk.drafts').select(['saving', 'manifest', 'next', 'announced_as', 'discarded_at', 'wished_from']).orderBy('number').execute())

test('a manifest with a fault is not kept: file, line and column are named in the reader\'s language, and the text comes back whole', async () => {
  const { here, officer, operator, text } = await staffed('mexrontal')
  const broken = changed(text).replace('\nsummary:\n', '\nsumary:\n')
  const line = broken.split('\n').indexOf('sumary:') + 1
  const answer = await send(here, officer, { manifest: broken })
  const page = await answer.text()
  assert.equal(answer.status, 422)
  assert.match(plain(page), new RegExp(`policy\\.yaml ${line} 1 Unknown name "sumary"\\. Did you mean "summary"`))
  assert.ok(page.includes('\nsumary:'), 'what was typed is kept')
  assert.equal(page.match(/<textarea[^>]*name="manifest"[^>]*>([^]*?)<\/textarea>/)![1]!.length > 60_000, true, 'all of it')
  const bomb = ['a: &a [x]', ...[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`)].join('\n')
  for (const [manifest, next, why] of [[bomb, '', /policy\.yaml 1 1/], ['['.repeat(5_000), '', /policy\.yaml 1 \d+/], ['a: "', '', /policy\.yaml 1 5/], [text, 'based-on: 1\nremove: { data: 5 }', /policy\.next\.yaml 2 9 /], ['schema: 1\0', '', /no text in UTF-8/], ['', '', /The manifest is empty/]] as const) {
    const refused = await send(here, officer, { manifest, next })
    assert.deepEqual([refused.status, why.test(plain(await refused.text()))], [422, true], manifest.slice(0, 20))
  }
  assert.equal((await send(here, officer, { file: Uint8Array.of(0xff, 0xfe, 0x00) })).status, 422)
  assert.equal((await send(here, officer, { file: 'a: b\n'.repeat(60_000) })).status, 413)
  assert.equal((await send(here, operator, { manifest: changed(text) })).status, 403, 'only the officer writes')
  assert.deepEqual(await drafts(here), [])
})

test('a draft shows in plain words what it changes, apart what only reads otherwise, and whom and what it touches', async () => {
  const { here, officer, operator, learner, text } = await staffed('mexrontal')
  const term = (manifest: Json) => manifest.chapters.flatMap(({ promises }: Json) => promises).find(({ announce }: Json) => announce?.subject === 'policy-change').announce
  const saved = await send(here, officer, { manifest: 'kept: nowhere', file: changed(text, manifest => {
    term(manifest).ahead = 'P15D'
    manifest.data.find(({ category }: Json) => category === 'account.dates').needed = false
  }) })
  assert.equal(saved.status, 303)
  const page = await look(here, officer)
  const part = (from: string, to: string) => page.slice(page.indexOf(from), page.indexOf(to))
  assert.match(part('Behaviour changes', 'Only words change'), /14 days[^]*15 days[^]*account\.dates/)
  assert.match(part('Only words change', 'Whom and what it touches'), /Summary line-1[^]* indeed/)
  assert.doesNotMatch(part('Behaviour changes', 'Only words change'), / indeed/)
  const { rows: [{ rows }] } = await here.inside(async ({ db }) => (await import('kysely')).sql<{ rows: number }>`select count(registered_at)::int as rows from accounts.people`.execute(db)) as unknown as { rows: [{ rows: number }] }
  assert.equal(rows, 4)
  assert.match(part('Whom and what it touches', 'Announcement'), /People with an account 4 How they are told the page, and a bar on the site, a notice to each, a letter to each/)
  assert.match(part('Whom and what it touches', 'Announcement'), /Terms 1 [^]*14 days 15 days/)
  assert.match(part('Whom and what it touches', 'Announcement'), /Data that the school will treat otherwise[^]*Rows [^]*\d+/)
  assert.match(await look(here, operator), /The privacy officer prepares the draft/)
  assert.equal((await here.request(place, { as: learner })).status, 403)

  const late = await send(here, officer, { manifest: changed(text), saving: '0' })
  assert.equal(late.status, 409, 'written over a newer saving')
  assert.match(await late.text(), / indeed/, 'what was typed is kept')
  assert.equal((await send(here, officer, { manifest: changed(text), saving: '1' })).status, 303)
  assert.equal((await post(here, officer, 'discard')).status, 303)
  assert.match(await look(here, officer), /There is no draft/)
  assert.equal((await versions(here)).length, 1, 'nothing of it was published')
})

test('a coming version of its own file goes on the desk as it lies in the folder', async () => {
  const { here, officer, text } = await staffed('masteryn-quest')
  const next = (await import('node:fs')).readFileSync('sites/masteryn-quest/policy.next.yaml', 'utf8')
  assert.equal((await send(here, officer, { file: text, nextFile: next })).status, 303)
  const [draft] = await drafts(here)
  assert.deepEqual([draft!.manifest, draft!.next], [text, next])
  assert.match(await look(here, officer), new RegExp((parse(next) as Json).change.summary.en.slice(0, 30)))
})

test('a date that breaks the lead is refused and the earliest is named; another person approves, the lead is reckoned again, and it applies at its moment and not a second before', async () => {
  const { here, officer, second, operator, learner, text } = await staffed('mexrontal')
  await send(here, officer, { manifest: changed(text) })
  const soon = await propose(here, officer, '2026-12-17', 11)
  assert.equal(soon.status, 422)
  const page = plain(await soon.text())
  assert.match(page, /Too early[^.]*\. The earliest moment is 17 December 2026 at 12:00/)
  assert.equal((await propose(here, officer, '2026-02-30')).status, 422)
  assert.equal((await propose(here, operator, '2026-12-18')).status, 403)
  assert.equal((await propose(here, officer, '2026-12-17', 12)).status, 303)
  assert.equal((await post(here, officer, 'approve', { saving: '1' })).status, 403, 'one pair of hands is not two')
  assert.equal((await post(here, learner, 'approve', { saving: '1' })).status, 403)
  assert.equal((await post(here, second, 'approve', { saving: '7' })).status, 409, 'something else than what was read')

  at(on('2026-12-03', '12:01'))
  try {
    const tooLate = await post(here, second, 'approve', { saving: '1' })
    assert.equal(tooLate.status, 409)
    assert.match(plain(await tooLate.text()), /The earliest moment is 17 December 2026 at 13:00/)
    assert.equal((await versions(here)).length, 1)
    assert.equal((await post(here, second, 'hold-back')).status, 303)
    assert.equal((await propose(here, officer, '2026-12-18', 7)).status, 303)
    assert.equal((await post(here, operator, 'approve', { saving: '1' })).status, 303)
  } finally { at(on('2026-12-03')) }
  const [, announced] = await versions(here)
  const moment = on('2026-12-18', '07:00')
  assert.deepEqual([announced!.number, announced!.plannedFrom, announced!.inForceFrom], [2, moment, moment])
  const told = await here.inside(({ db }) => db.selectFrom('publication.notices').select(['person', 'by_email']).execute())
  assert.equal(told.filter(({ by_email }) => by_email).length, 4)
  assert.deepEqual((await drafts(here)).map(({ announced_as }) => announced_as), [2])
  assert.equal((await post(here, operator, 'approve', { saving: '1' })).status, 404, 'it is approved once')

  await here.open(on('2026-12-03', '12:02'))
  const read = async (now: Date) => { at(now); try { return await (await here.request('/en/privacy')).text() } finally { at(on('2026-12-03')) } }
  assert.doesNotMatch(await read(new Date(moment.getTime() - 1000)), / indeed/)
  assert.match(await read(moment), / indeed/)
  assert.equal((await here.open(on('2026-12-04'))).book.versions.length, 2, 'the older file in the folder is not announced anew')
})

test('what means the same, or says no reason, can be kept as a draft and not announced', async () => {
  const { here, officer, text } = await staffed('webstapero-dev-notes')
  assert.equal((await send(here, officer, { manifest: `# the same\n${text}` })).status, 303)
  assert.match(await look(here, officer), /The policy still means the same/)
  assert.equal((await propose(here, officer, '2026-12-20')).status, 409)
  const silent = parse(text) as Json
  delete silent.change
  silent.summary[0].en += ' silently'
  await saveDraft(officer.ctx, { manifest: stringify(silent, { lineWidth: 0, aliasDuplicateObjects: false }), saving: 1 })
  assert.match(await look(here, officer), /Say why/)
  assert.equal((await propose(here, officer, '2026-12-20')).status, 422)
  assert.equal((await versions(here)).length, 1)
})

test('what was announced can be taken back until shortly before its moment: it never applies, stays in the archive, and whoever was written to is written to again', async () => {
  const { here, officer, operator, text } = await staffed('mexrontal')
  const announce = (word: string, effective: string) => announceVersion(here.system, { text: changed(text, manifest => { manifest.effective = effective; manifest.summary[1].en = word }) })
  const { from } = await announce('Two', '2026-12-20')
  await announce('Three', '2026-12-21')
  assert.equal((await post(here, operator, 'versions/2/withdraw')).status, 403)
  assert.equal((await post(here, officer, 'versions/2/withdraw')).status, 409, 'the one that follows it goes first')
  assert.equal((await post(here, officer, 'versions/3/withdraw')).status, 303)
  assert.equal((await post(here, officer, 'versions/3/withdraw')).status, 409)
  const before = async (seconds: number) => {
    const now = new Date(from.getTime() - seconds * 1000)
    at(now)
    try { return (await here.inside(ctx => withdrawVersion({ ...officer.ctx, now, db: ctx.db }, { version: 2 }).then(() => 'withdrawn', (error: { code: string }) => error.code))) } finally { at(on('2026-12-03')) }
  }
  assert.equal(await before(299), 'publication.too-late-to-withdraw')
  assert.equal(await before(300), 'withdrawn')
  const { book } = await here.open(on('2026-12-03', '12:02'))
  assert.deepEqual([book.policies.map(({ version }) => version.number), book.versions.map(({ withdrawnAt }) => withdrawnAt !== null)], [[1], [false, true, true]])
  const letters = await here.inside(({ db }) => db.selectFrom('mail.letters').select(['template', 'about']).execute())
  for (const version of ['2', '3']) assert.equal(letters.filter(({ template, about }) => template === 'publication.withdrawn' && about === version).length, 4)
  at(on('2026-12-25'))
  try {
    assert.doesNotMatch(await (await here.request('/en/privacy')).text(), /Two|Three/)
    assert.match(plain(await (await here.request('/en/privacy/versions')).text()), /Version 3 [^]*withdrawn[^]*Version 2 [^]*withdrawn[^]*Version 1 [^]*in force/)
    assert.match(plain(await (await here.request('/en/privacy/versions/2')).text()), /It has never applied/)
  } finally { at(on('2026-12-03')) }
  await announce('Four', '2026-12-22')
  assert.deepEqual((await versions(here)).map(({ number }) => number), [1, 2, 3, 4], 'numbers are not used twice')
})

test('by each way it is shown how many were told, who has no letter and why, and those are tried again', async () => {
  const { here, officer, operator, second, learner, text } = await staffed('mexrontal')
  const { from } = await announceVersion(here.system, { text: changed(text, manifest => { manifest.effective = '2026-12-20' }) })
  const deliver = (now: Date, refused: readonly string[]) => sendDue({ ...here.system, now }, work => here.inside(work, { ...here.system, now }), { 'publication.changed': async (_: unknown, { person }: { person: string }) => person === operator.id ? undefined : { to: person, subject: '', text: '' } },
    { works: true, host: undefined, send: async ({ to }: { to: string }) => { if (refused.includes(to)) throw new Error('no mailbox') }, close() {} }, async data => data)
  await deliver(on('2026-12-03', '12:05'), [learner.id, second.id])
  const shown = () => look(here, officer, `${place}/versions/2`)
  assert.match(await shown(), /Notices in the school 4 Of these, seen 0 Letters delivered 1 Letters on their way 2 Letters given up 0 People without an address 1/)
  for (let day = 4; day < 13; day++) await deliver(on(`2026-12-${String(day).padStart(2, '0')}`), [learner.id])
  assert.match(await shown(), /Letters delivered 2 Letters on their way 0 Letters given up 1 People without an address 1/)
  assert.match(await shown(), new RegExp(`Letters Person State Delivered Attempts Next attempt [^]*${learner.id.slice(0, 8)} given up: the mailbox refused it[^]*${officer.id.slice(0, 8)} delivered 3 December 2026 at 12:05`))
  assert.equal((await post(here, operator, 'versions/2/retry')).status, 403)
  assert.equal((await here.request(`${place}/versions/2`, { as: learner })).status, 403)
  assert.equal((await post(here, officer, 'versions/2/retry')).status, 303)
  await deliver(on('2026-12-13'), [])
  assert.match(await shown(), /Letters delivered 3 Letters on their way 0 Letters given up 0/)
  const late = (now: Date) => here.inside(ctx => retryLetters({ ...officer.ctx, now, db: ctx.db }, { version: 2 }).then(() => 'again', (error: { code: string }) => error.code))
  assert.deepEqual([await late(new Date(from.getTime() - 1000)), await late(from)], ['again', 'policy-desk.not-coming'])
})
