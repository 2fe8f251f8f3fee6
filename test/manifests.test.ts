// What the schools publish: each file under sites/, read as a start reads it, and held to how we write.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'
import { PolicyFaults, readPolicy, type Policy } from '#trust/policy/policy.ts'
import { driftOf } from '#trust/publication/publication.ts'
import type { Text } from '#platform/locale.ts'
import { openTestDatabases } from '#test/fixtures.ts'
import { controls } from '../src/product.ts'
import { readSite, slugs } from '../src/site.ts'
import { readSettings } from '../src/site-settings.ts'

const { school } = await openTestDatabases()
const schools = slugs()

function read(slug: string, { coming = false } = {}): Policy | string[] {
  const { manifest, next } = readSite(slug)
  try {
    return readPolicy({ file: `sites/${slug}/policy.yaml`, text: manifest, next: coming && next !== undefined ? { file: `sites/${slug}/policy.next.yaml`, text: next } : undefined }, controls)
  } catch (error) {
    if (error instanceof PolicyFaults) return error.faults.map(({ file, line, column, says }) => `${file}:${line}:${column} ${says.en}`)
    throw error
  }
}

/** Every text in three languages that the file holds, with the place it stands in. */
function textsIn(part: unknown, place: string): { place: string; text: Text }[] {
  if (typeof part !== 'object' || part === null) return []
  const { ru, kk, en } = part as Partial<Text>
  if (typeof ru === 'string' && typeof kk === 'string' && typeof en === 'string') return [{ place, text: part as Text }]
  return Object.entries(part).flatMap(([name, value]) => textsIn(value, `${place}.${(value as { id?: string })?.id ?? name}`))
}
const rawTexts = (slug: string) => ['policy.yaml', 'policy.next.yaml'].map(name => `sites/${slug}/${name}`).filter(file => existsSync(file)).flatMap(file => textsIn(parse(readFileSync(file, 'utf8')), file))

const wordsIn = (text: string) => text.split(/\s+/).filter(word => /\p{L}/u.test(word)).length
const sentencesIn = (text: string, locale: string) => [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment.trim()).filter(Boolean)

for (const slug of schools) {
  test(`${slug}: the manifest reads without a fault, and so does the coming one`, () => {
    for (const coming of [false, true]) {
      const found = read(slug, { coming })
      assert.ok(!Array.isArray(found), Array.isArray(found) ? found.join('\n') : '')
    }
  })

  test(`${slug}: Kazakh is a language of its own: no sentence is left in Russian or English`, () => {
    const copied = rawTexts(slug).filter(({ place, text }) => !place.endsWith('.name') && (wordsIn(text.kk) >= 3 && (text.kk === text.ru || text.kk === text.en) || wordsIn(text.en) >= 3 && text.ru === text.en))
    assert.deepEqual(copied.map(({ place }) => place), [])
  })

  test(`${slug}: no promise has a figure outside of its slot`, () => {
    const figures = rawTexts(slug).filter(({ place, text }) => /\.(says|plain|title)$/.test(place) && Object.values(text).some(line => /\d/.test(line.replace(/\{[\w.-]+\}/g, ''))))
    assert.deepEqual(figures.map(({ place }) => place), [])
  })

  test(`${slug}: sentences are short enough to be read in one breath`, () => {
    const long = rawTexts(slug).flatMap(({ place, text }) => Object.entries(text).flatMap(([locale, line]) => sentencesIn(line, locale).filter(sentence => wordsIn(sentence) > 30).map(sentence => `${place} ${locale}: ${sentence}`)))
    assert.deepEqual(long, [])
  })

  test(`${slug}: the people to enter as fill in what registration asks`, () => {
    const policy = read(slug) as Policy
    const { people } = readSettings(`sites/${slug}`)
    const minors = /guardian-from:/.test(readFileSync(`sites/${slug}/policy.yaml`, 'utf8')) ? ['learner'] : [] // somebody under age is there where the school takes them
    assert.deepEqual(people.map(({ role }) => role).sort(), [...minors, 'learner', 'learner', 'learner', 'operator', 'privacy-officer', 'support', 'teacher'])
    const asked = policy.registration.fields.filter(({ field, needed }) => needed && ['email', 'login', 'phone', 'city', 'birth-date'].includes(field)).map(({ field }) => field)
    const given = ['email', 'login', 'phone', 'city', 'birth-date'] as const
    for (const person of people) {
      // Whoever is under age is born so many years before the demonstration opens.
      for (const field of asked) if (!person.guardian || field !== 'birth-date') assert.ok(person[field as (typeof given)[number]], `${person.key} has no ${field}`)
      const undeclared = given.filter(field => person[field] !== undefined && !policy.registration.fields.some(each => each.field === field))
      assert.deepEqual(undeclared, [], person.key)
    }
  })
}

for (const slug of ['masteryn-quest', 'webstapero-dev-notes']) test(`${slug}: nothing is done that is not named, and nothing is named that is not done`, async () => {
  const here = await school(slug)
  await here.learner()
  await here.staff('operator')
  assert.deepEqual((await driftOf(here.system)).map(({ kind, name }) => `${kind} ${name}`), [])
})
