// The language of promises: what is refused, where, and with which hint.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import { said, smallManifest } from '#test/small-manifest.ts'
import { controls } from '../../product.ts'
import { Category, control, manifestJsonSchema, PolicyFaults, readPolicy, ruleOf, rulesOf, type Control } from './policy.ts'
import { upcast } from './upcast.ts'

const read = (text: string, with_ = controls) => readPolicy({ file: 'small/policy.yaml', text }, with_)
function faultsOf(text: string, with_ = controls) {
  try {
    read(text, with_)
  } catch (error) {
    if (error instanceof PolicyFaults) return error.faults
    throw error
  }
  return []
}
const lineOf = (text: string, piece: string) => text.slice(0, text.indexOf(piece)).split('\n').length
const retain = controls.find(({ verb, subject }) => verb === 'retain' && subject === 'account') as Control

test('a figure may stand only in the rule, and every sentence takes it from there', () => {
  const [promise] = read(smallManifest()).promises
  assert.equal(promise!.says.ru, 'Храним 3\u00a0года после входа, предупредим за 30\u00a0дней.')
  assert.equal(read(smallManifest(policy => { policy.chapters[0].promises[0].retain.for = 'P2Y' })).promises[0]!.says.en, 'Храним 2\u00a0years после входа, предупредим за 30\u00a0days.')
  assert.match(read(smallManifest()).chapters[0]!.plain.kk, /30\u00a0күн/)
  const text = smallManifest(policy => { policy.chapters[0].promises[0].says = said('Храним 3 года.') })
  const faults = faultsOf(text)
  assert.deepEqual(faults.map(({ line, says }) => [line, says.en.slice(0, 34)]).slice(0, 1), [[lineOf(text, 'ru: Храним 3 года.'), 'There is a figure in the sentence ']])
  assert.equal(faults.length, 3)
})

test('a slot that the rule does not have is refused', () => {
  assert.match(faultsOf(smallManifest(policy => { policy.chapters[0].promises[0].says = said('Храним {term}.') }))[0]!.says.en, /no slot \{term\}.*\{for\}, \{for-of\}, \{warning\}/)
})

test('a sentence that no control keeps stops the school, with file, line and column', () => {
  const text = smallManifest(policy => { policy.chapters[0].promises[1] = { id: 'floating', says: said('Столы летают.'), offer: { subject: 'levitation' } } })
  const [fault] = faultsOf(text)
  assert.deepEqual([fault!.file, fault!.line, fault!.column], ['small/policy.yaml', lineOf(text, 'subject: levitation'), 20])
  assert.match(fault!.says.en, /Nothing keeps promise "floating": "offer" has no subject "levitation"/)
})

test('a promise has exactly one verb, and a name that is nearly right is hinted at', () => {
  assert.match(faultsOf(smallManifest(policy => { delete policy.chapters[0].promises[0].retain }))[0]!.says.en, /"account-kept" has no verb/)
  assert.match(faultsOf(smallManifest(policy => { policy.chapters[0].promises[0].refuse = { subject: 'sale' } }))[0]!.says.en, /exactly one verb; it has: retain, refuse/)
  assert.match(faultsOf(smallManifest(policy => { const { retain, ...rest } = policy.chapters[0].promises[0]; policy.chapters[0].promises[0] = { ...rest, retian: retain } }))[0]!.says.en, /"retian". Did you mean "retain"/)
  assert.match(faultsOf(smallManifest(policy => { policy.chapters[0].promises[0].retain.subject = 'acount' }))[0]!.says.en, /"acount" does not fit here. Did you mean "account"/)
  assert.match(faultsOf(smallManifest(policy => { policy.chapters[0].promises[0].retain.warnin = 'P1D' }))[0]!.says.en, /"warnin". Did you mean "warning"/)
})

test('an unknown key is refused at its own place, in the reader\'s language', () => {
  const text = smallManifest(policy => { policy.registration.fields[0].neded = true })
  const [fault] = faultsOf(text)
  assert.deepEqual([fault!.line, fault!.column], [lineOf(text, 'neded'), 7])
  assert.deepEqual([fault!.says.ru, fault!.says.kk], ['Неизвестное имя «neded». Может быть, «needed»?', '«neded» деген белгісіз атау. Мүмкін, «needed»?'])
})

test('every fault is named at once, in the order of the file', () => {
  const text = smallManifest(policy => { policy.data[0].purposes = ['lerning']; policy.cookies[0].category = 'tasty'; delete policy.operator.bin })
  assert.deepEqual(faultsOf(text).map(({ says }) => says.en), ['"bin" is missing.', '"tasty" does not fit here. Possible: necessary, functional, analytics.'])
  assert.match(faultsOf(smallManifest(policy => { policy.data[0].purposes = ['lerning']; policy.data[1].basis = 'habit' })).map(({ says }) => says.en).join('\n'), /"lerning" is not described under "purposes". Did you mean "learning"[^]*"habit" is not described under "law\/kz: grounds"/)
})

test('a file that is not YAML says so with its place', () => {
  const [fault] = faultsOf('schema: 1\nname: { ru: "Школа\n')
  assert.equal(fault!.file, 'small/policy.yaml')
  assert.match(fault!.says.en, /Not readable as YAML/)
})

test('two promises of one name, a ledger id kept twice and a category described twice are refused', () => {
  const twice = faultsOf(smallManifest(policy => {
    policy.chapters[0].promises.push({ ...policy.chapters[0].promises[0] })
    policy.data.push({ ...policy.data[0] })
  }))
  assert.deepEqual(twice.map(({ says }) => says.en), ['"account.email" is already there.', '"account-kept" is already there.', '"MX-040" is already there.'])
})

test('several cookies of one category are told apart by their names', () => {
  const cookie = { name: 'device', category: 'necessary', purpose: said('Узнаёт браузер'), life: 'P365D' }
  assert.deepEqual(faultsOf(smallManifest(policy => { policy.cookies.push(cookie) })), [])
  assert.deepEqual(faultsOf(smallManifest(policy => { policy.cookies.push(cookie, cookie) })).map(({ says }) => says.en), ['"device" is already there.'])
})

test('a category without a reason, a purpose, a ground or an end is refused', () => {
  for (const part of ['why', 'purposes', 'basis', 'term'])
    assert.deepEqual(faultsOf(smallManifest(policy => { delete policy.data[0][part] })).map(({ says }) => says.en), [`"${part}" is missing.`])
  assert.match(faultsOf(smallManifest(policy => { policy.data[0].term = 'never' }))[0]!.says.en, /"never" is not described under "promises"/)
})

test('a right that the law gives cannot be left out', () => {
  assert.match(faultsOf(smallManifest(policy => { policy.rights = policy.rights.filter(({ right }: { right: string }) => right !== 'erasure') }))[0]!.says.en, /The law gives the right "erasure"/)
})

test('sale and advertising cannot be a purpose, for data and for recipients', () => {
  for (const serves of ['sale', 'advertising', 'marketing'])
    assert.match(faultsOf(smallManifest(policy => { policy.purposes.push({ id: 'more', serves, what: said('Ещё') }) }))[0]!.says.en, /cannot be a purpose: data is neither sold/)
  const recipient = { id: 'buyer', name: said('Покупатель'), function: said('Покупает'), country: 'KZ', ground: 'operation', data: ['account.email'], fields: ['to'], purpose: 'advertising', hosts: [], standard: 'ISO', agreement: { number: '1', until: '2030-01-01' }, certificate: { number: '2', until: '2030-01-01' }, assessment: { by: 'Дана', on: '2026-01-10', result: 'fit' } }
  assert.match(faultsOf(smallManifest(policy => { policy.recipients.push(recipient) }))[0]!.says.en, /cannot be a purpose/)
})

test('a recipient abroad needs a safeguard', () => {
  const recipient = { id: 'mail', name: said('Почта'), function: said('Носит письма'), country: 'DE', ground: 'operation', data: ['account.email'], fields: ['to'], purpose: 'learning', hosts: [], standard: 'ISO', agreement: { number: '1', until: '2030-01-01' }, certificate: { number: '2', until: '2030-01-01' }, assessment: { by: 'Дана', on: '2026-01-10', result: 'fit' } }
  assert.match(faultsOf(smallManifest(policy => { policy.recipients.push(recipient) }))[0]!.says.en, /"mail" is abroad/)
  assert.deepEqual(faultsOf(smallManifest(policy => { policy.recipients.push({ ...recipient, safeguard: said('Договор') }) })), [])
})

test('a plain summary has at most two sentences', () => {
  assert.match(faultsOf(smallManifest(policy => { policy.chapters[0].plain = said('Раз. Два. Три.') }))[0]!.says.en, /at most two sentences/)
})

test('a promise not to collect contradicts a description of the same data', () => {
  const refuse = control('refuse', 'kinds', { rule: z.strictObject({ categories: z.array(Category) }), kind: 'invariant', prove: async () => ({ state: 'kept', figure: said('') }) })
  const refusing = (category: string) => smallManifest(policy => { policy.chapters[0].promises.push({ id: 'not-asked', says: said('Этого не спрашиваем.'), refuse: { subject: 'kinds', categories: [category] } }) })
  assert.match(faultsOf(refusing('account.email'), [...controls, refuse])[0]!.says.en, /promises not to collect "account.email"/)
  assert.deepEqual(faultsOf(refusing('account.birth-date'), [...controls, refuse]), [])
})

test('a comment, an order of keys or of list items is the same policy; a word or a figure is not', () => {
  const seal = read(smallManifest()).seal
  assert.equal(read('# hello\n' + smallManifest()).seal, seal)
  assert.equal(read(smallManifest(policy => { policy.data.reverse(); policy.chapters[0].promises.reverse(); policy.name = { en: 'Школа', kk: 'Школа', ru: 'Школа' } })).seal, seal)
  assert.equal(read(smallManifest(policy => { policy.chapters[0].promises[0].keeps = []; policy.effective = '2027-01-01' })).seal, seal)
  assert.notEqual(read(smallManifest(policy => { policy.chapters[0].promises[0].retain.for = 'P2Y' })).seal, seal)
  assert.notEqual(read(smallManifest(policy => { policy.summary.reverse() })).seal, seal)
  assert.notEqual(read(smallManifest(policy => { policy.data[0].why.kk = 'басқаша' })).seal, seal)
})

test('a coming version may hold only what differs, and a fault in it is shown in its own file', () => {
  const next = (text: string) => ({ file: 'small/policy.yaml', text: smallManifest(), next: { file: 'small/policy.next.yaml', text } })
  const head = 'based-on: policy.yaml\neffective: earliest\nchange: { reason: law, affects: details, summary: { ru: а, kk: а, en: а } }\n'
  const policy = readPolicy(next(`${head}data:\n  - { category: account.name, what: { ru: Псевдоним, kk: Псевдоним, en: Псевдоним }, why: { ru: а, kk: а, en: а }, purposes: [learning], basis: consent, source: person, needed: true, recipients: [], term: account-kept }\nremove: { promises: [agreement] }\n`), controls)
  assert.deepEqual(policy.data.map(({ what }) => what.ru), ['Почта', 'Псевдоним', 'Пароль'])
  assert.deepEqual(policy.promises.map(({ id }) => id), ['account-kept', 'change-announced'])
  try {
    readPolicy(next(`${head}cookies:\n  - { name: session, category: tasty, purpose: { ru: а, kk: а, en: а }, life: P90D }\n`), controls)
    assert.fail('read')
  } catch (error) {
    const [fault] = (error as PolicyFaults).faults
    assert.deepEqual([fault!.file, fault!.line, fault!.column], ['small/policy.next.yaml', 5, 32])
  }
})

test('an older form is brought into today\'s, a newer one is refused', () => {
  const refused: string[] = []
  const refuse = (faults: { says: { en: string } }[]) => { refused.push(...faults.map(({ says }) => says.en)) }
  const steps = { 1: (older: Record<string, unknown>) => ({ ...older, title: older.name }), 2: (older: Record<string, unknown>) => ({ ...older, done: true }) }
  assert.deepEqual(upcast({ schema: 1, name: 'a' }, refuse, steps, 3), { schema: 3, name: 'a', title: 'a', done: true })
  assert.deepEqual(refused, [])
  upcast({ schema: 4 }, refuse, steps, 3)
  assert.match(refused[0]!, /newer program/)
})

test('rules are looked up by control, also through a copy of the policy', () => {
  const policy = read(smallManifest())
  assert.deepEqual(rulesOf(policy, retain), [{ after: 'last-sign-in', for: 'P3Y', warning: 'P30D' }])
  assert.deepEqual(ruleOf({ promises: policy.promises.map(({ verb, subject, rule }) => ({ verb, subject, rule })) }, retain), { after: 'last-sign-in', for: 'P3Y', warning: 'P30D' })
})

test('two modules that keep the same promise are a fault of the product', () => {
  assert.throws(() => read(smallManifest(), [...controls, retain]), /Two modules keep retain\/account/)
})

test('the published schema is the one the controls make; npm run schema writes it', () => {
  assert.equal(readFileSync('docs/policy.schema.json', 'utf8'), JSON.stringify(manifestJsonSchema(controls), null, 2) + '\n')
})
