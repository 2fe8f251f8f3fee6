// Videos in a course folder: read with everything a reader may need instead, refused with the place of what is missing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { film, filmedCourse } from '#test/small-video.ts'
import { FaultyFolder, fingerprintOf, readCourseFolder, textsOf, wordsOf, writeCourseFolder } from './format.ts'

type Changes = Parameters<typeof filmedCourse>[0]
type Media = Parameters<typeof filmedCourse>[1]
const faultsOf = (changes: Changes, media?: Media) => {
  try {
    readCourseFolder(filmedCourse(changes, media))
  } catch (fault) {
    if (fault instanceof FaultyFolder) return fault.faults.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`)
    throw fault
  }
  return []
}

test('a video is read with its poster\'s size, its captions and its transcript in each language', () => {
  const [video] = readCourseFolder(filmedCourse()).videos
  assert.deepEqual([video!.name, video!.type, video!.width, video!.height], ['day', 'webm', 320, 180])
  assert.deepEqual(video!.captions.kk, [{ from: 0, to: 1500, text: 'Жарық күні' }, { from: 1500, to: 3000, text: 'Жарық күні 2' }])
  assert.deepEqual(video!.transcript.en[0], { kind: 'paragraph', of: [{ kind: 'strong', of: [{ kind: 'text', text: 'A day of light.' }] }, { kind: 'text', text: ' Слова en.' }] })
})

test('what is written of a course with a video is the same course, to the last byte; one byte of the video makes another', () => {
  const course = readCourseFolder(filmedCourse())
  const written = writeCourseFolder(course)
  const read = readCourseFolder(written)
  assert.deepEqual(read, course)
  assert.deepEqual([...written.media!.keys()], ['videos/day.jpg', 'videos/day.webm'])
  assert.deepEqual([...writeCourseFolder(read).files], [...written.files])
  assert.equal(fingerprintOf(read), fingerprintOf(course))
  const other = Uint8Array.from(film)
  other[other.length - 1]! ^= 1
  assert.notEqual(fingerprintOf(readCourseFolder(filmedCourse({}, { 'videos/day.webm': other }))), fingerprintOf(course))
})

test('captions or a transcript that are missing are told at the block that shows the video, in the lesson of that language', () => {
  assert.deepEqual(faultsOf({ 'videos/day.kk.vtt': null }), ['small/lessons/01-side.kk.md:12:1 missing-file'])
  assert.deepEqual(faultsOf({ 'videos/day.en.md': null }), ['small/lessons/01-side.en.md:12:1 missing-file'])
  assert.deepEqual(faultsOf({}, { 'videos/day.jpg': null }), ['small/lessons/01-side.ru.md:12:1 missing-file'])
  assert.equal(faultsOf({}, { 'videos/day.webm': null }).filter(fault => fault.endsWith('unknown-video')).length, 3)
  assert.deepEqual(faultsOf({ 'videos/day.ru.md': '\n' }), ['small/videos/day.ru.md:1:1 empty'])
})

test('bytes that are no video or no poster, and a file nobody shows, are refused by name', () => {
  assert.deepEqual(faultsOf({}, { 'videos/day.webm': new Uint8Array(64) }), ['small/videos/day.webm:1:1 not-a-video'])
  assert.deepEqual(faultsOf({}, { 'videos/day.jpg': new Uint8Array(64) }), ['small/videos/day.jpg:1:1 not-a-poster'])
  assert.deepEqual(faultsOf({}, { 'videos/other.webm': film }).sort(), ['small/videos/other.webm:1:1 missing-file', 'small/videos/other.webm:1:1 unused-file'].flatMap(fault => fault.endsWith('missing-file') ? Array<string>(7).fill(fault) : [fault]))
  assert.deepEqual(faultsOf({ 'lessons/01-side.kk.md': text => text.replace('```video\nname: day', '```video\nname: night') }).map(fault => fault.replace(/^.*:/, '')), ['1 languages-differ'])
})

test('a slip in captions is told with its line', () => {
  const told = (vtt: string) => faultsOf({ 'videos/day.ru.vtt': vtt })
  assert.deepEqual(told('00:00.000 --> 00:01.000\nа\n'), ['small/videos/day.ru.vtt:1:1 captions-begin'])
  assert.deepEqual(told('WEBVTT\n\n00:00 --> 00:01\nа\n'), ['small/videos/day.ru.vtt:3:1 captions-time'])
  assert.deepEqual(told('WEBVTT\n\n00:02.000 --> 00:01.000\nа\n'), ['small/videos/day.ru.vtt:3:1 captions-order'])
  assert.deepEqual(told('WEBVTT\n\n00:02.000 --> 00:03.000\nа\n\n00:01.000 --> 00:04.000\nб\n'), ['small/videos/day.ru.vtt:6:1 captions-order'])
  assert.deepEqual(told('WEBVTT\n\n00:01.000 --> 00:02.000\n'), ['small/videos/day.ru.vtt:3:1 captions-empty'])
  assert.deepEqual(told('WEBVTT\n'), ['small/videos/day.ru.vtt:1:1 captions-empty'])
  assert.deepEqual(told('WEBVTT\n\n00:01.000 --> 00:02.000\nа\n<b>б</b>\n'), ['small/videos/day.ru.vtt:5:1 captions-markup'])
  assert.deepEqual(told('WEBVTT\n\nNOTE слова для автора\n\nпервый\n00:01.000 --> 00:02.000\nа\nб\n'), [])
})

test('a video may have four megabytes and not a byte more, in a folder and in an archive alike', () => {
  const sized = (size: number) => textsOf('small', [{ path: 'videos/day.webm', size, bytes: () => Buffer.alloc(size) }])
  assert.deepEqual(sized(4 * 1_048_576).unread, [])
  assert.deepEqual(sized(4 * 1_048_576 + 1).unread!.map(fault => wordsOf(fault, 'en')), ['small/videos/day.webm:1:1 The file is too large. The most is 4 MB.'])
})
