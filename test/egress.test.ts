// What leaves a school, and what cannot: letters through a real mail server, the gate with a peer that remembers what it got.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { startFauxqs } from 'fauxqs'
import { parse, stringify } from 'yaml'
import { deliverEvents } from '#platform/events/events.ts'
import { makeTicket, receiveForm } from '#platform/files/files.ts'
import { sendDue, transportFor } from '#platform/mail/mail.ts'
import { keyProvider, reveal } from '#platform/sealing/sealing.ts'
import { dateInWords } from '#platform/ui/ui.ts'
import type { Context } from '#trust/audit/audit.ts'
import { handRoom, makeCopy, type Room } from '#trust/backups/backups.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { PolicyFaults, readPolicy } from '#trust/policy/policy.ts'
import { passOut, throughGate } from '#trust/processors/processors.ts'
import { issueWith } from '#school/certificates/certificates.ts'
import { s3Store } from '../src/platform/files/s3-store.ts'
import { cliCommands, controls, listeners, routes, templates } from '../src/product.ts'
import { readSite } from '../src/site.ts'
import { noon, openTestDatabases, type Member, type School } from './fixtures.ts'
import { schoolOf } from './schools.ts'
import { decoded, smtpServer } from './smtp-server.ts'
import { copiedRows } from './taught.ts'
import { workThrough } from './working.ts'
import { worldOf } from './world.ts'

const ground = await openTestDatabases()
const folder = mkdtempSync(join(tmpdir(), 'senim-egress-'))
after(() => rmSync(folder, { recursive: true }))

type Json = Record<string, any>
const edited = (change: (policy: Json) => unknown) => (text: string) => {
  const policy = parse(text) as Json
  change(policy)
  return stringify(policy, { lineWidth: 0, aliasDuplicateObjects: false })
}
const said = (text: string) => ({ ru: text, kk: text, en: text })
const printer = {
  id: 'printer', name: said('Типография'), function: said('Печатает дипломы'), country: 'KZ', ground: 'operation', data: ['account.name'], fields: ['name'], purpose: 'contact', hosts: ['print.example'], standard: 'ISO/IEC 27001',
  agreement: { number: '12', until: '2027-03-01' }, certificate: { number: '27-1', until: '2027-06-01' }, assessment: { by: 'Дана', on: '2026-05-05', result: 'fit' },
}
const withPrinter = (over: Json = {}) => edited(policy => {
  const recipient: Json = { ...printer, purpose: policy.purposes.some(({ id }: Json) => id === 'contact') ? 'contact' : policy.purposes[0].id, ...over }
  for (const [name, value] of Object.entries(over)) if (value === undefined) delete recipient[name]
  policy.recipients = [...policy.recipients, recipient]
})
function faultsOf(text: string): string[] {
  try {
    readPolicy({ file: 'policy.yaml', text }, controls)
    return []
  } catch (error) {
    if (error instanceof PolicyFaults) return error.faults.map(({ line, column, says }) => `${line}:${column} ${says.en}`)
    throw error
  }
}

/** The school with a mail server outside: what the worker does about letters, at a moment. */
async function posted(here: School, work: (smtp: Awaited<ReturnType<typeof smtpServer>>, send: (now?: Date) => Promise<number>) => Promise<void>) {
  const smtp = await smtpServer()
  const transport = transportFor({ smtpUrl: smtp.url, folder, mode: 'production' })
  const send = (now = noon) => {
    const ctx = { ...here.system, now }
    return sendDue(ctx, inner => here.inside(inner, ctx), templates, throughGate(ctx, transport), letter => reveal(ctx, letter))
  }
  try { await work(smtp, send) } finally {
    transport.close()
    smtp.close()
  }
}
const deliver = (here: School) => deliverEvents<Context>(work => here.inside(work), listeners)
const logOf = (here: School) => here.inside(({ db }) => db.selectFrom('processors.transfers').select(['person', 'recipient', 'host', 'fields', 'purpose', 'ground', 'at', 'arrived_at']).execute())
const stoppedIn = (here: School) => here.inside(({ db }) => db.selectFrom('processors.refusals').select(['host', 'reason', 'about']).orderBy('at').execute())
/** A peer outside: it remembers each payload it got. */
function peer() {
  const got: Record<string, unknown>[] = []
  return { got, send: async (payload: Record<string, unknown>) => { got.push(payload) } }
}
/** Some letters of a school: a link, a notice about a certificate, a notice about a request. */
async function lettersFor(here: School, ...people: Member[]) {
  for (const { id } of people) await issueWith(async () => ({ course: { title: said('Курс света'), hours: 3, assessed: [] }, holder: 'Аружан' }))(here.system, { person: id, run: crypto.randomUUID() })
  await deliver(here)
}

test('MX-031 every host in the record is a registered partner with its function; a call to another is blocked, and the officer hears of it', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  await lettersFor(here, learner)
  await posted(here, async (smtp, send) => {
    assert.ok(await send() > 0)
    assert.equal(smtp.letters[0]!.to, learner.email)
  })
  const log = await logOf(here)
  assert.ok(log.length > 0 && log.every(({ host, arrived_at }) => host === '127.0.0.1' && arrived_at))
  for (const { recipient } of log) assert.ok(here.policy.recipients.find(({ id }) => id === recipient)?.function.ru)
  const elsewhere = peer()
  await assert.rejects(passOut(here.system, { host: 'tracker.example', person: learner.id, payload: { email: learner.email } }, elsewhere.send), { status: 403, code: 'processors.closed' })
  assert.deepEqual(elsewhere.got, [])
  assert.deepEqual(await stoppedIn(here), [{ host: 'tracker.example', reason: 'recipient', about: 'tracker.example' }])
  assert.equal((await logOf(here)).length, log.length)
  await deliver(here)
  assert.match(await (await here.request('/notices', { as: officer })).text(), /Остановлена необъявленная передача/)
  assert.match(await (await here.request('/privacy-office/recipients', { as: officer })).text(), /tracker\.example/)
})

for (const [id, slug] of [['MX-032', 'mexrontal'], ['WD-044', 'webstapero-dev-notes']] as const) {
  test(`${id} a partner gets exactly the fields that are declared for it, and a field more stops the whole: ${slug}`, async () => {
    const here = await schoolOf(ground, slug, withPrinter())
    const learner = await here.learner()
    const purpose = here.policy.recipients.find(({ id }) => id === 'printer')!.purpose
    await lettersFor(here, learner)
    await posted(here, async (smtp, send) => {
      await send()
      for (const { data } of smtp.letters) {
        const headers = data.split('\n\n')[0]!.split('\n').filter(line => /^[\w-]+:/.test(line)).map(line => line.split(':')[0]!.toLowerCase()).sort()
        assert.deepEqual(headers, ['auto-submitted', 'content-transfer-encoding', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'])
      }
    })
    const [declared, log] = [here.policy.recipients.find(({ id }) => id === 'mail')!, await logOf(here)]
    assert.ok(log.length > 0)
    for (const { fields } of log) assert.deepEqual([...fields].sort(), [...declared.fields].sort())
    const press = peer()
    await passOut(here.system, { host: 'print.example', person: learner.id, payload: { name: 'Аружан' }, purpose }, press.send)
    assert.deepEqual(press.got.map(payload => Object.keys(payload)), [['name']])
    await assert.rejects(passOut(here.system, { host: 'print.example', person: learner.id, payload: { name: 'Аружан', email: learner.email } }, press.send), { status: 403 })
    assert.equal(press.got.length, 1)
    assert.deepEqual(await stoppedIn(here), [{ host: 'print.example', reason: 'field', about: 'email' }])
  })
}

test('MX-071 a partner without a signed agreement is not let in; when an agreement ends, letters stop on the stroke', async () => {
  assert.match(faultsOf(withPrinter({ agreement: undefined })(readSite('mexrontal').manifest))[0]!, /^\d+:\d+ .*agreement/)
  assert.deepEqual(faultsOf(withPrinter()(readSite('mexrontal').manifest)), [])
  const here = await schoolOf(ground, 'mexrontal', edited(policy => { policy.recipients[0].agreement.until = '2028-06-30' }))
  const last = new Date('2028-06-30T23:59:59+05:00')
  const [one, two] = [await here.learner(), await here.learner()]
  await posted(here, async (smtp, send) => {
    await lettersFor(here, one)
    await send(last)
    assert.deepEqual(smtp.letters.map(({ to }) => to), [one.email])
    await lettersFor(here, two)
    assert.equal(await send(new Date(last.getTime() + 1000)), 0)
    assert.equal(smtp.letters.length, 1)
  })
  assert.deepEqual((await stoppedIn(here)).map(({ reason, about }) => [reason, about]), [['agreement', 'mail']])
})

test('MX-072 each partner names its standard with a certificate and its date; without one it is not let in, after its end it is shut', async () => {
  assert.match(faultsOf(withPrinter({ certificate: undefined })(readSite('mexrontal').manifest))[0]!, /^\d+:\d+ .*certificate/)
  const here = await schoolOf(ground, 'mexrontal', withPrinter({ agreement: { number: '12', until: '2029-01-01' } }))
  const page = await (await here.request('/privacy')).text()
  for (const { standard, certificate } of here.policy.recipients) for (const words of [standard, certificate.number, dateInWords(new Date(certificate.until), 'ru')]) assert.ok(page.includes(words), words)
  const learner = await here.learner()
  const press = peer()
  const at = (now: Date) => passOut({ ...here.system, now }, { host: 'print.example', person: learner.id, payload: { name: 'Аружан' } }, press.send)
  await at(new Date('2027-06-01T23:59:59+05:00'))
  await assert.rejects(at(new Date('2027-06-02T00:00:00+05:00')), { status: 403 })
  assert.equal(press.got.length, 1)
  assert.deepEqual((await stoppedIn(here)).map(({ reason }) => reason), ['standard'])
})

const call = (here: School, more: object) => ({ args: {}, flags: {}, locale: 'ru' as const, settings: {} as never, now: noon, sites: [here.slug], site: here.slug, act: async () => here.as({ person: null, role: 'system' }), system: () => here.system, path: (typed: string) => typed, given: Buffer.alloc(0), progress: () => {}, house: () => assert.fail('no command of the house'), ...more })
const command = (name: string) => cliCommands.find(each => each.name === name)!

test('MX-078 a partner abroad cannot be published without a safeguard; the register and the policy page name its country, safeguard and special agreement', async () => {
  const abroad = { country: 'DE', safeguard: said('Типовые условия ЕС'), transfer: { number: 'T-7', until: '2027-02-01' } }
  assert.match(faultsOf(withPrinter({ ...abroad, safeguard: undefined })(readSite('mexrontal').manifest))[0]!, /abroad/)
  const here = await schoolOf(ground, 'mexrontal', withPrinter(abroad))
  const officer = await here.staff('privacy-officer')
  for (const page of [await (await here.request('/privacy')).text(), await (await here.request('/privacy-office/recipients', { as: officer })).text()]) {
    for (const words of ['Германия', 'Типовые условия ЕС', '№ T-7, до 1 февраля 2027']) assert.ok(page.includes(words), words)
  }
  const without = await schoolOf(ground, 'mexrontal', withPrinter({ ...abroad, transfer: undefined }))
  assert.match(await (await without.request('/privacy-office/recipients', { as: await without.staff('privacy-officer') })).text(), /отдельного соглашения нет[^]*за границу без отдельного соглашения/)
})

const aboutAbroad = (here: School) => here.policy.promises.find(({ id }) => id === 'abroad-by-agreement')!

test('MX-079 nothing goes abroad without a special agreement; with one the record names it, and on its end the way is shut again', async () => {
  const abroad = { country: 'DE', safeguard: said('Типовые условия ЕС') }
  const to = { host: 'print.example', payload: { name: 'Аружан' } }
  const shut = await schoolOf(ground, 'mexrontal', withPrinter(abroad))
  const printed = peer()
  await assert.rejects(passOut(shut.system, { ...to, person: null }, printed.send), /processors.closed/)
  assert.deepEqual((await stoppedIn(shut)).map(({ reason, about }) => [reason, about]), [['abroad', 'printer']])
  assert.equal((await checkPromise(shut.system, aboutAbroad(shut))).state, 'broken')
  const here = await schoolOf(ground, 'mexrontal', withPrinter({ ...abroad, transfer: { number: 'T-7', until: '2027-02-01' } }))
  const one = await here.learner()
  const last = new Date('2027-02-01T23:59:59+05:00')
  const at = (now: Date): Context => ({ ...here.system, now })
  await passOut(at(last), { ...to, person: one.id }, printed.send)
  await assert.rejects(passOut(at(new Date(last.getTime() + 1000)), { ...to, person: one.id }, printed.send), /processors.closed/)
  assert.equal(printed.got.length, 1)
  assert.match((await (await here.request('/me/data', { as: one })).text()).split('id="passed-on"')[1]!.split('</section>')[0]!, /работа школы, соглашение № T-7/)
  assert.equal((await checkPromise(here.system, aboutAbroad(here))).state, 'kept')
})

test('WD-043 the page names each recipient and what it is for, as the register does', async () => {
  const here = await schoolOf(ground, 'webstapero-dev-notes', withPrinter())
  const { json } = await command('recipients list').run(call(here, {}))
  const register = json as { id: string; name: { ru: string }; function: { ru: string } }[]
  assert.deepEqual(register.map(({ id }) => id), ['mail', 'printer'])
  const page = await (await here.request('/privacy')).text()
  const table = page.split('id="part-recipients"')[1]!.split('</table>')[0]!
  const rows = [...table.matchAll(/<tr[\s\S]*?<\/tr>/g)].slice(1).map(([row]) => row)
  assert.equal(rows.length, register.length)
  for (const [index, { name, function: does }] of register.entries()) assert.ok(rows[index]!.includes(name.ru) && rows[index]!.includes(does.ru), rows[index]!)
})

/** Asks the command line to publish a manifest; true when it was refused because of the purpose. */
async function refusedByCli(here: School, text: string): Promise<boolean> {
  const file = join(folder, `${crypto.randomUUID()}.yaml`)
  writeFileSync(file, text)
  return command('policy announce').run(call(here, { args: { file }, act: async () => (await here.staff('operator')).ctx })).then(() => false, error => {
    assert.match(String((error as { facts?: Json }).facts?.faults), /целью|мақсат|purpose/)
    return true
  })
}

for (const [id, slug, purpose] of [['LP-004', 'landscape-photo', 'sale'], ['MX-030', 'mexrontal', 'marketing-sale'], ['WD-040', 'webstapero-dev-notes', 'sale'], ['MQ-074', 'masteryn-quest', 'advertising']] as const) {
  test(`${id} nobody can be registered to whom data would go for ${purpose}, nothing went for it, and no page calls an advertiser: ${slug}`, async () => {
    const here = await schoolOf(ground, slug)
    const officer = await here.staff('privacy-officer')
    assert.ok(await refusedByCli(here, withPrinter({ purpose })(readSite(slug).manifest)), 'a recipient with the purpose')
    assert.ok(await refusedByCli(here, edited(policy => policy.purposes.push({ id: 'more', serves: purpose, what: said('Ещё') }))(readSite(slug).manifest)), 'the purpose itself')
    const ask = async (json: object) => (await here.request('/api/v1/egress/probe', { method: 'POST', as: officer, body: JSON.stringify(json), headers: { 'content-type': 'application/json', accept: 'application/json', origin: here.address.origin } })).json() as Promise<{ allowed: boolean; refused: string }>
    assert.deepEqual((await ask({ host: 'buyer.example', fields: ['email'] })).refused, 'recipient')
    for (const { hosts: [host = ''] } of here.policy.recipients) assert.equal((await ask({ host, fields: [], purpose })).refused, 'purpose')
    assert.equal((await command('probe egress').run(call(here, { args: { host: 'buyer.example', fields: 'email' }, flags: { purpose } }))).broken, true)
    const { people: { learner } } = await worldOf(here)
    await lettersFor(here, learner)
    await posted(here, async (_, send) => { await send() })
    const log = await logOf(here)
    assert.equal(log.length > 0, here.policy.registration.identifier === 'e-mail', 'a school without addresses sends no letters')
    for (const each of log) assert.equal(here.policy.purposes.find(({ id }) => id === each.purpose)?.serves, 'contact')
    await onlyOwnHost(here, learner)
  })
}

/** Every page without a parameter that this person may open: nothing on it is loaded from another host, and none may be. */
async function onlyOwnHost(here: School, who: Member) {
  const paths = routes.filter(({ kind, path, access }) => kind === 'page' && !path.includes(':') && ['everyone', 'signed-in', 'account'].includes(String(access))).map(({ path }) => path)
  assert.ok(paths.length > 15)
  for (const path of paths) {
    const answer = await here.request(path, { as: who })
    const page = await answer.text()
    const loaded = [...page.matchAll(/<(?:script|img|source|iframe|audio|video|embed|track)[^>]*\ssrc="([^"]+)"|<link[^>]*rel="(?:stylesheet|preload|icon|modulepreload|preconnect|dns-prefetch)"[^>]*href="([^"]+)"|url\(([^)]+)\)/g)].map(([, src, href, url]) => src ?? href ?? url!)
    const foreign = loaded.filter(address => /^(https?:)?\/\//.test(address) && new URL(address, here.address).host !== here.address.host)
    assert.deepEqual(foreign, [], path)
    const policy = answer.headers.get('content-security-policy') ?? ''
    assert.ok(answer.status >= 300 || policy.includes(`default-src 'none'`) || policy.includes(`default-src 'self'`), `${path}: ${policy}`)
    assert.doesNotMatch(policy.replaceAll(here.address.origin, ''), /https?:\/\/|\*/, path)
  }
}

test('MX-065 a whole way of a learner sends outside no more than the declared least, and pages load everything from their own host', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const { people } = await worldOf(here)
  await lettersFor(here, people.learner)
  await here.request('/me/data/copy', { as: people.learner, form: {} })
  await workThrough(here.system)
  await deliver(here)
  await posted(here, async (smtp, send) => {
    const sent = await send()
    const log = await logOf(here)
    assert.ok(sent >= 4, String(sent))
    assert.equal(log.length, sent)
    assert.equal(smtp.letters.length, sent)
    for (const { recipient, fields } of log) assert.deepEqual([recipient, fields], ['mail', here.policy.recipients[0]!.fields])
  })
  await onlyOwnHost(here, people.learner)
})

test('MX-068 a letter tells the mailing service the address and nothing else of its person', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const { people, things } = await worldOf(here)
  await lettersFor(here, people.learner)
  await deliver(here)
  await here.request('/sign-in/link', { form: { email: people.learner.email } })
  await posted(here, async (smtp, send) => {
    await send()
    const mine = smtp.letters.filter(({ to }) => to === people.learner.email)
    assert.ok(mine.length >= 3, String(mine.length))
    for (const { data } of mine) {
      assert.match(data, new RegExp(`^To: <?${people.learner.email}>?$`, 'm'), 'an address without a name')
      assert.match(data, new RegExp(`^From: <?(?:no-reply@${here.address.hostname}|help@mexrontal\\.example)>?$`, 'm'), 'the machine, or the school that answers')
      assert.doesNotMatch(/^Subject: (.*)$/m.exec(data)![1]!, /Аружан/)
      const whole = `${data}\n${decoded(data)}`
      for (const [what, words] of Object.entries({ name: 'Аружан', surname: 'Серікова', id: people.learner.id, city: 'Алматы', course: 'Курс света', other: 'Путь', phone: '77010000000', slug: things.course!, number: things.certificate! })) assert.ok(!whole.includes(words), `${what}: ${whole}`)
      assert.doesNotMatch(whole, /<img|utm_|[?&](u|uid|user|email)=/)
      for (const [link] of whole.matchAll(/https?:\/\/[^\s>]+/g)) assert.equal(new URL(link).host, here.address.host)
    }
  })
})

test('MQ-076 MQ-077 MQ-081 an outside service needs a ground, an assessment and an agreement; the officer sees it, and its end closes the way', async () => {
  const manifest = readSite('masteryn-quest').manifest
  for (const missing of ['ground', 'assessment', 'agreement']) assert.match(faultsOf(withPrinter({ [missing]: undefined })(manifest))[0]!, new RegExp(missing))
  assert.match(faultsOf(withPrinter({ ground: 'curiosity' })(manifest))[0]!, /ground|operation/)
  const here = await schoolOf(ground, 'masteryn-quest', withPrinter())
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  const office = async () => (await here.request('/privacy-office/recipients', { as: officer })).text()
  const page = await office()
  for (const words of ['Типография', `${dateInWords(new Date('2026-05-05'), 'ru')}, Дана: подходит`, '27-1']) assert.ok(page.includes(words), words)
  const { json } = await command('recipients list').run(call(here, {}))
  assert.deepEqual((json as { id: string; ground: string }[]).map(({ id, ground }) => [id, ground]), [['mail', 'operation'], ['visit-counts', 'analytics'], ['printer', 'operation']])
  assert.ok((await (await here.request('/privacy')).text()).includes('Типография'))
  await onlyOwnHost(here, learner)
  const press = peer()
  await assert.rejects(passOut({ ...here.system, now: new Date('2027-03-02T00:00:00+05:00') }, { host: 'print.example', person: learner.id, payload: { name: 'А' } }, press.send), { status: 403 })
  assert.deepEqual(press.got, [])
  await deliver(here)
  assert.match(await (await here.request('/notices', { as: officer })).text(), /Остановлена необъявленная передача/)
})

test('LP-067 a name is corrected at once, a comment on a grade by a decision, and whoever outside got the old value is to be told', async () => {
  const here = await schoolOf(ground, 'landscape-photo', withPrinter())
  const [learner, officer] = [await here.learner(), await here.staff('privacy-officer')]
  await lettersFor(here, learner)
  await posted(here, async (_, send) => { await send() })
  await passOut(here.system, { host: 'print.example', person: learner.id, payload: { name: 'Аружан Серікова' } }, peer().send)
  const saved = await here.request('/me/profile', { as: learner, form: { first_name: 'Аружан', last_name: 'Қайратова', phone: '' } })
  assert.equal(saved.status, 303)
  const notices = await here.inside(({ db }) => db.selectFrom('processors.notices').select(['id', 'recipient', 'reason', 'told_at']).execute())
  assert.deepEqual(notices.map(({ recipient, reason }) => [recipient, reason]), [['printer', 'correction']], 'the mail service never had the name')
  assert.ok((await (await here.request('/privacy-office/recipients', { as: officer })).text()).includes('Типография: прежнее значение было неверным'))
  assert.equal((await here.request(`/privacy-office/recipients/${notices[0]!.id}/told`, { as: learner, form: { way: 'Письмо № 5' } })).status, 403)
  assert.equal((await here.request(`/privacy-office/recipients/${notices[0]!.id}/told`, { as: officer, form: { way: 'Письмо № 5' } })).status, 303)
  assert.equal((await here.request(`/privacy-office/recipients/${notices[0]!.id}/told`, { as: officer, form: { way: 'Письмо № 6' } })).status, 409)
  await here.request('/me/data/ask', { as: learner, form: { kind: 'rectification', wish: 'В комментарии к оценке чужая фотография' } })
  const { id } = await here.inside(({ db }) => db.selectFrom('rights.requests').select('id').executeTakeFirstOrThrow())
  await here.request(`/privacy-office/requests/${id}`, { as: officer, form: { granted: 'yes', done: 'Комментарий переписан преподавателем', kept: 'Оценка не менялась', why: 'Пока открыта учётная запись' } })
  assert.match(await (await here.request('/me/data', { as: learner })).text(), /Комментарий переписан преподавателем/)
})

test('what went out stands on the page of its person and in their copy, with nothing of anybody else', async () => {
  const here = await schoolOf(ground, 'mexrontal', withPrinter())
  const [one, other] = [await here.learner(), await here.learner()]
  await passOut(here.system, { host: 'print.example', person: one.id, payload: { name: 'Аружан' } }, peer().send)
  const page = async (who: Member) => (await (await here.request('/me/data', { as: who })).text()).split('id="passed-on"')[1]!.split('</section>')[0]!
  for (const words of ['Типография', '>имя<', 'работа школы']) assert.ok((await page(one)).includes(words), words)
  assert.match(await page(other), /никому не передавались/)
  assert.deepEqual((await copiedRows(here, one, 'processors.transfers')).map(({ recipient, fields }) => [recipient, fields]), [['printer', ['name']]])
  assert.deepEqual(await copiedRows(here, other, 'processors.transfers'), [])
})

test('an erasure leaves no transfer behind and tells whoever outside got something, by numbers that name nobody', async () => {
  const here = await schoolOf(ground, 'mexrontal', withPrinter())
  const [gone, officer] = [await here.learner(), await here.staff('privacy-officer')]
  await passOut(here.system, { host: 'print.example', person: gone.id, payload: { name: 'Аружан' } }, peer().send)
  const erased = await here.request('/me/data/erase', { as: gone, form: { sure: 'true' } })
  await workThrough(here.system)
  assert.deepEqual(await logOf(here), [])
  const [notice] = await here.inside(({ db }) => db.selectFrom('processors.notices').selectAll().execute())
  assert.deepEqual([notice!.recipient, notice!.reason, notice!.reference_numbers.length], ['printer', 'erasure', 1])
  assert.ok(!JSON.stringify(notice).includes(gone.id))
  assert.match(await (await here.request(erased.headers.get('location')!)).text(), /Внешних получателей, которых просим стереть<\/dt><dd>1/)
  const owed = () => here.inside(({ db }) => db.selectFrom('obligations.owed').select('done_at').where('kind', '=', 'processors.tell').execute())
  assert.deepEqual(await owed(), [{ done_at: null }])
  await here.request(`/privacy-office/recipients/${notice!.id}/told`, { as: officer, form: { way: 'Обращение 77' } })
  assert.deepEqual(await owed(), [{ done_at: null }], 'told is not erased yet')
  await here.request(`/privacy-office/recipients/${notice!.id}/erased`, { as: officer, form: { confirmation: 'Акт об удалении 5' } })
  assert.deepEqual(await owed(), [{ done_at: noon }])
})

/** A text file handed in by a form. */
async function uploaded(here: School, learner: Member, ctx: Context, text: string) {
  const ticket = await here.inside(inner => makeTicket(inner, { purpose: 'test.work', person: learner.id, accepts: ['text'], most: 1000 }), learner.ctx)
  const form = new FormData()
  form.set('file', new Blob([text]), 'work.txt')
  const request = new Request('http://probe.invalid/', { method: 'POST', body: form })
  return receiveForm({ req: { raw: request, header: (name: string) => request.headers.get(name) ?? undefined } }, ctx, ticket)
}

test('a file goes to a bucket or a scanner outside only where the school declares it; otherwise not a byte leaves', async () => {
  const reached: string[] = []
  const files = {
    ...ground.ground.files, outside: { store: { setting: '$S3_URL' as const, host: 'bucket.example' } },
    store: { ...ground.ground.files.store, put: async (name: string, ...rest: [never, number]) => { reached.push(name); return ground.ground.files.store.put(name, ...rest) } },
  }
  const upload = async (here: School) => {
    const learner = await here.learner()
    return uploaded(here, learner, { ...learner.ctx, files }, 'Текст работы')
  }
  const bare = await schoolOf(ground, 'landscape-photo')
  await assert.rejects(upload(bare), { status: 403, code: 'processors.closed' })
  assert.deepEqual(reached, [])
  const here = await schoolOf(ground, 'landscape-photo', withPrinter({ id: 'bucket', name: said('Хранилище'), hosts: ['$S3_URL'], fields: ['sealed-file'], data: ['learning.work'] }))
  await upload(here)
  assert.ok(reached.length > 0)
  assert.deepEqual((await logOf(here)).map(({ recipient, fields }) => [recipient, fields]), [['bucket', ['sealed-file']]])
})

test('MX-069 whoever runs the servers holds nothing that can be read: not in the bucket, not in the copies, and the register says so', async () => {
  const here = await schoolOf(ground, 'mexrontal')
  const words = `Канарейка-${crypto.randomUUID()}`
  const learner = await here.learner({ name: words })
  const s3 = await startFauxqs({ port: 0, logger: false })
  s3.createBucket('works')
  try {
    const store = s3Store(`s3://key:secret@127.0.0.1:${s3.port}/works?region=us-east-1&path-style&tls=no`)
    const ctx = { ...learner.ctx, files: { ...ground.ground.files, store, outside: { store: { setting: '$S3_URL' as const, host: '127.0.0.1' } } } }
    await uploaded(here, learner, ctx, words)
    const objects = await Array.fromAsync(store.list(`${here.slug}/`))
    assert.ok(objects.length > 0)
    for (const { name, size } of objects) assert.ok(!(await buffer(store.read(name, 0, size))).includes(words), name)
  } finally {
    await s3.stop()
  }
  const room: Room = { ...ground.databases.benches, folder, keys: keyProvider('data/test'), ledger: ground.ground.ledger, store: ground.ground.files.store }
  handRoom(room)
  for (const which of ['main', 'vault'] as const) {
    const { file } = await makeCopy(room, which, { db: ground.main, sites: [here.slug], now: noon })
    assert.ok(!readFileSync(file).includes(words), file)
  }
  const hosting = here.policy.recipients.find(({ hosts }) => hosts.includes('$S3_URL'))!
  assert.deepEqual([hosting.data, hosting.fields], [[], ['sealed-file']])
  assert.match(await (await here.request('/privacy')).text(), /только технические данные, прочесть которые нельзя/)
  assert.deepEqual((await logOf(here)).map(({ recipient, fields }) => [recipient, fields]), [['hosting', ['sealed-file']]])
})

test('the promise is kept while nothing goes astray, and broken by one transfer that nobody declared', async () => {
  for (const slug of ['masteryn-quest', 'landscape-photo', 'mexrontal', 'webstapero-dev-notes']) {
    const here = await schoolOf(ground, slug)
    const promised = here.policy.promises.find(({ verb, subject }) => verb === 'disclose' && subject === 'recipients')!
    const state = async () => (await checkPromise(here.system, promised)).state
    assert.equal(await state(), 'kept', slug)
    await here.inside(({ db }) => db.insertInto('processors.transfers').values({ id: crypto.randomUUID(), recipient: 'buyer', host: 'buyer.example', fields: ['email'], purpose: 'sale', ground: 'operation', at: noon }).execute())
    assert.equal(await state(), 'broken', slug)
    assert.deepEqual(await stoppedIn(here), [], 'the tries of the probe are not the school\'s')
  }
})
