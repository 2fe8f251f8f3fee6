// Letters to the school: each becomes an enquiry, or part of the one it answers.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sendDue, transportFor } from '#platform/mail/mail.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { checkPromise } from '#trust/evidence/evidence.ts'
import { throughGate } from '#trust/processors/processors.ts'
import { openTestDatabases, type School } from '#test/fixtures.ts'
import { lettersIn } from '#test/letters.ts'
import { decoded, smtpServer } from '#test/smtp-server.ts'
import { callOf, typed } from '#test/terminal.ts'
import { cliCommands, templates } from '../../product.ts'
import { answerTicket } from './answer.ts'
import { ask } from './ask.ts'
import { readLetter } from './read-letter.ts'
import { receiveLetter } from './receive-letter.ts'

const ground = await openTestDatabases()
let count = 0
type Parts = { from?: string; to?: string; subject?: string; words?: string; headers?: string[]; number?: string }
const letter = ({ from = 'Гость <gost@pochta.example>', to, subject = 'Вопрос о данных', words = 'Какие данные обо мне у вас есть?', headers = [], number = `${++count}@pochta.example` }: Parts) =>
  Buffer.from([`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, `Message-ID: <${number}>`, ...headers, ...headers.some(line => line.startsWith('Content-Type')) ? [] : ['Content-Type: text/plain; charset=utf-8'], '', words].join('\r\n'))
const mailbox = (here: School) => here.policy.operator.contacts.find(({ channel }) => channel === 'e-mail')!.value as string
const ticketsOf = (here: School) => here.inside(({ db }) => db.selectFrom('support.tickets').select(['id', 'number', 'person', 'guest', 'topic', 'channel', 'waits_for']).orderBy('number').execute())
const messagesOf = (here: School, ticket: string) => here.inside(async ctx => reveal(ctx, await ctx.db.selectFrom('support.messages').select(['id', 'words', 'left_out', 'of_school']).where('ticket', '=', ticket).orderBy('written_at').orderBy('id').execute()))

async function school(like = 'landscape-photo') {
  const here = await ground.school(like)
  const support = await here.staff('support')
  const take = (parts: Parts) => receiveLetter(here.system, letter({ to: mailbox(here), ...parts }))
  return { here, support, take }
}

test('LP-006 a question by form and a question by letter both become enquiries, and both are answered the way they came', async () => {
  const { here, support, take } = await school()
  await here.request('/contacts', { form: { topic: 'general', name: '', email: 'forma@pochta.example', words: 'Вопрос через форму на сайте.' } })
  await take({})
  const tickets = await ticketsOf(here)
  assert.deepEqual(tickets.map(({ channel, guest }) => [channel, guest]), [['form', true], ['mail', true]])
  await lettersIn(here)
  for (const { id, number } of tickets) await answerTicket(support.ctx, { ticket: id, words: `Ответ на обращение ${number}.` })
  const answers = await lettersIn(here)
  assert.deepEqual(answers.map(({ to }) => to), ['forma@pochta.example', 'gost@pochta.example'])
  const page = /\/enquiries\/\S+/.exec(answers[0]!.text)![0]
  assert.match(await (await here.request(page)).text(), new RegExp(`Ответ на обращение ${tickets[0]!.number}`))
})

test('LP-041 an answer to a letter of support joins the same enquiry, whichever way it is recognised', async () => {
  const { here, support, take } = await school()
  await take({ words: 'Можно ли сдать снимок позже?' })
  const [ticket] = await ticketsOf(here)
  await answerTicket(support.ctx, { ticket: ticket!.id, words: 'Да, до конца недели.' })
  const sent = await here.inside(({ db }) => db.selectFrom('mail.letters').select('id').where('template', '=', 'support.answered').executeTakeFirstOrThrow())
  const [, answer] = await lettersIn(here) as unknown as { replyTo: string; subject: string }[]
  const joined = { number: ticket!.number, joined: true }
  assert.deepEqual(await take({ to: answer!.replyTo, subject: 'без темы', words: 'Спасибо, первое.', from: 'drugoy@pochta.example' }), joined)
  assert.deepEqual(await take({ subject: 'без темы', words: 'Спасибо, второе.\r\n\r\n3 декабря школа пишет:\r\n> Да, до конца недели.\r\n> —', headers: [`In-Reply-To: <${sent.id}@${here.slug}.senim>`] }), joined)
  assert.deepEqual(await take({ subject: `Re: ${answer!.subject}`, words: 'Спасибо, третье.' }), joined)
  const said = await messagesOf(here, ticket!.id)
  assert.deepEqual(said.map(({ words }) => words?.split('\n').at(-1)), ['Можно ли сдать снимок позже?', 'Да, до конца недели.', 'Спасибо, первое.', 'Спасибо, второе.', 'Спасибо, третье.'])
  assert.ok((await ticketsOf(here))[0]!.waits_for, 'the school owes an answer again')
  assert.equal((await ticketsOf(here)).length, 1)
})

test('a number in the subject opens nothing to a stranger, and a key of another school or a wrong one opens nothing at all', async () => {
  const { here, take } = await school()
  await take({})
  const [ticket] = await ticketsOf(here)
  assert.equal((await take({ from: 'chuzhoy@pochta.example', subject: `Re: Обращение № ${ticket!.number}` }) as { joined: boolean }).joined, false)
  const wrong = mailbox(here).replace('@', `+${ticket!.number}-0123456789abcdef@`)
  assert.equal((await take({ from: 'chuzhoy@pochta.example', to: wrong }) as { joined: boolean }).joined, false)
  assert.equal((await messagesOf(here, ticket!.id)).length, 1)
})

test('MX-085 the privacy e-mail is shown, a letter to it becomes an enquiry, and the answers come from it', async () => {
  const { here, support, take } = await school('mexrontal')
  const address = mailbox(here)
  for (const path of ['/contacts', '/privacy']) assert.ok((await (await here.request(path)).text()).includes(`mailto:${address}`), path)
  await take({})
  await take({ subject: 'Запрос на управление данными', words: 'Прошу удалить мои данные.' })
  const tickets = await ticketsOf(here)
  assert.deepEqual(tickets.map(({ topic, channel }) => [topic, channel]), [['general', 'mail'], ['rights', 'mail']], 'the subject that the policy names puts it before the officer')
  await answerTicket(support.ctx, { ticket: tickets[0]!.id, words: 'Вот что у нас есть о вас.' })
  const smtp = await smtpServer()
  const transport = transportFor({ smtpUrl: smtp.url, folder: '', mode: 'production' })
  try {
    await sendDue(here.system, work => here.inside(work), templates, throughGate(here.system, transport), each => reveal(here.system, each))
    assert.deepEqual(smtp.letters.map(({ to }) => to), Array(3).fill('gost@pochta.example'))
    for (const { data } of smtp.letters) assert.match(data, new RegExp(`^From: ${address}$`, 'm'))
    assert.ok(smtp.letters.some(({ data }) => decoded(data).includes('Вот что у нас есть о вас')))
  } finally {
    transport.close()
    smtp.close()
  }
})

test('whoever has an account here is known by their address: the enquiry is theirs, and in their list', async () => {
  const { here, take } = await school()
  const learner = await here.learner()
  await take({ from: learner.email })
  const [ticket] = await ticketsOf(here)
  assert.deepEqual([ticket!.person, ticket!.guest], [learner.id, false])
  assert.ok((await (await here.request('/me/enquiries', { as: learner })).text()).includes(`/me/enquiries/${ticket!.id}`))
  assert.deepEqual(await ground.vault.readable(here.slug).then(all => all.filter(id => id === ticket!.person)), [learner.id])
})

test('attachments are left out by name, politely, and the words are taken', async () => {
  const { here, take } = await school()
  const parts = ['--b', 'Content-Type: text/plain; charset=utf-8', '', 'Снимок во вложении, посмотрите.', '--b', 'Content-Type: image/jpeg; name="gory.jpg"', 'Content-Disposition: attachment; filename="gory.jpg"', 'Content-Transfer-Encoding: base64', '', 'AAAA', '--b--', ''].join('\r\n')
  await take({ words: parts, headers: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'] })
  const [ticket] = await ticketsOf(here)
  const [said] = await messagesOf(here, ticket!.id)
  assert.match(said!.words!, /Снимок во вложении, посмотрите\.$/)
  assert.equal(said!.left_out, 'gory.jpg')
  assert.match((await lettersIn(here))[0]!.text, /Вложения мы из писем не берём, поэтому не приняли: gory\.jpg/)
})

test('an automatic reply opens nothing, and a letter that is brought twice is taken once', async () => {
  const { here, take } = await school()
  for (const headers of [['Auto-Submitted: auto-replied'], ['Precedence: bulk'], ['Return-Path: <>']]) assert.deepEqual(await take({ headers }), { ignored: 'automatic' }, headers.join())
  assert.deepEqual(await take({ from: 'MAILER-DAEMON@pochta.example' }), { ignored: 'automatic' })
  await take({ number: 'same@pochta.example' })
  assert.deepEqual(await take({ number: 'same@pochta.example' }), { ignored: 'again' })
  assert.equal((await ticketsOf(here)).length, 1)
})

test('a letter of markup alone is read as words, and its language is seen by its letters', async () => {
  const html = (words: string) => readLetter(letter({ to: 'help@school.example', words, headers: ['Content-Type: text/html; charset=utf-8'] }))
  const read = await html('<html><head><title>x</title></head><body><p>Сәлеметсіз бе!</p><script>alert(1)</script><p>Сабақ &amp; тест <b>қашан</b>?</p></body></html>')
  assert.deepEqual([read.words, read.locale], ['Сәлеметсіз бе!\nСабақ & тест қашан?', 'kk'])
  assert.equal((await html('<p>Hello there</p>')).locale, 'ru', 'the subject counts as well')
  await assert.rejects(readLetter(Buffer.from('no letter at all')), { code: 'support.mail-unreadable' })
  await assert.rejects(readLetter(Buffer.alloc(16 * 1024 * 1024)), { code: 'support.mail-too-big' })
})

test('the command takes a letter from its standard input and finds the school by its address; a stranger’s address is refused', async () => {
  const { here } = await school()
  const operator = await here.staff('operator')
  const run = (given: Buffer, flags = {}) => typed(cliCommands, 'mail receive', callOf(here, operator, { given, flags }))
  const { json, code } = await run(letter({ to: mailbox(here) }))
  const [ticket] = await ticketsOf(here)
  assert.deepEqual([code, json], [0, { site: here.slug, number: ticket!.number, joined: false }])
  assert.equal((await run(letter({ to: 'list@elsewhere.example' }), { to: mailbox(here) })).json.joined, false, 'the mail server knows better than the header')
  await assert.rejects(run(letter({ to: 'nobody@elsewhere.example' })), { code: 'support.mail-not-here' })
  await assert.rejects(receiveLetter((await ground.school('masteryn-quest')).system, letter({ to: 'help@masteryn.example' })), { code: 'support.mail-none' })
})

test('a school that has had a letter shows it; before, nothing is claimed', async () => {
  const { here, take } = await school()
  const promise = () => checkPromise(here.system, here.policy.promises.find(({ id }) => id === 'enquiries-by-mail')!)
  assert.equal((await promise()).state, 'unproven')
  await take({})
  assert.equal((await promise()).state, 'kept')
  await ask((await here.learner()).ctx, { topic: 'general', words: 'Вопрос через форму на сайте.' })
  assert.equal((await promise()).state, 'kept')
})
