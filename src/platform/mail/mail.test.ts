import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { keptLetters, lettersAbout, mailHealth, outboxStore, queueMail, sendDue, transportFor, type Templates, type Transport } from '#platform/mail/mail.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import { recipientOf } from '#people/accounts/accounts.ts'
import { noon, openTestDatabases } from '#test/fixtures.ts'
import { smtpServer } from '#test/smtp-server.ts'

const { school } = await openTestDatabases()
const folder = mkdtempSync(join(tmpdir(), 'senim-mail-'))
after(() => rmSync(folder, { recursive: true }))
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)

async function place(transport: Transport, more: Templates<Context> = {}) {
  const here = await school()
  const at = (now: Date) => here.as({ person: null, role: 'system' }, now)
  const inside = <R>(work: (ctx: Context) => Promise<R>, now = noon) => here.inside(work, at(now))
  const templates: Templates<Context> = { 'test.hello': async (ctx, { person }) => {
    const recipient = await recipientOf(ctx.db, person)
    return recipient && { to: recipient.to, subject: 'Сәлем', text: 'Жаңа сабақ ашылды.' }
  }, ...more }
  const send = (now = noon) => sendDue(at(now), work => inside(work, now), templates, transport, letter => reveal(at(now), letter))
  const queue = (person: string, about = '1', template = 'test.hello') => inside(ctx => queueMail(ctx.db, { person, template, about, now: noon }))
  return { here, inside, send, queue, health: () => inside(ctx => mailHealth(ctx.db)) }
}

test('a letter leaves once for each person, template and occasion, however often it was asked for', async () => {
  const smtp = await smtpServer()
  const transport = transportFor({ smtpUrl: smtp.url, folder, mode: 'production' })
  const { here, send, queue, inside } = await place(transport)
  const { id, email } = await here.member()
  for (const about of ['1', '1', '2', '2']) await queue(id, about)
  assert.equal(await send(), 2)
  assert.equal(await send(minutes(600)), 0)
  assert.deepEqual(smtp.letters.map(({ to }) => to), [email, email])
  assert.match(smtp.letters[0]!.data, /^Auto-Submitted: auto-generated$/m)
  assert.deepEqual((await inside(ctx => lettersAbout(ctx.db, 'test.hello', '1'))).map(({ deliveredAt, givenUp }) => [deliveredAt, givenUp]), [[noon, false]])
  transport.close()
  smtp.close()
})

test('a refused mailbox is tried again after growing pauses, then given up, and stops nobody else', async () => {
  const smtp = await smtpServer(mailbox => mailbox.startsWith('full'))
  const transport = transportFor({ smtpUrl: smtp.url, folder, mode: 'production' })
  const { here, send, queue, health } = await place(transport)
  const full = await here.member('learner', { email: 'full@box.example' })
  const fine = await here.member('learner', { email: 'fine@box.example' })
  await queue(full.id)
  await queue(fine.id)
  assert.equal(await send(), 1)
  assert.deepEqual([(await health()).waiting, (await health()).sent], [1, 1])
  for (let hour = 0; hour < 80; hour++) await send(minutes(hour * 60))
  assert.deepEqual([(await health()).givenUp, (await health()).waiting], [1, 0])
  assert.deepEqual(smtp.letters.map(({ to }) => to), ['fine@box.example'])
  transport.close()
  smtp.close()
})

test('a template that fails stops only its own letter; nothing to send is no failure', async () => {
  const { here, send, queue, health } = await place(transportFor({ smtpUrl: undefined, folder, mode: 'test' }), {
    'test.broken': async () => { throw new Error('no such course') },
    'test.mute': async () => undefined,
  })
  const { id } = await here.member()
  for (const template of ['test.broken', 'test.mute', 'test.hello']) await queue(id, '1', template)
  assert.equal(await send(), 1)
  assert.deepEqual(await health(), { waiting: 1, since: noon, givenUp: 0, sent: 1 })
})

test('several workers send a letter once', async () => {
  const smtp = await smtpServer()
  const transport = transportFor({ smtpUrl: smtp.url, folder, mode: 'production' })
  const { here, send, queue } = await place(transport)
  for (let count = 0; count < 5; count++) await queue((await here.member()).id)
  await Promise.all([send(), send(), send()])
  assert.equal(new Set(smtp.letters.map(({ to }) => to)).size, 5)
  assert.equal(smtp.letters.length, 5)
  transport.close()
  smtp.close()
})

test('without a mail server a school at work writes nothing down: its letters wait', async () => {
  const own = join(folder, 'production')
  const transport = transportFor({ smtpUrl: undefined, folder: own, mode: 'production' })
  const { here, send, queue, health } = await place(transport)
  await queue((await here.member()).id)
  assert.equal(await send(), 0)
  assert.equal(transport.works, false)
  assert.equal(existsSync(join(own, 'outbox')), false)
  assert.equal((await health()).waiting, 1)
})

test('a demo keeps a letter with its person: closed to others, copied with them, gone with them', async () => {
  const { here, send, queue } = await place(transportFor({ smtpUrl: undefined, folder, mode: 'demo' }))
  const [ann, ben] = [await here.member(), await here.member()]
  await queue(ann.id)
  await queue(ben.id)
  assert.equal(await send(), 2)
  assert.equal(statSync(join(folder, 'outbox', here.slug, ann.id)).mode & 0o077, 0)
  const store = outboxStore(folder)
  assert.deepEqual((await store.export(here.slug, ann.id)).map(({ to, subject }) => [to, subject]), [[ann.email, 'Сәлем']])
  assert.equal((await store.list(here.slug, ben.id)).length, 1)
  assert.equal((await store.canary(here.slug, ann.email)).length, 1)
  await store.erase(here.slug, ann.id)
  assert.deepEqual(await store.canary(here.slug, ann.email), [])
  assert.deepEqual(keptLetters(folder, here.slug).map(({ person }) => person), [ben.id])
  assert.equal(readdirSync(join(folder, 'outbox', here.slug)).includes(ann.id), false)
})
