import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fits, hashPassword, isCurrent, isWithinBcrypt } from './hashing.ts'
import { weaknessOf } from './password-rules.ts'
import { browserName } from './browser-name.ts'
import { pauseAfter } from './throttle.ts'

const argon2id = { algorithm: 'argon2id' } as const
const bcrypt = { algorithm: 'bcrypt', cost: 12 } as const

test('each hash is salted, fits its own password alone, and says what it was made with', async () => {
  for (const hashing of [argon2id, bcrypt]) {
    const [one, two] = await Promise.all([hashPassword(hashing, 'nine quiet boats'), hashPassword(hashing, 'nine quiet boats')])
    assert.notEqual(one, two)
    assert.ok(await fits('nine quiet boats', one) && !await fits('nine quiet boats!', one))
    assert.ok(isCurrent(hashing, one))
  }
  assert.ok(!isCurrent(bcrypt, await hashPassword({ algorithm: 'bcrypt', cost: 4 }, 'x')))
  assert.ok(!isCurrent(argon2id, await hashPassword({ algorithm: 'bcrypt', cost: 4 }, 'x')))
})

test('MX-035 a password of more than 72 bytes is refused where bcrypt would cut it silently', async () => {
  const long = 'ы'.repeat(36)
  assert.ok(isWithinBcrypt(long) && !isWithinBcrypt(`${long}x`))
  assert.equal(weaknessOf(`тихие лодки ${'шуршат '.repeat(6)}`, bcrypt), 'too-many-bytes')
  const stored = await hashPassword({ algorithm: 'bcrypt', cost: 4 }, 'a'.repeat(72))
  assert.ok(!await fits(`${'a'.repeat(72)}different`, stored))
})

test('what is tried first is refused with its reason, and a phrase of one\'s own is not', () => {
  const why = (password: string, own: string[] = []) => weaknessOf(password, argon2id, own)
  assert.equal(why('12345678'), 'too-short')
  assert.equal(why('123456789'), 'too-short')
  for (const common of ['qwertyuiop', 'Password123', 'p@ssw0rd2024', 'liverpool1!!!', 'Manchester_1999', 'almatyalmaty']) assert.equal(why(common), 'common', common)
  assert.equal(why('8 701 555 01 23'), 'digits-only')
  for (const signs of [' '.repeat(12), '. - . - . - .']) assert.equal(why(signs), 'repeats')
  assert.equal(why('abababababab'), 'repeats')
  assert.equal(why('Сапарова1990', ['Аружан Сапарова']), 'about-you')
  assert.equal(why('aru.sapar@mail.example', ['aru.sapar@mail.example']), 'about-you')
  for (const good of ['nine quiet paper boats', 'кедр, облако, медленный паром', 'tHq7!wZe9.m']) assert.equal(why(good, ['Аружан Сапарова', 'aru']), undefined, good)
})

test('a longer random phrase is never called weak, whatever it is made of', () => {
  fc.assert(fc.property(fc.array(fc.stringMatching(/^[bcdfghjkmnpqrstvwxz]{6}$/), { minLength: 4, maxLength: 6 }), words => {
    const phrase = words.join('-')
    return new Set(phrase).size < 5 || weaknessOf(phrase, argon2id, ['Аружан']) === undefined
  }), { numRuns: 200 })
})

test('a pause comes after five failures, grows, and has an end', () => {
  assert.deepEqual([1, 4, 5, 6, 7, 30].map(failures => pauseAfter('account', failures)), [0, 0, 30, 60, 120, 3600])
  assert.deepEqual([4, 5, 6, 40].map(failures => pauseAfter('network', failures)), [0, 5, 8, 300])
})

test('a browser is known by family and system alone', () => {
  assert.equal(browserName('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0'), 'Microsoft Edge · Windows')
  assert.equal(browserName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'), 'Safari · iOS')
  assert.equal(browserName('Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0'), 'Firefox · Linux')
  assert.equal(browserName(undefined), '?')
})
