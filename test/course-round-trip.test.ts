// Courses go out as folders and come in again: the same course, and the same bytes.
import assert from 'node:assert/strict'
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { parse } from 'yaml'
import { courseJsonSchemas, fingerprintOf, readCourseFolder, readSchoolFolder, schoolFolderOf, writeCourseFolder, type Block, type CourseFolder, type Inline } from '#school/courses/format/format.ts'
import { smallCourse } from './small-course.ts'

const small = readCourseFolder(smallCourse({ 'course.yaml': text => text.replace('summary:', 'outcomes: [{ ru: Раз, kk: Бір, en: One }]\nsummary:').replace('licence:', 'weeks: 2\nage: 14\ncertificate: false\nlicence:') }))
const courses = readdirSync('sites').flatMap(slug => readSchoolFolder(schoolFolderOf(`sites/${slug}`)).courses)

for (const course of [small, ...courses]) test(`${course.slug}: what is written of it is read as the same course, and written again it is the same bytes`, () => {
  const written = writeCourseFolder(course)
  const read = readCourseFolder(written)
  assert.deepEqual(read, { ...course, figures: course.figures.toSorted((one, other) => (one.name < other.name ? -1 : 1)) })
  assert.equal(fingerprintOf(read), fingerprintOf(course))
  assert.deepEqual([...writeCourseFolder(read).files], [...written.files])
})

// Words that a writer of Markdown must not let become markup.
const awkward = ['*', '_', '#', '1.', '-', '+', '>', '`', '```', '|', '[', ']', '(', ')', '<', '>', '&', '&amp;', '\\', '~', '!', '![', ':', '=', '---', '***', 'a', 'ә', 'ё', '9', '<b>', 'https://a.kz', '{x}', '"', '\'', '«', '\u00A0', '.', ',']
const phrase = fc.array(fc.tuple(fc.constantFrom(...awkward), fc.constantFrom('', ' ')).map(([word, space]) => word + space), { minLength: 1, maxLength: 6 }).map(words => words.join('').trim()).filter(words => words !== '')
const plain = phrase.map((text): Inline => ({ kind: 'text', text }))
const marked: fc.Arbitrary<Inline> = fc.oneof(
  plain.map((part): Inline => ({ kind: 'strong', of: [part] })), plain.map((part): Inline => ({ kind: 'emphasis', of: [part] })),
  phrase.map((text): Inline => ({ kind: 'code', text })), plain.map((part): Inline => ({ kind: 'link', to: 'https://example.kz/a?b=c(d)&e', of: [part] })),
  plain.map((part): Inline => ({ kind: 'foreign', lang: 'kk', of: [part] })), plain.map((part): Inline => ({ kind: 'lesson', slug: 'side', of: [part] })))
// Two texts beside each other are one.
const line: fc.Arbitrary<Inline[]> = fc.array(fc.tuple(plain, marked), { minLength: 1, maxLength: 3 }).map(pairs => pairs.flatMap(([words, mark]) => [words, mark]))
// A table cannot hold code with a backslash before a bar, so no course has one.
const cellWords = line.filter(parts => !parts.some(part => part.kind === 'code' && part.text.includes('\\')))
const paragraph = line.map((of): Block => ({ kind: 'paragraph', of }))
const leaf: fc.Arbitrary<Block> = fc.oneof(
  paragraph, line.map((of): Block => ({ kind: 'heading', level: 3, of })), fc.constant<Block>({ kind: 'rule' }),
  fc.array(fc.constantFrom('a', '```', '', '  b', '~~~', '# c'), { minLength: 1, maxLength: 4 }).map((lines): Block => ({ kind: 'code', language: 'js', text: lines.join('\n') })),
  fc.tuple(cellWords, cellWords, cellWords).map(([head, cell, other]): Block => ({ kind: 'table', align: ['left', null], head: [head, cell], rows: [[other, []], [cell, head]] })),
  fc.tuple(phrase, phrase).map(([alt, caption]): Block => ({ kind: 'figure', name: 'sun', alt, caption })),
  fc.tuple(phrase, phrase, phrase).map(([alt, caption, label]): Block => ({ kind: 'compare', before: { figure: 'sun', alt, label }, after: { figure: 'sun', alt: caption, label: alt }, caption })),
  fc.tuple(phrase, phrase).map(([who, says]): Block => ({ kind: 'dialogue', lang: 'kk', lines: [{ who, says }, { who: says, says: who, means: who }] })))
const list = (item: fc.Arbitrary<Block[]>) => fc.tuple(fc.boolean(), fc.nat(12), fc.array(item, { minLength: 1, maxLength: 3 })).map(([ordered, start, items]): Block => ({ kind: 'list', ordered, start: ordered ? start : 1, items }))
const nested = fc.oneof(leaf, list(fc.array(leaf, { minLength: 1, maxLength: 2 })), fc.array(leaf, { minLength: 1, maxLength: 2 }).map((of): Block => ({ kind: 'quote', of })),
  list(fc.tuple(paragraph, list(fc.array(paragraph, { minLength: 1, maxLength: 1 }))).map(both => both)))

/** A course whose English lesson has these blocks; its figures and its check stay where they are. */
function courseWith(blocks: Block[]): CourseFolder {
  const figures = blocks.flatMap(function within(block): Block[] { return block.kind === 'figure' || block.kind === 'compare' ? [block] : block.kind === 'quote' ? block.of.flatMap(within) : block.kind === 'list' ? block.items.flat().flatMap(within) : [] })
  const [module] = small.modules
  const [lesson] = module!.lessons
  const body = { ru: [...figures, ...lesson!.body.ru], kk: [...figures, ...lesson!.body.kk], en: [...blocks, ...lesson!.body.en] }
  return { ...small, modules: [{ ...module!, lessons: [{ ...lesson!, body }] }] }
}

test('whatever words and blocks a lesson is made of, they come back as they were', () => {
  fc.assert(fc.property(fc.array(nested, { minLength: 1, maxLength: 4 }), blocks => {
    const course = courseWith(blocks)
    const read = readCourseFolder(writeCourseFolder(course))
    assert.deepEqual(read.modules[0]!.lessons[0]!.body.en, course.modules[0]!.lessons[0]!.body.en)
  }), { numRuns: 200 })
})

test('editors complete from what the reader reads by: the schemas in docs are those of the code, and npm run schema writes them', () => {
  const ajv = new Ajv2020({ strict: false })
  const [files, schemas] = [{ course: 'courses/*/course.yaml', test: 'courses/*/test.yaml', assignment: 'courses/*/assignment.yaml', 'figure-words': 'courses/*/figures/*.yaml', trajectories: 'trajectories.yaml' }, courseJsonSchemas()]
  assert.deepEqual(Object.keys(schemas).sort(), Object.keys(files).sort())
  for (const [name, schema] of Object.entries(schemas)) {
    assert.equal(readFileSync(`docs/${name}.schema.json`, 'utf8'), JSON.stringify(schema, null, 2) + '\n')
    const fits = ajv.compile(schema)
    const found = globSync(`sites/*/${files[name as 'course']}`)
    assert.ok(found.length >= 5, name)
    for (const file of found) assert.ok(fits(parse(readFileSync(file, 'utf8'))), `${file}: ${JSON.stringify(fits.errors?.slice(0, 2))}`)
    assert.equal(fits({ unheard: 'of' }), false)
  }
})
