// The pairs of figures that the photography course compares are computed, and stand in its folder as they were.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { comparisons } from '../scripts/draw-comparisons.ts'
import { readSchoolFolder, schoolFolderOf } from '#school/courses/format/format.ts'

test('each compared figure is what the script in the repository draws, and every comparison has two of one size', () => {
  const drawn = comparisons()
  for (const [name, drawing] of Object.entries(drawn)) assert.equal(readFileSync(`sites/landscape-photo/courses/light-and-composition/figures/${name}.svg`, 'utf8'), drawing, name)
  const { courses } = readSchoolFolder(schoolFolderOf('sites/landscape-photo'))
  const lessons = courses.flatMap(({ figures, modules }) => modules.flatMap(({ lessons }) => lessons.map(lesson => ({ figures, lesson }))))
  const pairs = lessons.flatMap(({ figures, lesson }) => lesson.body.ru.flatMap(block => block.kind === 'compare' ? [[block.before, block.after].map(({ figure }) => figures.find(({ name }) => name === figure)!)] : []))
  assert.ok(pairs.length >= 2)
  for (const [before, after] of pairs) {
    assert.equal(before!.drawing.attributes.viewBox, after!.drawing.attributes.viewBox)
    assert.notDeepEqual(before!.drawing, after!.drawing)
  }
})
