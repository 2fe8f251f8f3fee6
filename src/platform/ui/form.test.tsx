import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { locales, type Text } from '../locale.ts'
import { drawPage, form, nowhere, Post, type Failed } from './ui.ts'

const named = (name: string): Text => ({ ru: `${name} по-русски`, kk: `${name} қазақша`, en: `${name} in English` })
const words = { ...Object.fromEntries(['name', 'email', 'phone', 'secret', 'born', 'hours', 'level', 'topics', 'rules', 'about', 'course', 'site'].map(name => [name, named(name)])), 'too-common': named('such a password') }

const signUp = form(z.strictObject({
  name: z.string().trim().min(1).max(20), email: z.string().pipe(z.email()), phone: z.string().regex(/^\+7\d{10}$/).optional(), secret: z.string().min(10).refine(text => text !== '1234567890', 'too-common'),
  born: z.iso.date().refine(date => date < '2026', 'in-the-future'), hours: z.number().int().min(1).max(40).optional(), level: z.enum(['new', 'used']), topics: z.array(z.enum(['light', 'fog', 'snow'])).min(1).max(2),
  rules: z.literal(true), about: z.string().max(5).optional(), course: z.string(),
}), {
  name: {}, email: { type: 'email' }, phone: { type: 'tel' }, secret: { type: 'password' }, born: { type: 'date', autocomplete: 'bday' }, hours: { type: 'number' }, course: { type: 'hidden' },
  level: { type: 'radio', options: locale => ['new', 'used'].map(value => ({ value, label: `${value} ${locale}` })) }, topics: { type: 'checkboxes' }, rules: { type: 'checkbox' }, about: { type: 'textarea' },
}, words)

const good = 'name=Aru&email=aru@pochta.example&secret=long+enough+1&born-day=7&born-month=3&born-year=2001&level=new&topics=light&topics=fog&rules=on&course=c1'
const changed = (changes: Record<string, string | undefined>) => {
  const sent = new URLSearchParams(good)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) sent.delete(name)
    else sent.set(name, value)
  }
  return sent
}
const failedBy = (changes: Record<string, string | undefined>): Failed => {
  const read = signUp.read(changed(changes))
  assert.ok(!read.ok)
  return read.failed
}

test('a form reads what a browser sends: whole dates, lists, numbers, yes and nothing', () => {
  assert.deepEqual(signUp.read(changed({ hours: '1 0', phone: '', about: '', _once: 'key' })), { ok: true, input: {
    name: 'Aru', email: 'aru@pochta.example', secret: 'long enough 1', born: '2001-03-07', level: 'new', topics: ['light', 'fog'], rules: true, hours: 10, course: 'c1',
  } })
})

test('a date may also be sent whole, as a program does', () => {
  const read = signUp.read(changed({ 'born-day': undefined, 'born-month': undefined, 'born-year': undefined, born: '2001-03-07' }))
  assert.equal(read.ok && read.input.born, '2001-03-07')
})

const mistakes: [string, Record<string, string | undefined>, string, Text | RegExp][] = [
  ['nothing in a field that is needed', { name: '' }, 'name', /^Заполните/], ['only spaces', { name: '   ' }, 'name', /^Заполните/], ['a field left out', { email: undefined }, 'email', /^Заполните/],
  ['too long a name', { name: 'a'.repeat(21) }, 'name', /не больше 20/], ['too short a password', { secret: 'short' }, 'secret', /не меньше 10/], ['a password everyone has', { secret: '1234567890' }, 'secret', words['too-common']!],
  ['no e-mail', { email: 'aru' }, 'email', /не похоже на адрес почты/], ['no phone', { phone: '12' }, 'phone', /не похоже на телефон/],
  ['a day that does not exist', { 'born-day': '31', 'born-month': '2' }, 'born', /Такой даты нет/], ['a date without its year', { 'born-year': '' }, 'born', /Такой даты нет/], ['words for a date', { 'born-day': 'seven' }, 'born', /Такой даты нет/],
  ['no date at all', { 'born-day': '', 'born-month': '', 'born-year': '' }, 'born', /^Заполните/], ['a date to come', { 'born-year': '2027' }, 'born', /ещё не наступила/],
  ['letters for a number', { hours: 'many' }, 'hours', /нужно число/], ['half a lesson', { hours: '1,5' }, 'hours', /целое число/], ['too great a number', { hours: '41' }, 'hours', /наибольшее число 40/], ['too small a number', { hours: '0' }, 'hours', /наименьшее число 1/],
  ['no choice', { level: undefined }, 'level', /^Выберите/], ['a choice that is not offered', { level: 'master' }, 'level', /Такого варианта/], ['nothing of several', { topics: undefined }, 'topics', /^Выберите/],
  ['something that is not offered', { topics: 'rain' }, 'topics', /Такого варианта/], ['rules that are not agreed to', { rules: undefined }, 'rules', /отметьте/], ['a field we never asked for', { colour: 'red' }, 'colour', /«colour» мы не спрашиваем/],
  ['too much about oneself', { about: 'abcdef' }, 'about', /не больше 5/],
]
for (const [what, changes, field, sentence] of mistakes) {
  test(`${what} is refused by name, with one sentence in three languages`, () => {
    const { problems } = failedBy(changes)
    assert.deepEqual(Object.keys(problems), [field])
    if (sentence instanceof RegExp) assert.match(problems[field]!.ru, sentence)
    else assert.deepEqual(problems[field], sentence)
    assert.equal(new Set(locales.map(locale => problems[field]![locale])).size, 3)
    for (const locale of locales) assert.doesNotMatch(problems[field]![locale], /[{}]|undefined/)
  })
}

test('one field sent twice is not guessed at', () => {
  const sent = new URLSearchParams(`${good}&name=Other`)
  const read = signUp.read(sent)
  assert.deepEqual(!read.ok && Object.keys(read.failed.problems), ['name'])
})

const drawn = (failed: Failed, locale: 'ru' | 'kk' | 'en' = 'kk', values: Record<string, string> = {}) => {
  const here = { ...nowhere(locale, new Date()), once: '0191f5a2-0000-4000-8000-000000000000', failed }
  return drawPage(here, () => ({ title: 'x', body: <Post to="/x"><signUp.Fields here={here} values={{ course: 'c1', ...values }} /></Post> }))
}

test('a refused form comes back with everything typed, except passwords', () => {
  const html = drawn(failedBy({ email: 'aru', about: 'a<b>c', secret: 'my-secret-words' }))
  for (const kept of ['value="Aru"', 'value="aru"', 'value="7"', 'value="2001"', 'a&lt;b>c']) assert.ok(html.includes(kept), kept)
  assert.match(html, /name="level" value="new" checked/)
  assert.match(html, /name="topics"|id="[^"]*topics"/)
  assert.ok(!html.includes('my-secret-words'))
})

test('what is wrong stands above with focus, leads to the field, and is said beside it', () => {
  const html = drawn(failedBy({ email: 'aru' }), 'en')
  const [, id] = /<input id="([^"]+)" name="email" aria-invalid="true" aria-describedby="\1-problem"/.exec(html) ?? []
  assert.ok(id)
  assert.match(html, /role="alert" tabindex="-1" autofocus/)
  assert.ok(html.includes(`<a href="#${id}">email in English</a>`))
  assert.ok(html.includes(`id="${id}-problem"`))
  assert.match(html, /<title>Error: x/)
})

test('a command that says no is explained above the same form', () => {
  const html = drawn(signUp.refuse(new URLSearchParams(good), named('taken')), 'ru')
  assert.match(html, /taken по-русски/)
  assert.match(html, /value="aru@pochta.example"/)
})

test('what a command says of one field stands above once, as the way to the field, and once beside it', () => {
  const html = drawn(signUp.refuse(new URLSearchParams(good), named('taken'), { email: named('taken') }), 'ru')
  assert.equal(html.split('taken по-русски').length - 1, 2)
})

test('a date to come is exemplified by one, a date of birth by one long ago', () => {
  const due = form(z.strictObject({ due: z.iso.date() }), { due: { type: 'date' } }, words)
  const html = drawPage(nowhere('ru', new Date('2026-11-22T12:00:00Z')), () => ({ title: 'x', body: <Post to="/x"><due.Fields /></Post> }))
  assert.match(html, /27 3 2027/)
  assert.match(drawn(failedBy({ email: 'aru' }), 'ru'), /27 3 2001/)
})

test('of two forms of one kind only the one that was sent shows its problems', () => {
  const failed = failedBy({ email: 'aru' })
  assert.match(drawn(failed, 'ru', { course: 'c1' }), /aria-invalid/)
  assert.doesNotMatch(drawn(failed, 'ru', { course: 'c2' }), /aria-invalid/)
})

test('a hidden value that has changed since comes back as it is today, and what was typed is kept', () => {
  const agreed = form(z.strictObject({ name: z.string(), level: z.coerce.number().refine(level => level === 2, 'too-common') }), { name: {}, level: { type: 'hidden', current: true } }, words)
  for (const sent of ['name=Aru&level=1', 'name=Aru']) {
    const read = agreed.read(new URLSearchParams(sent))
    assert.ok(!read.ok)
    const html = (<agreed.Fields here={{ ...nowhere('en', new Date()), failed: read.failed }} values={{ level: 2 }} />).html
    assert.match(html, /value="Aru"/)
    assert.match(html, /name="level" value="2"/)
    assert.match(html, /class="[^"]*bad/)
  }
})

test('a schema that is not strict is held strictly', () => {
  const loose = form(z.object({ name: z.string() }), { name: {} }, words)
  assert.equal(loose.read(new URLSearchParams('name=a&more=b')).ok, false)
})

test('each form of a page has a key of its own, and the same page gives the same keys', () => {
  const here = { ...nowhere('ru', new Date()), once: '0191f5a2-0000-4000-8000-000000000000' }
  const keys = () => [...drawPage(here, () => ({ title: 'x', body: <><Post to="/x" /><Post to="/x" /></> })).matchAll(/name="_once" value="([^"]+)"/g)].map(([, key]) => key!)
  assert.equal(new Set(keys()).size, 2)
  assert.deepEqual(keys(), keys())
  for (const key of keys()) assert.ok(z.uuid().safeParse(key).success)
})
