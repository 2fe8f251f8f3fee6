import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jsx } from '#jsx/jsx-runtime'
import { smallCourse } from '#test/small-course.ts'
import { FaultyFolder, fingerprintOf, LessonBody, languageOf, normalised, readCourseFolder, readSchoolFolder, wordsOf } from './format.ts'

type Changes = NonNullable<Parameters<typeof smallCourse>[0]>
const faultsOf = (changes: Changes) => {
  try {
    readCourseFolder(smallCourse(changes))
  } catch (fault) {
    if (fault instanceof FaultyFolder) return fault.faults.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`)
    throw fault
  }
  return []
}
const swap = (from: string, to: string) => (text: string) => {
  assert.ok(text.includes(from), `the file has no "${from}"`)
  return text.replace(from, to)
}
const draw = (markdown: string) => {
  const course = readCourseFolder(smallCourse({ 'lessons/01-side.en.md': text => text.replace('Shadows show. [mdn]', `${markdown} [mdn]`) }))
  const lesson = course.modules[0]!.lessons[0]!
  return LessonBody({ blocks: lesson.body.en, figures: course.figures, locale: 'en', check: id => jsx('b', { children: id }), lesson: slug => `/learn/${slug}` }).html
}

test('a whole folder is read with every text in every language', () => {
  const { slug, modules, test: exam, assignment } = readCourseFolder(smallCourse())
  const [lesson] = modules[0]!.lessons
  assert.equal(slug, 'small')
  assert.deepEqual([lesson!.slug, lesson!.free, lesson!.minutes, lesson!.title.kk], ['side', true, 5, 'Бүйір жарық'])
  assert.deepEqual(lesson!.checks[0], {
    id: 'where', type: 'single', right: 'b',
    text: { ru: 'Боковой свет?', kk: 'Бүйір жарық?', en: 'Side light?' },
    explanation: { ru: 'Тени видны.', kk: 'Көлеңке көрінеді.', en: 'Shadows show.' },
    options: [
      { id: 'a', text: { ru: 'Тени видны.', kk: 'Көлеңке көрінеді.', en: 'Shadows show.' } },
      { id: 'b', text: { ru: 'Солнце сбоку', kk: 'Күн бүйірде', en: 'Sun at the side' } },
    ],
  })
  assert.deepEqual(exam.questions.map(({ type }) => type), ['single', 'ordering', 'matching'])
  assert.deepEqual(assignment.task.en[0], { kind: 'paragraph', of: [{ kind: 'text', text: 'Take a ' }, { kind: 'strong', of: [{ kind: 'text', text: 'shadow' }] }, { kind: 'text', text: '.' }] })
})

test('the fingerprint is that of the meaning: a word changes it, a comment and another layout do not', () => {
  const of = (changes: Changes = {}) => fingerprintOf(readCourseFolder(smallCourse(changes)))
  assert.equal(of(), of())
  assert.notEqual(of({ 'figures/sun.yaml': swap('en: sun', 'en: Sun') }), of())
  assert.notEqual(of({ 'course.yaml': swap('free: [01-side]', 'free: []') }), of())
  assert.equal(of({ 'figures/sun.yaml': '# of the sky\nsun:\n  en: sun\n  kk: күн\n  ru: "солнце"\n' }), of())
})

test('a fault in YAML is told with its file, line and column', () => {
  assert.deepEqual(faultsOf({ 'course.yaml': swap('level: beginner', 'level: expert') }), ['small/course.yaml:5:8 not-one-of'])
  assert.deepEqual(faultsOf({ 'course.yaml': swap('hours: 1\n', '') }), ['small/course.yaml:1:1 missing'])
  assert.deepEqual(faultsOf({ 'course.yaml': swap('ru: Свет, kk: Жарық', 'ru: Свет') }), ['small/course.yaml:2:8 missing'])
  assert.deepEqual(faultsOf({ 'course.yaml': swap('hours: 1', 'hours: 1\nprice: 100') }), ['small/course.yaml:7:1 unknown-field'])
  assert.deepEqual(faultsOf({ 'course.yaml': swap('hours: 1', 'hours: [1') })[0], 'small/course.yaml:7:1 yaml-open')
  assert.deepEqual(faultsOf({ 'assignment.yaml': swap('points: 5', 'points: 0') }), ['small/assignment.yaml:10:7 levels-fall'])
})

test('a question whose right answer cannot be given is refused', () => {
  assert.deepEqual(faultsOf({ 'test.yaml': swap('right: a\n', 'right: c\n') }), ['small/test.yaml:13:12 unknown-answer'])
  assert.deepEqual(faultsOf({ 'test.yaml': swap('right: [b, a]', 'right: [b]') }), ['small/test.yaml:23:12 bad-order'])
  assert.deepEqual(faultsOf({ 'test.yaml': swap('right: [b, a]', 'right: [a, b]') }), ['small/test.yaml:23:12 order-given-away'])
  assert.deepEqual(faultsOf({ 'test.yaml': swap('right: { a: b, b: a }', 'right: { a: b }') }), ['small/test.yaml:36:12 unmatched'])
  assert.deepEqual(faultsOf({ 'test.yaml': swap('id: steps', 'id: shadow') }), ['small/test.yaml:15:9 id-twice'])
  assert.deepEqual(faultsOf({ 'test.yaml': swap('lesson: side', 'lesson: front') }), ['small/test.yaml:8:13 unknown-lesson'])
})

test('a fault inside a lesson is told with its place in the lesson, also inside its checks', () => {
  const ru = 'lessons/01-side.ru.md'
  assert.deepEqual(faultsOf({ [ru]: swap('minutes: 5', 'minutes: soon') }), [`small/${ru}:3:10 wrong-kind`])
  assert.deepEqual(faultsOf({ [ru]: swap('right: b', 'right: d') }), [`small/${ru}:18:8 unknown-answer`, ...['kk', 'en'].map(locale => `small/lessons/01-side.${locale}.md:1:1 languages-differ`)])
  assert.deepEqual(faultsOf({ [ru]: swap('Тени видны. [mdn]', 'Тени <b>видны</b>. [mdn]') }), [`small/${ru}:7:6 raw-html`, `small/${ru}:7:14 raw-html`])
  assert.deepEqual(faultsOf({ [ru]: swap('https://developer.mozilla.org/', 'javascript:alert(1)') }), [`small/${ru}:7:13 bad-link`])
  assert.deepEqual(faultsOf({ [ru]: swap('[mdn](https://developer.mozilla.org/)', '[mdn](lesson:noon)') }), [`small/${ru}:7:13 unknown-lesson`])
  assert.deepEqual(faultsOf({ [ru]: swap('## Боковой', '# Боковой') }), [`small/${ru}:5:1 heading-level`])
  assert.deepEqual(faultsOf({ [ru]: swap('![Солнце сбоку]', '![]') }), [`small/${ru}:9:1 no-alternative`, ...['kk', 'en'].map(locale => `small/lessons/01-side.${locale}.md:1:1 languages-differ`)])
  assert.deepEqual(faultsOf({ [ru]: 'Без заголовка' }), [`small/${ru}:1:1 no-front-matter`])
})

test('a lesson is there in three languages with the same figures and checks', () => {
  assert.deepEqual(faultsOf({ 'lessons/01-side.kk.md': null }), ['small/course.yaml:13:15 missing-file'])
  assert.deepEqual(faultsOf({ 'lessons/01-side.en.md': swap('right: b', 'right: a') }), ['small/lessons/01-side.en.md:1:1 languages-differ'])
  assert.deepEqual(faultsOf({ 'lessons/02-lost.ru.md': '' }), ['small/lessons/02-lost.ru.md:1:1 unused-file'])
})

test('a figure has only what a drawing needs', () => {
  const at = (from: string, to: string) => faultsOf({ 'figures/sun.svg': swap(from, to) }).filter(fault => fault.includes('.svg'))
  assert.deepEqual(at('<text', '<script>x</script><text'), ['small/figures/sun.svg:4:3 svg-element'])
  assert.deepEqual(at('cx="50"', 'onclick="x()" cx="50"'), ['small/figures/sun.svg:3:30 svg-attribute'])
  assert.deepEqual(at('fill="url(#sky)"', 'fill="#ff0000"'), ['small/figures/sun.svg:3:52 svg-attribute'])
  assert.deepEqual(at('fill="url(#sky)"', 'fill="url(#sea)"'), ['small/figures/sun.svg:3:58 svg-reference'])
  assert.deepEqual(at('cx="50"', 'style="fill:red"'), ['small/figures/sun.svg:3:30 svg-attribute'])
  assert.deepEqual(at('{sun}', '{moon}'), ['small/figures/sun.svg:4:22 svg-label'])
  assert.deepEqual(at('{sun}', 'The sun'), ['small/figures/sun.svg:4:22 svg-words'])
  assert.deepEqual(at('</svg>', ''), ['small/figures/sun.svg:6:1 svg-broken'])
})

test('the slips that people make most in YAML are told in their own language', () => {
  const said = (from: string, to: string) => {
    try { readCourseFolder(smallCourse({ 'assignment.yaml': swap(from, to) })) } catch (error) { return (error as FaultyFolder).faults.map(fault => wordsOf(fault, 'ru'))[0] }
    return ''
  }
  assert.equal(said('kind: photo', 'kind: photo\nkind: text'), 'small/assignment.yaml:4:1 Это поле названо дважды.')
  assert.equal(said('kind: photo', 'kind: photo: text'), 'small/assignment.yaml:3:7 Двоеточие с пробелом после него читается как новое поле: возьмите весь текст в кавычки.')
  assert.equal(said('kind: photo', 'kind: @photo'), 'small/assignment.yaml:3:7 Текст с таким первым знаком нужно взять в кавычки.')
  assert.equal(said('kind: photo', '---\nkind: photo'), 'small/assignment.yaml:3:1 В файле должен быть один документ YAML: уберите строку «---».')
})

test('all faults are told at once, in the language of the reader', () => {
  const faults = () => readCourseFolder(smallCourse({ 'course.yaml': swap('hours: 1', 'hours: many'), 'test.yaml': null }))
  assert.throws(faults, (error: FaultyFolder) => {
    assert.deepEqual(error.faults.map(fault => wordsOf(fault, 'kk')), [
      'small/course.yaml:6:8 «hours» өрісі: мәннің түрі басқа, күтілетіні: сан.', 'small/test.yaml:1:1 test.yaml файлы жоқ.'])
    return true
  })
})

test('a lesson is drawn without any markup of its own: its words are only words', () => {
  const page = draw('`<script>` & 2 < 3 **strong**')
  assert.match(page, /<p><code>&lt;script><\/code> &amp; 2 &lt; 3 <strong>strong<\/strong>/)
  assert.match(page, /<a class="outside-link" href="https:\/\/developer.mozilla.org\/" rel="noopener noreferrer external">mdn<\/a> <span lang="kk">сәлем<\/span>/)
  assert.match(page, /<figure class="figure"><div class="drawing" tabindex="0" role="group" aria-label="Drawing"><svg viewBox="0 0 100 50" role="img" aria-label="Sun at the side"/)
  assert.match(page, /<linearGradient id="sun-sky">.*fill="url\(#sun-sky\)".*<text x="5" y="40">sun<\/text>/)
  assert.match(page, /<figcaption>Side light<\/figcaption>/)
  assert.match(page, /<b>where<\/b>/)
  assert.doesNotMatch(page, /style=|why|Shadows show\.<\/p>.*right/)
})

test('tables, lists, code and dialogues have their own shape on the page', () => {
  const page = draw(['x', '', '| a | b |', '|---|--:|', '| 1 | 2 |', '', '3. one', '4. two', '', '```js', 'a < b', '```', '', '```dialogue', 'lang: kk', 'lines:', '  - { who: A, says: Сәлем, means: Hi }', '  - { who: B, says: Сау болыңыз }', '```', '', 'y'].join('\n'))
  assert.match(page, /<table><thead><tr><th scope="col">a<\/th><th scope="col" class="align-right">b<\/th><\/tr><\/thead><tbody><tr><td>1<\/td>/)
  assert.match(page, /<ol start="3"><li>one<\/li><li>two<\/li><\/ol>/)
  assert.match(page, /<div class="code" role="group" aria-label="js" tabindex="0"><p class="label">js<\/p><pre><code>a &lt; b<\/code><\/pre><\/div>/)
  assert.match(page, /<dl class="dialogue"><dt>A<\/dt><dd><span lang="kk">Сәлем<\/span><span class="meaning">Hi<\/span><\/dd><dt>B<\/dt><dd><span lang="kk">Сау болыңыз<\/span><\/dd><\/dl>/)
})

test('short answers are compared without case, spaces, quotes and a final stop', () => {
  assert.equal(normalised('  «Золотой   ЧАС». '), 'золотой час')
  assert.equal(normalised('Ёлка'), normalised('елка'))
  assert.equal(normalised('stale-while–revalidate'), 'stale while revalidate')
  assert.notEqual(normalised('жарық'), normalised('жарык'))
})

test('a phrase that is the same in every language is said to be Kazakh, a number is not', () => {
  assert.equal(languageOf({ ru: 'Сау болыңыз!', kk: 'Сау болыңыз!', en: 'Сау болыңыз!' }, 'en'), 'kk')
  assert.equal(languageOf({ ru: 'До свидания!', kk: 'Сау болыңыз!', en: 'Goodbye!' }, 'ru'), undefined)
  assert.equal(languageOf({ ru: '1/125', kk: '1/125', en: '1/125' }, 'ru'), undefined)
})

const school = (changes: Record<string, string> = {}) => ({
  name: 'sites/x',
  files: new Map([
    ...[...smallCourse().files].map(([path, text]) => [`courses/light/${path}`, text] as const),
    ...['ru', 'kk', 'en'].map(locale => [`about.${locale}.md`, `---\ntitle: ${locale}\n---\nWe teach.\n`] as const),
    ['trajectories.yaml', 'trajectories:\n  - slug: path\n    title: &t { ru: а, kk: ә, en: a }\n    outcome: *t\n    summary: *t\n    stages:\n      - { title: *t, course: light }\n'] as const,
    ...Object.entries(changes),
  ]),
})
const schoolFaults = (changes: Record<string, string>) => {
  try { readSchoolFolder(school(changes)) } catch (fault) { return (fault as FaultyFolder).faults.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`) }
  return []
}

test('a school is read with its courses, trajectories and page about itself', () => {
  const { courses, trajectories, about } = readSchoolFolder(school())
  assert.deepEqual([courses.map(course => course.slug), trajectories.map(path => path.stages[0]!.course), about.title.kk], [['light'], ['light'], 'kk'])
})

test('a trajectory through an unknown course, or a figure outside the lessons, is refused', () => {
  const text = school().files.get('trajectories.yaml')!
  assert.deepEqual(schoolFaults({ 'trajectories.yaml': text.replace('course: light', 'course: dark') }), ['sites/x/trajectories.yaml:7:22 unknown-course'])
  assert.deepEqual(schoolFaults({ 'about.kk.md': '---\ntitle: kk\n---\n![a](figure:sun "b")\n' }), ['sites/x/about.kk.md:4:1 unknown-figure'])
  assert.deepEqual(schoolFaults({ 'courses/light/test.yaml': 'title: [' })[0], 'sites/x/courses/light/test.yaml:1:9 yaml-open')
})
