// Courses come in as folders and go out as folders. What is wrong is told with its place and changes nothing; what is right waits as a draft.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fingerprintOf, folderOf, publish, readApart, readCourseFolder, readSchoolFolder, schoolFolderOf, writeCourseFolder, zipOf, type CourseFolder } from '#school/courses/courses.ts'
import { answerCheck } from '#school/assessment/assessment.ts'
import { enrol, markDone } from '#school/enrolment/enrolment.ts'
import { openTestDatabases, type Member, type School } from '#test/fixtures.ts'
import { smallCourse } from '#test/small-course.ts'
import { unzipped } from '#test/unzipped.ts'
import { folderZipped, zipped } from '#test/zipped.ts'
import { bringIn } from './bring-in.ts'
import { takeOut } from './take-out.ts'

const { asAdmin, school } = await openTestDatabases()

type Changes = Parameters<typeof smallCourse>[0]
/** The small course under a name of its own. */
const named = (slug: string, changes: Changes = {}): CourseFolder => readCourseFolder({ ...smallCourse(changes), name: slug })
const newName = () => `light-${randomBytes(4).toString('hex')}`

/** How many rows each table of the parts of courses has in a school. */
const counts = (here: School) => asAdmin(async client => {
  const tables = ['courses.courses', 'courses.pointers', 'courses.versions', 'courses.modules', 'courses.lessons', 'courses.lesson_texts', 'courses.publish_log', 'assessment.tests', 'assessment.questions', 'assessment.test_questions', 'assignments.assignments', 'assignments.rubrics']
  const found: [string, number][] = []
  for (const name of tables) found.push([name, (await client.query(`select count(*)::int as n from ${name} where site = $1`, [here.slug])).rows[0].n as number])
  return found
})

const sendZip = async (here: School, as: Member | undefined, zip: Buffer, { name = 'course.zip', path = '/office/courses/import' } = {}) => {
  const form = new FormData()
  form.append('_once', crypto.randomUUID())
  form.append('file', new Blob([new Uint8Array(zip)], { type: 'application/zip' }), name)
  const answer = await here.request(path, { ...as && { as }, method: 'POST', body: form, headers: { origin: here.address.origin } })
  return { status: answer.status, led: answer.headers.get('location') ?? '', text: (await answer.text()).replaceAll('&quot;', '"') }
}

for (const like of readdirSync('sites')) test(`${like}: its course goes out as it came in, into another school and out again with the same bytes`, async () => {
  const [here, there] = await Promise.all([school(like), school('mexrontal')])
  const [operator, other] = await Promise.all([here.staff('operator'), there.staff('operator')])
  for (const source of readSchoolFolder(schoolFolderOf(`sites/${like}`)).courses) {
    const { course } = await takeOut(operator.ctx, { course: source.slug })
    assert.deepEqual(course, { ...source, figures: source.figures.toSorted((one, another) => (one.name < another.name ? -1 : 1)) })
    const renamed = { ...writeCourseFolder(course), name: `again-${source.slug}` }
    await bringIn(other.ctx, { course: readCourseFolder(renamed) })
    const again = writeCourseFolder((await takeOut(other.ctx, { course: renamed.name, which: 'draft' })).course)
    assert.deepEqual([...again.files], [...renamed.files])
  }
})

test('a course that is brought in waits as a draft: staff look at it, nobody else does, until it is published by the button that was there before', async () => {
  const here = await school()
  const [operator, learner] = [await here.staff('operator'), await here.learner()]
  const slug = newName()
  const sent = await sendZip(here, operator, folderZipped(slug, smallCourse().files))
  assert.deepEqual([sent.status, sent.led], [303, `/office/courses/${slug}/preview?which=draft&said=authoring.was-course`])
  const preview = await (await here.request(`/kk${sent.led}`, { as: operator })).text()
  assert.match(preview, /Курс қабылданды, жариялауды күтіп тұр/)
  assert.match(preview, /<h1>Жарық<\/h1>/)
  const lesson = await (await here.request(`/en/office/courses/${slug}/preview/side?which=draft`, { as: operator })).text()
  assert.match(lesson, /<h1>Side light<\/h1>[\s\S]*<strong>Sun at the side \(right\)<\/strong>[\s\S]*Shadows show\./)
  assert.match(await (await here.request(`/en/office/courses/${slug}/preview/test`, { as: operator })).text(), /Second<\/li>|<ol><li>First<\/li><li>Second<\/li><\/ol>/)
  assert.match(await (await here.request(`/en/office/courses/${slug}/preview/assignment`, { as: operator })).text(), /Take a <strong>shadow<\/strong>/)
  assert.equal((await here.request(`/office/courses/${slug}/preview/none`, { as: operator })).status, 404)
  assert.equal((await here.request(`/courses/${slug}`)).status, 404)
  assert.equal((await here.request(`/office/courses/${slug}/preview`, { as: learner })).status, 403)
  assert.equal((await here.request(`/office/courses/${slug}/publish`, { as: operator, form: {} })).status, 303)
  assert.equal((await here.request(`/courses/${slug}`)).status, 200)
  const acts = await here.inside(({ db }) => db.selectFrom('audit.entries').select(['act', 'actor', 'thing']).where('act', 'in', ['authoring.bring-in', 'courses.publish']).execute())
  assert.deepEqual(acts.map(({ act, actor, thing }) => [act, actor, thing]).sort(), [['authoring.bring-in', operator.id, `course:${slug}`], ['courses.publish', operator.id, `course:${slug}`]])
  assert.ok((await (await here.request('/office', { as: operator })).text()).includes(`курс ${slug}`), 'the office says which course it was')
})

test('the same folder once more changes nothing and says so, also when a form is sent twice', async () => {
  const here = await school()
  const operator = await here.staff('operator')
  const slug = newName()
  assert.deepEqual(await bringIn(operator.ctx, { course: named(slug) }), { outcome: 'course', number: 1 })
  const before = await counts(here)
  assert.deepEqual(await bringIn(operator.ctx, { course: named(slug) }), { outcome: 'waiting', number: 1 })
  const other = named(slug, { 'figures/sun.yaml': '# another layout\nsun:\n  en: sun\n  kk: күн\n  ru: "солнце"\n' })
  assert.deepEqual(await bringIn(operator.ctx, { course: other }), { outcome: 'waiting', number: 1 })
  await publish(operator.ctx, { course: slug })
  assert.deepEqual(await bringIn(operator.ctx, { course: named(slug) }), { outcome: 'nothing', number: 1 })
  assert.deepEqual((await counts(here)).filter(([name]) => name !== 'courses.publish_log'), before.filter(([name]) => name !== 'courses.publish_log'))
  const sent = await sendZip(here, operator, folderZipped(slug, smallCourse().files))
  assert.deepEqual([sent.status, sent.led], [303, `/office/courses/${slug}/preview?said=authoring.was-nothing`])
})

test('a draft that is sent once more is shown as the draft that waits, not as what is taught', async () => {
  const here = await school()
  const operator = await here.staff('operator')
  const slug = newName()
  const files = (title: string) => folderZipped(slug, smallCourse({ 'course.yaml': text => text.replace('en: Light }', `en: ${title} }`) }).files)
  await sendZip(here, operator, files('Light'))
  await publish(operator.ctx, { course: slug })
  for (const outcome of ['draft', 'waiting']) {
    const { led } = await sendZip(here, operator, files('Light anew'))
    assert.equal(led, `/office/courses/${slug}/preview?which=draft&said=authoring.was-${outcome}`)
    assert.match(await (await here.request(`/en${led}`, { as: operator })).text(), /<h1>Light anew<\/h1>/)
  }
  const { led } = await sendZip(here, operator, files('Light'))
  assert.match(await (await here.request(`/en${led}`, { as: operator })).text(), /<h1>Light<\/h1>/)
})

test('a new version waits beside the one that is taught, and a version of old becomes the draft again', async () => {
  const here = await school()
  const operator = await here.staff('operator')
  const slug = newName()
  const second = named(slug, { 'course.yaml': text => text.replace('en: Light }', 'en: Light anew }') })
  await bringIn(operator.ctx, { course: named(slug) })
  await publish(operator.ctx, { course: slug })
  assert.deepEqual(await bringIn(operator.ctx, { course: second }), { outcome: 'draft', number: 2 })
  assert.match(await (await here.request(`/en/courses/${slug}`)).text(), /<h1>Light<\/h1>/)
  const seen = async (which: string) => { const { course, isDraft, number } = await takeOut(operator.ctx, { course: slug, which }); return [course.title.en, isDraft, number] }
  assert.deepEqual([await seen('published'), await seen('draft')], [['Light', false, 1], ['Light anew', true, 2]])
  await publish(operator.ctx, { course: slug })
  assert.match(await (await here.request(`/en/courses/${slug}`)).text(), /<h1>Light anew<\/h1>/)
  assert.deepEqual(await bringIn(operator.ctx, { course: named(slug) }), { outcome: 'draft', number: 1 })
  assert.deepEqual(await seen('draft'), ['Light', true, 1])
})

test('what learners have done stays done in the lessons and questions that a new version leaves as they were', async () => {
  const here = await school()
  const [operator, learner] = [await here.staff('operator'), await here.learner()]
  const slug = newName()
  const [{ files }, second] = [smallCourse(), (text: string) => text.replaceAll('where', 'whence').replaceAll('Бок', 'Второй бок')]
  const more: Changes = {
    'course.yaml': text => text.replace('lessons: [01-side]', 'lessons: [01-side, 02-back]'),
    ...Object.fromEntries(['ru', 'kk', 'en'].map(locale => [`lessons/02-back.${locale}.md`, second(files.get(`lessons/01-side.${locale}.md`)!)])),
  }
  await bringIn(operator.ctx, { course: named(slug, more) })
  await publish(operator.ctx, { course: slug })
  const { run } = await enrol(learner.ctx, { course: slug })
  const checksOf = (lesson: string) => here.inside(({ db }) => db.selectFrom('courses.lessons').innerJoin('courses.runs', 'courses.runs.version', 'courses.lessons.version').select('checks').where('courses.runs.slug', '=', run).where('courses.lessons.slug', '=', lesson).executeTakeFirstOrThrow())
  for (const lesson of ['side', 'back']) {
    const { checks: [check] } = await checksOf(lesson)
    await answerCheck(learner.ctx, { run, lesson, question: check.id, answer: [check.asked.options[0].id] })
    await markDone(learner.ctx, { run, lesson })
  }
  const shown = async (lesson: string) => { const text = await (await here.request(`/en/learn/${run}/${lesson}`, { as: learner })).text(); return [/\/undo"/.test(text), /Shadows show\.<\/p>/.test(text)] }
  const before = [await shown('side'), await shown('back')]
  // The first lesson and its check stay; the second one gets another question and another text.
  const changed: Changes = { ...more, ...Object.fromEntries(['ru', 'kk', 'en'].map(locale => [`lessons/02-back.${locale}.md`, (more[`lessons/02-back.${locale}.md`] as string).replace(/question: (.*)\?/, 'question: $1, now?')])) }
  await bringIn(operator.ctx, { course: named(slug, changed) })
  await publish(operator.ctx, { course: slug, current: true })
  assert.equal(before[0]![0], true)
  assert.deepEqual([(await shown('side')), (await shown('back'))[0]], [before[0], true])
  const kept = await here.inside(({ db }) => db.selectFrom('assessment.checks').select('question').execute())
  assert.ok(kept.some(({ question }) => question), 'answers are kept')
  assert.equal((await checksOf('side')).checks[0].id, kept.map(({ question }) => question).find(id => id === (kept[0]!.question)), 'the question that stayed has kept its row')
})

test('what is wrong is told with file, line and column in the reader\'s language, all of it, and nothing is kept', async () => {
  const here = await school()
  const operator = await here.staff('operator')
  const before = await counts(here)
  const faulty = smallCourse({ 'course.yaml': text => text.replace('level: beginner', 'level: expert'), 'lessons/01-side.en.md': null, 'figures/sun.svg': text => text.replace('<text', '<script>x</script><text') })
  const sent = await sendZip(here, operator, folderZipped(newName().slice(0, 5), faulty.files), { path: '/kk/office/courses/import' })
  assert.equal(sent.status, 422)
  assert.match(sent.text, /Курс қабылданбады, ештеңе өзгерген жоқ\. Ескертулер саны: 3\./)
  for (const [file, line, column, words] of [['course.yaml', 5, 8, /тек мыналар жарайды: beginner/], ['course.yaml', 13, 15, /01-side\.en\.md файлы жоқ/], ['figures/sun.svg', 4, 3, /&lt;script> элементін/]] as const)
    assert.match(sent.text, new RegExp(`<code>light/${file}</code>[\\s\\S]{0,200}>${line}<[\\s\\S]{0,120}>${column}<[\\s\\S]{0,200}${words.source}`))
  assert.deepEqual(await counts(here), before)
  assert.equal((await here.inside(({ db }) => db.selectFrom('audit.entries').select('act').where('act', '=', 'authoring.bring-in').execute())).length, 0)
})

test('an archive that is none, empty, too large, locked or made to harm is refused in words, and nothing is kept', async () => {
  const here = await school()
  const operator = await here.staff('operator')
  const before = await counts(here)
  const small = smallCourse().files
  const tried: [string, Buffer, number, RegExp][] = [
    ['nothing', Buffer.alloc(0), 422, /Выберите zip-архив курса/],
    ['no zip', Buffer.from('not a zip at all'), 422, /Архив не читается/],
    ['half a zip', folderZipped('light', small).subarray(0, 900), 422, /Архив не читается/],
    ['a name that climbs', folderZipped('light', small, [{ name: 'light/../../evil.yaml', bytes: 'x' }]), 422, /Такой путь ведёт из папки наружу/],
    ['a file beside the folder', folderZipped('light', small, [{ name: '/etc/cron.d/x', bytes: 'x' }]), 422, /Такой путь ведёт из папки наружу/],
    ['a link', folderZipped('light', small, [{ name: 'light/lessons/02.ru.md', bytes: '/etc/passwd', mode: 0o120777 }]), 422, /Это ссылка или устройство/],
    ['a locked file', folderZipped('light', small, [{ name: 'light/lessons/02.ru.md', bytes: 'x', encrypted: true }]), 422, /закрыт паролем/],
    ['the same file twice', folderZipped('light', small, [{ name: 'light/course.yaml', bytes: 'x' }]), 422, /лежит в архиве дважды/],
    ['a bomb that says its size', folderZipped('light', small, [{ name: 'light/figures/big.svg', bytes: Buffer.alloc(30_000_000) }]), 422, /Файл слишком велик/],
    ['a bomb that hides its size', folderZipped('light', small, [{ name: 'light/figures/big.svg', bytes: Buffer.alloc(30_000_000), says: 100 }]), 422, /Архив не читается/],
    ['too many files', zipped(Array.from({ length: 1100 }, (_, index) => ({ name: `light/lessons/${index}.md`, bytes: 'x' }))), 422, /Файлов больше, чем бывает у курса/],
    ['another encoding', folderZipped('light', small, [{ name: 'light/lessons/02.ru.md', bytes: Buffer.from([0xC4, 0xE0]) }]), 422, /не в кодировке UTF-8/],
    ['more than is taken', randomBytes(8 * 1_048_576 + 1), 413, /8/],
  ]
  for (const [what, zip, status, words] of tried) {
    const sent = await sendZip(here, operator, zip)
    assert.equal(sent.status, status, what)
    assert.match(sent.text, words, what)
    assert.match(sent.text, /<form[^>]*enctype="multipart\/form-data"/, `${what}: the form stands there again`)
  }
  assert.deepEqual(await counts(here), before)
})

test('a folder without a folder around it takes its name from the archive, and what machines add to archives is not missed', async () => {
  const here = await school()
  const operator = await here.staff('operator')
  const slug = newName()
  const flat = zipped([...[...smallCourse().files].map(([name, bytes]) => ({ name, bytes })), { name: '__MACOSX/._course.yaml', bytes: Buffer.from([255]) }, { name: '.DS_Store', bytes: Buffer.from([255]) }, { name: 'lessons/', bytes: '' }])
  assert.equal((await sendZip(here, operator, flat, { name: `${slug}.zip` })).led, `/office/courses/${slug}/preview?which=draft&said=authoring.was-course`)
  assert.match((await sendZip(here, operator, flat, { name: 'Мой курс.zip' })).text, /Имя папки «Мой курс» станет адресом курса/)
})

test('what fails in the middle leaves nothing half-imported', async () => {
  const here = await school()
  const operator = await here.staff('operator')
  const before = await counts(here)
  const course = named(newName())
  // The last of the parts cannot be stored: its kind is none. Everything before it was written in the same transaction.
  const broken = { ...course, assignment: { ...course.assignment, kind: 'song' as 'text' } }
  await assert.rejects(bringIn(operator.ctx, { course: broken }))
  assert.deepEqual(await counts(here), before)
  // The line to the database is cut while the last part is being written: nothing of what was written before it remains.
  const ended = await asAdmin(async client => {
    await client.query('begin; lock table assignments.assignments in exclusive mode')
    const bringing = bringIn(operator.ctx, { course }).then(() => 'done', () => 'cut off')
    for (let cut = 0; !cut; await pause(20))
      cut = (await asAdmin(other => other.query(`select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%assignments%'`))).rowCount ?? 0
    const outcome = await bringing
    await client.query('rollback')
    return outcome
  })
  assert.equal(ended, 'cut off')
  assert.deepEqual(await counts(here), before)
  assert.equal((await bringIn(operator.ctx, { course })).outcome, 'course')
})

test('a teacher brings in and takes out what they teach and nothing else; a learner, support and another school do neither', async () => {
  const [here, there] = await Promise.all([school(), school()])
  const [operator, teacher, support, learner, foreign] = [await here.staff('operator'), await here.staff('teacher'), await here.staff('support'), await here.learner(), await there.staff('operator')]
  const [slug, other] = [newName(), newName()]
  for (const name of [slug, other]) {
    await bringIn(operator.ctx, { course: named(name) })
    await publish(operator.ctx, { course: name })
  }
  await here.request('/office/courses/teachers', { as: operator, form: { run: slug, person: teacher.id } })
  const changed = smallCourse({ 'course.yaml': text => text.replace('hours: 1', 'hours: 2') }).files
  assert.equal((await sendZip(here, teacher, folderZipped(slug, changed))).led, `/office/courses/${slug}/preview?which=draft&said=authoring.was-draft`)
  for (const [who, name] of [[teacher, other], [teacher, newName()], [support, slug], [learner, slug]] as const) assert.equal((await sendZip(here, who, folderZipped(name, changed))).status, 403)
  assert.match((await sendZip(here, undefined, folderZipped(slug, changed))).led, /sign-in/)
  assert.equal((await here.request(`/office/courses/${slug}/folder.zip`, { as: teacher })).status, 200)
  for (const [at, who, name, status] of [[here, teacher, other, 403], [here, learner, slug, 403], [there, foreign, slug, 404]] as const)
    for (const part of ['folder.zip', 'preview', 'preview/side']) assert.equal((await at.request(`/office/courses/${name}/${part}`, { as: who })).status, status, part)
  const group = await (await here.request(`/teach/progress/${slug}`, { as: teacher })).text()
  assert.match(group, new RegExp(`href="/office/courses/${slug}/preview"`))
})

test('the archive of a course holds its folder, the same bytes every time, and comes in again as nothing new', async () => {
  const here = await school()
  const operator = await here.staff('operator')
  const slug = newName()
  await bringIn(operator.ctx, { course: named(slug) })
  const download = async () => Buffer.from(await (await here.request(`/office/courses/${slug}/folder.zip`, { as: operator })).arrayBuffer())
  const zip = await download()
  assert.deepEqual(await download(), zip)
  assert.deepEqual(Object.keys(unzipped(zip)).sort(), [...smallCourse().files.keys()].map(path => `${slug}/${path}`).sort())
  assert.equal((await sendZip(here, operator, zip)).led, `/office/courses/${slug}/preview?which=draft&said=authoring.was-waiting`)
  assert.match(await (await here.request('/office/courses', { as: operator })).text(), new RegExp(`href="/office/courses/${slug}/folder.zip\\?which=draft" download`))
})

test('a version that was kept under a fingerprint of another recipe is known again by its meaning', async () => {
  const here = await school()
  const operator = await here.staff('operator')
  const course = named(newName())
  await bringIn(operator.ctx, { course })
  const changed = await asAdmin(client => client.query(`update courses.versions set fingerprint = 'of files' where site = $1 and fingerprint = $2`, [here.slug, fingerprintOf(course)]))
  assert.equal(changed.rowCount, 1)
  assert.deepEqual(await bringIn(operator.ctx, { course }), { outcome: 'waiting', number: 1 })
})

test('a text that is made to keep a reader busy is given up in time, and its reader is ended', async () => {
  const slow = smallCourse({ 'figures/sun.svg': `<svg viewBox="0 0 1 1">${'<!-'.repeat(250_000)}` }).files
  const began = Date.now()
  const read = await readApart({ archive: new Uint8Array(await folderZipped('light', slow)), file: 'light.zip' }, 1500)
  assert.ok('faults' in read && read.faults.length >= 1)
  assert.ok(Date.now() - began < 15_000)
})

test('a folder on a disk is read apart just as an archive is', async () => {
  const [read, archived] = [await readApart({ folder: 'sites/mexrontal/courses/business-kazakh' }), await readApart({ archive: new Uint8Array(await zipOf(named('light'))), file: 'x.zip' })]
  assert.ok('course' in read && fingerprintOf(read.course) === fingerprintOf(readCourseFolder(folderOf('sites/mexrontal/courses/business-kazakh'))))
  assert.ok('course' in archived && archived.course.slug === 'light')
})
