// Folders that nobody has vouched for: each fault is named at its place, all of them in one run, and nothing of such a folder is read.
import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { smallCourse } from '#test/small-course.ts'
import { FaultyFolder, fingerprintOf, folderOf, readCourseFolder, textsOf, wordsOf } from './format.ts'

const root = mkdtempSync(join(tmpdir(), 'course-'))
after(() => rmSync(root, { recursive: true }))

/** The small course as files on a disk, with some of them changed. */
function onDisk(changes: Record<string, string | Buffer> = {}): string {
  const folder = join(mkdtempSync(join(root, 'x-')), 'small')
  for (const [path, text] of [...smallCourse().files, ...Object.entries(changes)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}
function faultsIn(folder: string): string[] {
  try { readCourseFolder(folderOf(folder)) } catch (fault) {
    if (fault instanceof FaultyFolder) return fault.faults.map(({ file, line, column, code }) => `${file.slice(folder.length + 1)}:${line}:${column} ${code}`).sort()
    throw fault
  }
  return []
}
const faultsWith = (changes: Record<string, string | Buffer>) => faultsIn(onDisk(changes))
const small = (path: string) => smallCourse().files.get(path)!

test('a folder is read whatever its line ends, a mark before its first letter, and what machines leave beside the files', () => {
  const folder = onDisk({
    'course.yaml': `\uFEFF${small('course.yaml').replaceAll('\n', '\r\n')}`, 'lessons/01-side.kk.md': small('lessons/01-side.kk.md').replaceAll('\n', '\r'),
    '.DS_Store': Buffer.from([0, 255]), '.git/config': 'x', '__MACOSX/._course.yaml': Buffer.from([255]), 'figures/Thumbs.db': Buffer.from([255]),
  })
  assert.equal(fingerprintOf(readCourseFolder(folderOf(folder))), fingerprintOf(readCourseFolder(smallCourse())))
})

test('a link is named and not followed, whether to a file, a folder or nowhere', () => {
  const folder = onDisk()
  cpSync(join(folder, 'test.yaml'), join(root, 'secret.yaml'))
  rmSync(join(folder, 'test.yaml'))
  symlinkSync(join(root, 'secret.yaml'), join(folder, 'test.yaml'))
  symlinkSync('/etc', join(folder, 'more'))
  symlinkSync('/nowhere', join(folder, 'figures/sea.svg'))
  assert.deepEqual(faultsIn(folder), ['figures/sea.svg:1:1 not-a-file', 'more:1:1 not-a-file', 'test.yaml:1:1 not-a-file'])
})

test('what is not UTF-8 or has a character that no text has is named at that character', () => {
  assert.deepEqual(faultsWith({ 'lessons/01-side.ru.md': Buffer.concat([Buffer.from('---\ntitle: '), Buffer.from([0xD1, 0xE2, 0xE5, 0xF2]), Buffer.from('\n---\n')]) }), ['lessons/01-side.ru.md:2:8 not-utf8'])
  assert.deepEqual(faultsWith({ 'test.yaml': Buffer.from(`\uFEFF${small('test.yaml')}`, 'utf16le') }), ['test.yaml:1:1 not-utf8'])
  assert.deepEqual(faultsWith({ 'assignment.yaml': small('assignment.yaml').replace('ru: Снимок', 'ru: Сни\0мок') }), ['assignment.yaml:1:17 control-character'])
  assert.deepEqual(faultsWith({ 'assignment.yaml': small('assignment.yaml').replace('ru: Снимок', 'ru: "a\\0b"') }), ['assignment.yaml:1:14 control-character'])
  assert.deepEqual(faultsWith({ 'assignment.yaml': small('assignment.yaml').replace('ru: Снимок', 'ru: "a\\ud800b"') }), ['assignment.yaml:1:14 control-character'])
})

test('sizes have an end on both sides of which it is tried: a file, all files, their number, a text, a nest', () => {
  const filled = (size: number) => small('figures/sun.svg') + ' '.repeat(size - Buffer.byteLength(small('figures/sun.svg')))
  assert.deepEqual(faultsWith({ 'figures/sun.svg': filled(1_048_576) }), [])
  assert.deepEqual(faultsWith({ 'figures/sun.svg': filled(1_048_577) }), ['figures/sun.svg:1:1 file-too-large'])
  const pieces = (count: number, size: number) => textsOf('small', Array.from({ length: count }, (_, index) => ({ path: `lessons/${index}.md`, size, bytes: () => Buffer.from('a') }))).unread!.map(({ code }) => code)
  assert.deepEqual([pieces(16, 1_048_576), pieces(17, 1_048_576)], [[], ['folder-too-large']])
  assert.deepEqual([pieces(1000, 1), pieces(1001, 1)], [[], ['too-many-files']])
  const titled = (length: number) => faultsWith({ 'assignment.yaml': small('assignment.yaml').replace('ru: Снимок', `ru: ${'а'.repeat(length)}`) })
  assert.deepEqual([titled(300), titled(301)], [[], ['assignment.yaml:1:14 too-long']])
  const quoted = (depth: number) => faultsWith({ 'lessons/01-side.ru.md': `${small('lessons/01-side.ru.md')}\n${'> '.repeat(depth)}а\n` })
  assert.deepEqual(quoted(20), [])
  assert.ok(quoted(200).some(fault => /^lessons\/01-side\.ru\.md:22:\d+ too-deep$/.test(fault)))
  assert.deepEqual(faultsWith({ 'figures/sun.svg': `<svg viewBox="0 0 1 1">${'<g>'.repeat(40)}${'</g>'.repeat(40)}</svg>` }).map(fault => fault.replace(/:\d+ /, ' ')), ['figures/sun.svg:1 too-deep'])
  const brackets = faultsWith({ 'test.yaml': '['.repeat(100_000) })
  assert.ok(brackets.length >= 1 && brackets.length <= 20, String(brackets.length))
})

test('paths that lead out of the folder, and one that comes twice, are refused by name', () => {
  const of = (...paths: string[]) => textsOf('small', paths.map(path => ({ path, size: 1, bytes: () => Buffer.from('a') })))
  for (const path of ['../course.yaml', 'lessons/../../x', '/etc/passwd', 'lessons//x.md', './x', 'C:\\x', 'a\\..\\b', 'a:b', `${'a'.repeat(201)}`]) {
    const { files, unread } = of(path)
    assert.deepEqual([files.size, unread!.map(({ code }) => code)], [0, ['bad-path']], path)
  }
  assert.deepEqual(of('course.yaml', 'course.yaml').unread!.map(({ code }) => code), ['file-twice'])
})

test('names that are used twice, taken by another page, or nowhere used are named, each where it stands', () => {
  const of = (path: string, from: string, to: string) => faultsWith({ [path]: small(path).replace(from, to) })
  const modules = 'lessons: [01-side]\n'
  assert.deepEqual(of('course.yaml', modules, `${modules}  - slug: first\n    title: { ru: а, kk: ә, en: a }\n    lessons: [01-side]\n`), ['course.yaml:14:11 id-twice', 'course.yaml:16:15 id-twice'])
  assert.deepEqual([...new Set(of('course.yaml', modules, 'lessons: [01-side, 02-test]\n'))], ['course.yaml:13:24 missing-file', 'course.yaml:13:24 name-taken'])
  assert.deepEqual(of('course.yaml', 'free: [01-side]', 'free: [02-none]'), ['course.yaml:14:8 unknown-lesson'])
  assert.deepEqual(of('assignment.yaml', '  - id: light\n', '  - { id: light, title: { ru: а, kk: ә, en: a }, levels: [{ points: 0, text: { ru: а, kk: ә, en: a } }, { points: 1, text: { ru: а, kk: ә, en: a } }] }\n  - id: light\n'), ['assignment.yaml:8:9 id-twice'])
  const twice = (path: string) => small(path).replace(/```check[\s\S]*?```\n/, check => `${check}\n${check}`)
  assert.deepEqual(faultsWith(Object.fromEntries(['ru', 'kk', 'en'].map(locale => [`lessons/01-side.${locale}.md`, twice(`lessons/01-side.${locale}.md`)]))), ['lessons/01-side.ru.md:23:1 id-twice'])
  assert.deepEqual(of('test.yaml', 'id: steps', 'id: where'), ['lessons/01-side.ru.md:12:1 id-twice'], 'a check and a question of the test')
  assert.deepEqual(faultsWith({ 'figures/sea.svg': small('figures/sun.svg').replace('{sun}', '5'), 'figures/sky.yaml': 'sky: { ru: а, kk: ә, en: a }\n' }), ['figures/sea.svg:1:1 unused-file', 'figures/sky.yaml:1:1 unused-file'])
})

test('what a drawing may not have is refused, however it is written', () => {
  for (const [from, to, code] of [
    ['<text', '<script>alert(1)</script><text', 'svg-element'], ['<text', '<foreignObject/><text', 'svg-element'], ['<text', '<image href="https://evil.example/x.png"/><text', 'svg-element'],
    ['cx="50"', 'onload="x()" cx="50"', 'svg-attribute'], ['cx="50"', 'href="javascript:x()" cx="50"', 'svg-attribute'], ['<svg ', '<?xml-stylesheet href="x"?><svg ', 'svg-broken'], ['<svg ', '<!DOCTYPE svg [<!ENTITY x "y">]><svg ', 'svg-broken'],
  ] as const) assert.match(faultsWith({ 'figures/sun.svg': small('figures/sun.svg').replace(from, to) })[0] ?? '', new RegExp(`figures/sun\\.svg:\\d+:\\d+ ${code}`), to)
})

test('one run tells everything: a course.yaml that cannot be read hides no fault of the other files', () => {
  const faults = faultsWith({
    'course.yaml': 'title: [\n', 'test.yaml': small('test.yaml').replace('pass: 70', 'pass: 700').replace('id: pairs', 'id: steps'),
    'lessons/01-side.ru.md': small('lessons/01-side.ru.md').replace('minutes: 5', 'minutes: soon'), 'figures/sun.yaml': 'sun: { ru: солнце }\n',
    'figures/sun.svg': small('figures/sun.svg').replace('cx="50"', 'onclick="x()"'), 'assignment.yaml': Buffer.from([0xFF]),
  })
  assert.deepEqual(faults, ['assignment.yaml:1:1 not-utf8', 'course.yaml:2:1 yaml-open', 'figures/sun.svg:3:30 svg-attribute', 'figures/sun.yaml:1:6 missing', 'figures/sun.yaml:1:6 missing',
    'lessons/01-side.ru.md:3:10 wrong-kind', 'test.yaml:25:9 id-twice', 'test.yaml:2:7 too-big'])
})

test('the folder\'s name is the address of the course, so it is written as one', () => {
  const { files } = smallCourse()
  assert.throws(() => readCourseFolder({ name: 'sites/Мой курс', files }), (error: FaultyFolder) => {
    assert.deepEqual(error.faults.map(fault => wordsOf(fault, 'en')), ['sites/Мой курс:1:1 The folder\'s name "Мой курс" becomes the address of the course: small Latin letters, figures and hyphens, up to 80 of them.'])
    return true
  })
})
