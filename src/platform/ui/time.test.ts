import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { locales } from '#platform/locale.ts'
import { dateInWords } from './ui.ts'

const at = new Date('2026-12-03T19:30:00Z')

test('a moment says its day, year, hour and time zone in each language', () => {
  assert.deepEqual(locales.map(locale => dateInWords(at, locale, 'moment', 'Asia/Almaty')), [
    '4 декабря 2026 г. в 00:30 GMT+5', '2026 жылғы 4 желтоқсан, 00:30 GMT+5', '4 December 2026 at 00:30 GMT+5',
  ])
})

test('a moment is said in the zone of its reader', () => {
  assert.deepEqual(locales.map(locale => dateInWords(at, locale, 'moment', 'Europe/Berlin')), [
    '3 декабря 2026 г. в 20:30 GMT+1', '2026 жылғы 3 желтоқсан, 20:30 GMT+1', '3 December 2026 at 20:30 CET',
  ])
})

test('no form of an hour leaves out the year or the time zone', () => {
  for (const locale of locales) {
    assert.match(dateInWords(at, locale, 'short'), /2026/)
    assert.match(dateInWords(at, locale, 'short'), /GMT\+5/)
  }
})

test('a Kazakh date is written out as documents write it', () => {
  assert.deepEqual((['date', 'month'] as const).map(form => dateInWords(at, 'kk', form)), ['2026 жылғы 4 желтоқсан', '2026 жылғы желтоқсан'])
})

test('a Kazakh month is never cut short: қар is snow, not November', () => {
  const november = new Date('2026-11-23T07:00:00Z')
  assert.deepEqual((['day', 'short'] as const).map(form => dateInWords(november, 'kk', form)), ['23 қараша', '2026 жылғы 23 қараша, 12:00 GMT+5'])
})

test('every deadline on a page says its hour and zone', () => {
  const deadline = /<Time at=\{[^}]*(?:due|deadline|[a-z]_by\b|answerBy|ends_at|expires|closes_at|until|promised)[^}]*\}(?! as="moment")[^>]*>/g
  const bare = globSync('src/**/*.tsx').filter(file => !file.includes('.test.')).flatMap(file => (readFileSync(file, 'utf8').match(deadline) ?? []).map(found => `${file}: ${found}`))
  assert.deepEqual(bare, [])
})
