// Sample works and the cover in course.yaml: shown with who made them and by what right, refused at the field that holds the fault.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smallCourse } from '#test/small-course.ts'
import { FaultyFolder, readCourseFolder } from './format.ts'

const sample = (work: string) => `samples:
  - title: { ru: Образец, kk: Үлгі, en: Sample }
    by: { ru: Айгерим, kk: Айгерім, en: Aigerim }
    permission: { ru: Автор разрешила., kk: Автор рұқсат берді., en: The author allows it. }
    work: { ru: '${work}', kk: '${work}', en: '${work}' }
`
const withSample = (text: string, files: Record<string, string> = {}) => smallCourse({ ...files, 'course.yaml': course => course.replace('modules:', `${text}modules:`) })
const faultsOf = (text: string, files = {}) => {
  try {
    readCourseFolder(withSample(text, files))
  } catch (fault) {
    if (fault instanceof FaultyFolder) return fault.faults.map(({ file, line, code }) => `${file}:${line} ${code}`)
    throw fault
  }
  return []
}

test('a sample work is read with its maker, its permission and its figures', () => {
  const [read] = readCourseFolder(withSample(sample('![Солнце](figure:sun "Солнце")'))).samples
  assert.deepEqual([read!.by.kk, read!.permission.en], ['Айгерім', 'The author allows it.'])
  assert.deepEqual(read!.work.ru, [{ kind: 'figure', name: 'sun', alt: 'Солнце', caption: 'Солнце' }])
})

test('a sample without permission, with a figure that is not there or with a check is refused at its line', () => {
  assert.deepEqual(faultsOf(sample('Слова').replace(/ {4}permission.*\n/, '')), ['small/course.yaml:11 missing'])
  assert.deepEqual(faultsOf(sample('![Луна](figure:moon "Луна")')), Array<string>(3).fill('small/course.yaml:14 unknown-figure'))
  assert.deepEqual(faultsOf(sample('[дальше](lesson:none)')), Array<string>(3).fill('small/course.yaml:14 unknown-lesson'))
  assert.deepEqual(faultsOf(sample('слова<br>')), Array<string>(3).fill('small/course.yaml:14 raw-html'))
  assert.deepEqual(faultsOf(sample('Слова').replace("kk: 'Слова'", `kk: '![Күн](figure:sun "Күн")'`)), ['small/course.yaml:14 languages-differ'])
})

test('a cover is a figure without words: one that is not there, or that nobody could read so small, is refused at its line', () => {
  const moon = { 'figures/moon.svg': '<svg viewBox="0 0 16 9"><circle class="fig-fill-hi" cx="8" cy="4" r="3"/></svg>' }
  assert.equal(readCourseFolder(withSample('cover: moon\n', moon)).cover, 'moon')
  assert.equal(readCourseFolder(smallCourse()).cover, null)
  assert.deepEqual(faultsOf('cover: moon\n'), ['small/course.yaml:10 unknown-figure'])
  assert.deepEqual(faultsOf('cover: sun\n'), ['small/course.yaml:10 cover-words'])
  assert.deepEqual(faultsOf('', moon), ['small/figures/moon.svg:1 unused-file'])
  assert.deepEqual(faultsOf('cover: moon\nweeks: many\n', moon), ['small/course.yaml:11 wrong-kind'])
})
