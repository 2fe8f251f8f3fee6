// The courses that come with the demo schools: what their authors owe their learners.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { locales, type Text } from '#platform/locale.ts'
import { schoolFolderOf, readSchoolFolder, type Block, type CourseFolder } from '#school/courses/format/format.ts'

const schools = [...new Set(globSync('sites/*/courses/*/course.yaml').map(file => file.split('/')[1]!))].sort()
  .map(slug => ({ slug, ...readSchoolFolder(schoolFolderOf(`sites/${slug}`)) }))
const courses = schools.flatMap(school => school.courses.map(course => ({ school: school.slug, course })))
const lessons = courses.flatMap(({ school, course }) => course.modules.flatMap(module => module.lessons.map(lesson => ({ at: `${school}/${course.slug}/${lesson.slug}`, lesson }))))

const isText = (value: object): value is Text => locales.every(locale => typeof (value as Text)[locale] === 'string')
const textsIn = (value: unknown): Text[] =>
  !value || typeof value !== 'object' ? [] : isText(value) ? [value] : Object.values(value).flatMap(textsIn)

const shown = ['text', 'caption', 'says', 'means', 'who']
const isCode = (value: object) => 'kind' in value && 'language' in value
const wordsIn = (value: unknown, key = ''): string[] =>
  typeof value === 'string' ? (shown.includes(key) ? value.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)) : [])
    : value && typeof value === 'object' && !isCode(value) ? Object.entries(value).flatMap(([name, part]) => wordsIn(part, Array.isArray(value) ? key : name)) : []
const figuresIn = (blocks: Block[]) => blocks.flatMap(block =>
  block.kind === 'figure' ? [block] : block.kind === 'compare' ? [block.before, block.after].map(({ figure: name, alt }) => ({ name, alt, caption: block.caption })) : [])

const asked = (course: CourseFolder) => [...course.test.questions, ...course.modules.flatMap(module => module.lessons.flatMap(lesson => lesson.checks))]

/** Names, and what is written alike in two languages: terms, and the Kazakh that a course teaches. */
const alike = new Set(readFileSync('test/alike-texts.txt', 'utf8').split('\n').filter(line => line && !line.startsWith('#')))
const same = (text: Text) => text.kk === text.ru || text.kk === text.en

/** What a course teaches stands in no language of the page: Kazakh phrases, code, headers. It is alike in all three, as an option or a label of a figure. */
const taught = new Set(courses.flatMap(({ course }) => [
  ...asked(course).flatMap(question => textsIn(['options' in question ? question.options : [], 'items' in question ? question.items : []])),
  ...textsIn(course.figures),
]).filter(text => text.ru === text.kk && text.kk === text.en))

const lessonsOf = ({ modules }: CourseFolder) => modules.flatMap(module => module.lessons)

test('every demo school teaches a course of three modules, ten lessons, a test of ten questions and an assignment', () => {
  assert.deepEqual(courses.filter(({ course }) => course.modules.length < 3 || lessonsOf(course).length < 10).map(({ school }) => school), [])
  for (const { course } of courses) {
    assert.ok(course.test.questions.length >= 10, course.slug)
    assert.ok(new Set(course.test.questions.map(question => question.type)).size >= 5, `${course.slug} has five types of question`)
    assert.ok(course.assignment.criteria.length >= 3 && course.assignment.criteria.length <= 4, `${course.slug} has three or four criteria`)
    assert.ok(course.modules.some(module => module.lessons.some(lesson => lesson.free)), `${course.slug} has a free lesson`)
  }
  for (const school of schools) assert.ok(school.trajectories.length, `${school.slug} has a trajectory`)
})

test('a lesson has four to seven hundred words in every language, a figure and two checks', () => {
  for (const { at, lesson } of lessons) {
    assert.ok(lesson.checks.length >= 2, at)
    for (const locale of locales) {
      const count = wordsIn(lesson.body[locale]).length
      assert.ok(count >= 400 && count <= 700, `${at}.${locale} has ${count} words`)
      assert.ok(figuresIn(lesson.body[locale]).length, `${at}.${locale} has a figure`)
    }
  }
})

test('the test asks about each lesson, and each question and check says why', () => {
  const short = (words: Text) => locales.filter(locale => words[locale].split(/\s+/).length < 4)
  for (const { course } of courses) {
    const asked = new Set(course.test.questions.map(question => question.lesson))
    assert.deepEqual(lessonsOf(course).map(lesson => lesson.slug).filter(slug => !asked.has(slug)), [], course.slug)
    assert.deepEqual(course.test.questions.filter(question => short(question.explanation).length).map(question => question.id), [])
  }
  assert.deepEqual(lessons.flatMap(({ at, lesson }) => lesson.checks.filter(check => short(check.explanation).length).map(check => `${at}: ${check.id}`)), [])
})

const sentencesOf = (body: Block[]) => proseIn(body).flatMap(words => words.split(/(?<=[.!?])\s+/)).filter(sentence => sentence.split(' ').length > 8)
/** The paragraphs of a text, each as one line. */
const proseIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap(proseIn)
    : !value || typeof value !== 'object' ? []
      : 'kind' in value && value.kind === 'paragraph' ? [inlineText(value)] : Object.values(value).flatMap(proseIn)
const inlineText = (value: unknown): string =>
  Array.isArray(value) ? value.map(inlineText).join('')
    : !value || typeof value !== 'object' ? '' : 'text' in value && typeof value.text === 'string' ? value.text : inlineText((value as { of?: unknown }).of)

test('no sentence is told in two lessons', () => {
  const told = new Map<string, string>()
  const again: string[] = []
  for (const { at, lesson } of lessons)
    for (const locale of locales)
      for (const sentence of sentencesOf(lesson.body[locale])) {
        if (told.has(sentence) && told.get(sentence) !== at) again.push(`${at}, ${told.get(sentence)}: ${sentence}`)
        told.set(sentence, at)
      }
  assert.ok(told.size > 1000, String(told.size))
  assert.deepEqual(again, [])
})

test('in Kazakh a noun stays singular after a number, in English the spelling is British', () => {
  const wrong = lessons.flatMap(({ at, lesson }) => [
    ...proseIn(lesson.body.kk).flatMap(words => words.match(/(?<!\p{L})(?:екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|бірнеше) (?!қатар)\p{Ll}+(?:лар|лер|дар|дер|тар|тер)(?!\p{L})/gu) ?? []),
    ...proseIn(lesson.body.en).flatMap(words => words.match(/\b(?:colors?|centers?|behaviors?|canceled|gray|organiz\w+|recogniz\w+|analyz\w+|labeled|toward)\b/gi) ?? []),
  ].map(words => `${at}: ${words}`))
  assert.deepEqual(wrong, [])
})

test('no Kazakh text is the Russian or the English one, but for a short list', () => {
  const texts = schools.flatMap(textsIn)
  assert.ok(texts.length > 100)
  const found = texts.filter(text => same(text) && /\p{L}{2}/u.test(text.kk) && !taught.has(text)).map(text => text.kk)
  assert.deepEqual(found.filter(words => !alike.has(words)), [])
  assert.deepEqual([...alike].filter(words => !found.includes(words)), [], 'the list holds nothing that is not needed')
})

/** Words of a block that stand in the language of the page: not in another one, not code, not a dialogue. */
const ownWords = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap(ownWords)
    : !value || typeof value !== 'object' ? []
      : 'kind' in value && ['foreign', 'code', 'dialogue', 'figure', 'compare'].includes(value.kind as string) ? []
        : 'text' in value && typeof value.text === 'string' ? value.text.split(/[^\p{L}]+/u) : Object.values(value).flatMap(ownWords)

test('words of another language are marked as such, so that they are read aloud properly', () => {
  assert.ok(ownWords(lessons[0]!.lesson.body.ru).length > 300)
  const names = new Set(['Айгүл', 'Кеңсай', 'Кеңсае', 'Кеңсая', 'Көкжиек'])
  const stray = lessons.flatMap(({ at, lesson }) => [
    ...ownWords(lesson.body.ru).filter(word => /[әғқңөұүһі]/i.test(word)), ...ownWords(lesson.body.en).filter(word => /\p{Script=Cyrillic}/u.test(word)),
  ].filter(word => !names.has(word)).map(word => `${at}: ${word}`))
  assert.deepEqual(stray, [])
})

test('no word mixes Cyrillic with Latin letters', () => {
  const mixed = (word: string) => /\p{Script=Cyrillic}/u.test(word) && /\p{Script=Latin}/u.test(word)
  const all = [...schools.flatMap(textsIn).flatMap(text => locales.flatMap(locale => text[locale].split(/[\s\-/]+/))), ...lessons.flatMap(({ lesson }) => wordsIn(lesson.body).flatMap(word => word.split(/[-/]/)))]
  assert.deepEqual(all.filter(mixed), [])
})

test('each figure but the cover is shown in a lesson with words that tell what it shows, other in each language', () => {
  for (const { course } of courses) {
    const bodies = course.modules.flatMap(module => module.lessons.map(lesson => lesson.body))
    const used = new Set(bodies.flatMap(body => figuresIn(body.ru).map(figure => figure.name)))
    assert.deepEqual(course.figures.map(figure => figure.name).filter(name => !used.has(name) && name !== course.cover), [])
    for (const body of bodies)
      for (const [index, { alt, caption }] of figuresIn(body.kk).entries()) {
        const others = [figuresIn(body.ru)[index]!, figuresIn(body.en)[index]!]
        assert.ok([alt, ...others.map(figure => figure.alt)].every(words => words.length > 30), alt)
        assert.ok(others.every(figure => figure.alt !== alt && figure.caption !== caption), caption)
      }
  }
})

test('a figure takes its colours from classes that the style sheet has', () => {
  const style = readFileSync('src/platform/ui/styles/text.css', 'utf8')
  const classes = globSync('sites/*/courses/*/figures/*.svg').flatMap(file => [...readFileSync(file, 'utf8').matchAll(/class="([^"]+)"/g)].flatMap(([, names]) => names!.split(' ')))
  assert.ok(classes.length > 20)
  assert.deepEqual([...new Set(classes)].filter(name => !style.includes(`.${name}`)), [])
})

test('no question offers the same option twice', () => {
  for (const { course } of courses)
    for (const question of asked(course))
      for (const list of ['options', 'items'] as const)
        for (const locale of locales) {
          const words = list in question ? (question as unknown as Record<string, { text: Text }[]>)[list]!.map(option => option.text[locale]) : []
          assert.equal(new Set(words).size, words.length, `${course.slug}: ${question.id} (${locale})`)
        }
})
