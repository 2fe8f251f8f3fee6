import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import exifr from 'exifr'
import { reveal } from '#platform/sealing/sealing.ts'
import type { Refusal } from '#platform/refusal.ts'
import { accessCopy, eraseAtOnce } from '#trust/rights/rights.ts'
import { assignTeacher, changeRun } from '#school/courses/courses.ts'
import { leave } from '#school/enrolment/enrolment.ts'
import { classroom, sendFile, sentWork, tellingPhoto, worksSeenBy, type Classroom } from '#test/classroom.ts'
import { noon, openTestDatabases, type Member } from '#test/fixtures.ts'
import { roundTrips } from '#test/round-trips.ts'
import { unzipped } from '#test/unzipped.ts'
import { duesBetween, holdWork, listWorks, noteOnWork, openWork, removeNote, reply, reviewWork, setDue, showAssignment, showFile, submitWork } from './assignments.ts'

const { asAdmin, school } = await openTestDatabases()
const here = await school()
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)
const full = { light: 4, words: 2 }
const refused = (work: Promise<unknown>, status: number, code?: string) => assert.rejects(work, (error: Refusal) => {
  assert.equal(error.status, status, String(error))
  if (code) assert.equal(error.code, code)
  return true
})
const rows = (sql: string, ...values: unknown[]) => asAdmin(client => client.query(sql, values)).then(({ rows }) => rows as Record<string, any>[])
const page = async (path: string, as: Member) => (await here.request(path, { as })).text()
const copyOf = async (who: Member) => Object.values(unzipped(await here.inside(ctx => buffer(accessCopy(ctx, who.id, []))))).join('\n')
const review = (teacher: Member, work: string, more: object = {}) => reviewWork(teacher.ctx, { work, outcome: 'return', words: 'Хорошо начато', levels: full, comments: {}, ...more })
async function sent(kind: Parameters<typeof classroom>[1] = 'text', more?: Parameters<typeof classroom>[2]) {
  const room = await classroom(here, kind, more)
  return { ...room, ...await sentWork(room) }
}
async function sentPhoto(more: Record<string, string> = {}) {
  const room = await classroom(here, 'photo')
  const answer = await sendFile(here, room.learner, room.run, { words: 'Солнце слева', ...more, file: await tellingPhoto() })
  assert.equal(answer.status, 303, await answer.text())
  const [row] = await rows('select t.id as take, w.id as work, t.file from assignments.takes t join assignments.works w on w.id = t.work where w.person = $1', room.learner.id)
  return { ...room, take: row!.take as string, work: row!.work as string, file: row!.file as string }
}

test('MQ-029 a sent work, its time and its state are seen by its learner and its teacher, and stand in the database', async () => {
  const room = await classroom(here, 'text')
  const answer = await here.request(`/learn/${room.run}/assignment`, { as: room.learner, form: { words: 'Мой текст о свете' } })
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, `/learn/${room.run}/assignment?said=assignments.was-sent`])
  const [row] = await rows('select w.id, w.person, t.sent_at from assignments.works w join assignments.takes t on t.work = w.id where w.person = $1', room.learner.id)
  assert.deepEqual([row!.person, row!.sent_at], [room.learner.id, noon])
  for (const text of [await page(`/learn/${room.run}/assignment`, room.learner), await page(`/teach/submissions/${row!.id}`, room.teacher)])
    assert.ok(text.includes('отправлена') && text.includes('Мой текст о свете') && text.includes(noon.toISOString()))
  assert.deepEqual(await worksSeenBy(room.teacher), [row!.id])
})

test('LP-021 a grade with its time is seen by the learner, and is in their copy', async () => {
  const { run, learner, teacher, work } = await sent()
  await review(teacher, work, { levels: { light: 2, words: 2 }, words: 'Свет хорош, слов мало' })
  const text = await page(`/learn/${run}/assignment`, learner)
  assert.ok(text.includes('4 из 6, 67 %') && text.includes('Свет хорош, слов мало') && text.includes(`datetime="${noon.toISOString()}"`))
  const copy = await copyOf(learner)
  assert.ok(copy.includes('Свет хорош, слов мало') && /"points": ?"?4/.test(copy) && copy.includes(noon.toISOString()))
})

test('CL-010 an accepted work is completed, with its date, in the database and in the copy', async () => {
  const { run, learner, teacher, work, take } = await sent()
  await review(teacher, work, { outcome: 'accept' })
  const [row] = await rows(`select w.accepted_at, c.kind, c.at, c.evidence from assignments.works w join enrolment.completions c on c.enrolment = w.enrolment and c.kind = 'assignment' where w.id = $1`, work)
  assert.deepEqual(row, { accepted_at: noon, kind: 'assignment', at: noon, evidence: take })
  assert.ok((await page(`/learn/${run}/assignment`, learner)).includes('завершено'))
  const copy = await copyOf(learner)
  assert.ok(copy.includes(`"accepted_at": "${noon.toISOString()}"`) || copy.includes(`"accepted_at":"${noon.toISOString()}"`), copy.slice(0, 500))
})

test('LP-023 a photo is shown to its learner and the teacher without place and serial number; what its owner keeps stands beside it', async () => {
  const { run, learner, teacher, work, take, file } = await sentPhoto()
  assert.equal((await exifr.gps(await tellingPhoto())).latitude > 43, true)
  for (const who of [learner, teacher]) for (const part of ['view', 'thumb', 'original']) {
    const answer = await here.request(`/works/${take}/${part}`, { as: who })
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'image/jpeg'])
    assert.match(answer.headers.get('content-security-policy')!, /sandbox/)
    const bytes = Buffer.from(await answer.arrayBuffer())
    assert.deepEqual([await exifr.gps(bytes), await exifr.parse(bytes, { icc: false, jfif: false })], [undefined, undefined])
    assert.ok(!bytes.includes('CANARY0SERIAL') && !bytes.includes('Canary'))
  }
  assert.ok((await page(`/learn/${run}/assignment`, learner)).includes(`src="/works/${take}/view"`))
  assert.ok((await page(`/teach/submissions/${work}`, teacher)).includes(`/works/${take}/view`))
  assert.equal((await here.request(`/works/${take}/view`, { headers: { accept: '*/*' } })).status, 403)
  assert.equal((await rows('select camera from files.files where id = $1', file))[0]!.camera, null)
  const kept = await sentPhoto({ keep: 'on' })
  assert.ok((await page(`/learn/${kept.run}/assignment`, kept.learner)).includes('Nikon Z 6 · 24 mm · f/11 · 1/60 · ISO 100'))
})

test('LP-024 feedback and the answer to it stand in the thread, in the copy and in the database', async () => {
  const { run, learner, teacher, work } = await sent()
  await noteOnWork(teacher.ctx, { work, place: { from: 2, to: 3 }, words: 'Эти строки повторяют первую' })
  await review(teacher, work, { comments: { light: 'Свет описан точно' } })
  const answer = await here.request(`/learn/${run}/assignment/reply`, { as: learner, form: { words: 'Сокращу их, спасибо' } })
  assert.equal(answer.status, 303)
  await here.request(`/teach/submissions/${work}/reply`, { as: teacher, form: { words: 'Жду новый вариант' } })
  const said = ['Эти строки повторяют первую', 'Свет описан точно', 'Хорошо начато', 'Сокращу их, спасибо', 'Жду новый вариант']
  for (const text of [await page(`/learn/${run}/assignment`, learner), await page(`/teach/submissions/${work}`, teacher), await copyOf(learner)])
    assert.deepEqual(said.filter(words => !text.includes(words)), [])
  assert.ok((await page(`/learn/${run}/assignment`, learner)).includes('строки 2–3'))
  const replies = await rows('select by_learner, teacher from assignments.replies where work = $1 order by written_at, id', work)
  assert.deepEqual(replies, [{ by_learner: true, teacher: null }, { by_learner: false, teacher: teacher.id }])
  const copy = await copyOf(teacher)
  assert.deepEqual(said.filter(words => copy.includes(words)), [], 'the copy of the teacher has nothing of the work of the learner')
})

test('marks on a photo are numbered, seen by both, and leave this program as W3C annotations', async () => {
  const { run, learner, teacher, work, take } = await sentPhoto({ described: 'Берег на рассвете' })
  const place = (x: string, y: string, words: string) => here.request(`/teach/submissions/${work}/notes`, { as: teacher, form: { x, y, words } })
  assert.equal((await place('25', '40,5', 'Горизонт завален')).headers.get('location'), `/teach/submissions/${work}?said=assignments.note-kept#new-note-place`)
  await place('80', '10', 'Небо без деталей')
  assert.ok(!(await page(`/learn/${run}/assignment`, learner)).includes('Горизонт завален'), 'not before it is given')
  await review(teacher, work)
  const text = await page(`/learn/${run}/assignment`, learner)
  assert.ok(text.includes('Горизонт завален') && text.includes('alt="Берег на рассвете"') && text.includes('<svg viewBox="0 0 320 200"') && text.includes('cx="80" cy="81"') && text.includes('id="note-2"'))
  const { versions: [version] } = await (await here.request(`/api/v1/works/${work}`, { as: learner })).json() as any
  assert.deepEqual(version.annotations.map(({ type, motivation, body, target }: any) => [type, motivation, body.value, target.source, target.selector.value]), [
    ['Annotation', 'commenting', 'Горизонт завален', `${here.address.origin}/works/${take}/view`, 'xywh=percent:25,40.5,0,0'],
    ['Annotation', 'commenting', 'Небо без деталей', `${here.address.origin}/works/${take}/view`, 'xywh=percent:80,10,0,0'],
  ])
  const [note] = await rows('select n.words, n.place from assignments.notes n join assignments.reviews r on r.id = n.review where r.take = $1', take)
  assert.ok(!note!.words.includes('Горизонт') && !note!.place.includes('percent'), 'sealed in the database')
})

test('LP-056 a work and its grade are refused to another learner, a teacher of another course and a visitor, on every page, file and address for programs', async () => {
  const { run, learner, teacher, work, take, another } = await sentPhoto()
  await review(teacher, work, { words: 'Только для автора' })
  const strangers: (Member | undefined)[] = [await another(), await here.learner(), (await classroom(here)).teacher, await here.staff('operator'), undefined]
  const addresses = [`/teach/submissions/${work}`, `/api/v1/works/${work}`, ...['view', 'thumb', 'original'].map(part => `/works/${take}/${part}`)]
  for (const address of addresses) for (const who of strangers) {
    const answer = await here.request(address, { ...who && { as: who }, headers: { accept: '*/*' } })
    assert.ok([401, 403, 404].includes(answer.status), `${address} for ${who?.actor.role}: ${answer.status}`)
    assert.ok(!(await answer.text()).includes('Только для автора'))
  }
  for (const address of addresses) assert.equal((await here.request(address, { as: teacher, headers: { accept: '*/*' } })).status, 200, address)
  assert.equal((await here.request(`/works/${take}/view`, { as: learner })).status, 200)
  const theirs = await here.request(`/learn/${run}/assignment`, { as: strangers[0]! })
  assert.ok(!(await theirs.text()).includes('Только для автора'))
  assert.deepEqual(await worksSeenBy(strangers[2]!), [])
  assert.ok(!(await page('/teach', strangers[2]!)).includes(work))
  assert.deepEqual(await rows(`select attname from pg_attribute where attrelid::regclass::text like 'assignments.%' and attname ~ 'rank|place_in|position'`), [], 'nothing keeps a ranking')
})

test('nobody writes into a work that is not theirs to write into, and nothing of it changes', async () => {
  const { run, learner, teacher, work, another } = await sent()
  const before = await everythingOf(work)
  const [other, stranger] = [await another(), (await classroom(here)).teacher]
  await refused(reply(other.ctx, { work, words: 'Можно посмотреть?' }), 403)
  for (const who of [learner, other, stranger]) {
    await refused(noteOnWork(who.ctx, { work, place: { from: 1, to: 1 }, words: 'x' }), 403)
    await refused(review(who, work), 403)
    await refused(holdWork(who.ctx, { work }), 403)
  }
  await refused(openWork(stranger.ctx, { work }), 403)
  await refused(submitWork(stranger.ctx, { run, words: 'x' }), 404)
  await refused(setDue(stranger.ctx, { run, due_at: minutes(600) }), 403)
  await refused(openWork(teacher.ctx, { work: randomUUID() }), 404)
  assert.deepEqual(await everythingOf(work), before)
})

const everythingOf = (work: string) => rows('select w.*, t.id as take, r.id as review from assignments.works w join assignments.takes t on t.work = w.id left join assignments.reviews r on r.take = t.id where w.id = $1', work)

test('a look of the teacher at a work is recorded, with the learner it was at', async () => {
  const { learner, teacher, work, take } = await sentPhoto()
  await openWork(teacher.ctx, { work })
  await showFile(teacher.ctx, { take })
  const looks = await rows('select action from audit.entries where actor = $1 and $2 = any (subjects)', teacher.id, learner.id).catch(() => rows('select act as action from audit.entries where actor = $1', teacher.id))
  assert.ok(looks.length >= 2, JSON.stringify(looks))
})

test('a work that waits is not sent again, a returned one is, and every version stays as it was', async () => {
  const { run, learner, teacher, work, take } = await sent('text', { attempts: 2 })
  await refused(submitWork(learner.ctx, { run, words: 'Ещё раз' }), 409, 'assignments.waits')
  await review(teacher, work)
  const second = await submitWork(learner.ctx, { run, words: 'Второй вариант' })
  assert.deepEqual([second.work, second.number], [work, 2])
  await review(teacher, work, { words: 'Стало лучше' })
  await refused(submitWork(learner.ctx, { run, words: 'Третий' }), 409, 'assignments.no-more-attempts')
  const text = await page(`/learn/${run}/assignment`, learner)
  assert.ok(['Первая строка', 'Второй вариант', 'Хорошо начато', 'Стало лучше', 'Прежние варианты'].every(words => text.includes(words)))
  assert.equal((await rows('select id from assignments.takes where work = $1', work)).length, 2)
  assert.ok((await rows('select id from assignments.takes where id = $1', take)).length)
})

test('an accepted work is closed: it is neither sent again nor reviewed twice', async () => {
  const { run, learner, teacher, work } = await sent()
  await review(teacher, work, { outcome: 'accept' })
  await refused(submitWork(learner.ctx, { run, words: 'Ещё' }), 409, 'assignments.already-accepted')
  await refused(review(teacher, work), 409, 'assignments.already-given')
  await refused(noteOnWork(teacher.ctx, { work, place: { from: 1, to: 1 }, words: 'x' }), 409, 'assignments.already-given')
  await refused(holdWork(teacher.ctx, { work }), 409, 'assignments.already-given')
})

test('to be accepted a work needs points for every criterion and as many as the assignment asks for', async () => {
  const { teacher, work } = await sent('text', { pass: 67 })
  await refused(review(teacher, work, { outcome: 'accept', levels: { light: 4 } }), 422, 'assignments.mark-every-criterion')
  await refused(review(teacher, work, { outcome: 'accept', levels: { light: 2, words: 2 } }), 422, 'assignments.below-pass')
  await refused(review(teacher, work, { levels: { light: 3, words: 2 } }), 422, 'assignments.no-such-level')
  await refused(review(teacher, work, { levels: { ...full, spelling: 2 } }), 422, 'assignments.no-such-level')
  await review(teacher, work, { outcome: 'accept', levels: { light: 4, words: 2 } })
  const exact = await sent('text', { pass: 66 })
  await review(exact.teacher, exact.work, { outcome: 'accept', levels: { light: 2, words: 2 } }) // 66.7 percent
})

test('a draft is kept with every word, is seen by no learner, and may be left without points', async () => {
  const { run, learner, teacher, work } = await sent()
  await review(teacher, work, { outcome: 'save', words: 'Пока не решено', levels: { light: 2 }, comments: { words: 'Подумать о словах' } })
  const desk = await page(`/teach/submissions/${work}`, teacher)
  assert.ok(desk.includes('Пока не решено') && desk.includes('Подумать о словах') && /name="level-light" value="2" checked/.test(desk))
  const text = await page(`/learn/${run}/assignment`, learner)
  assert.ok(!text.includes('Пока не решено') && text.includes('на проверке'))
  assert.ok(!(await (await here.request(`/api/v1/works/${work}`, { as: learner })).text()).includes('Пока не решено'))
})

test('what a refused review had typed comes back, with the reason', async () => {
  const { teacher, work } = await sent()
  const answer = await here.request(`/teach/submissions/${work}/review`, { as: teacher, form: { outcome: 'accept', words: 'Мои слова', 'level-light': '4', 'comment-light': 'Про свет' } })
  const text = await answer.text()
  assert.equal(answer.status, 422)
  assert.ok(text.includes('Мои слова') && text.includes('Про свет') && text.includes('по каждому критерию') && /name="level-light" value="4" checked/.test(text))
})

test('one teacher holds a work for half an hour; another takes it over only knowingly', async () => {
  const room = await sent()
  const { teacher, work, run } = room
  const second = await teacherOf(room)
  await holdWork(teacher.ctx, { work })
  await refused(review(second, work), 409, 'assignments.held-by-other')
  await refused(holdWork(second.ctx, { work }), 409, 'assignments.held-by-other')
  assert.ok((await page(`/teach/submissions/${work}`, second)).includes('Забрать себе'))
  assert.deepEqual(await worksSeenBy(teacher, 'mine'), [work])
  await refused(noteOnWork({ ...second.ctx, now: minutes(29.99) }, { work, place: { from: 1, to: 1 }, words: 'x' }), 409, 'assignments.held-by-other')
  await noteOnWork({ ...second.ctx, now: minutes(30) }, { work, place: { from: 1, to: 1 }, words: 'Можно: срок вышел' })
  await holdWork({ ...teacher.ctx, now: minutes(31) }, { work, over: true })
  await refused(review({ ...second, ctx: { ...second.ctx, now: minutes(32) } }, work), 409, 'assignments.held-by-other')
  assert.ok(run)
})

async function teacherOf({ run }: Classroom) {
    const [teacher, operator] = await Promise.all([here.staff('teacher'), here.staff('operator')])
  await assignTeacher(operator.ctx, { run, person: teacher.id })
  return teacher
}

test('marks are moved, rewritten and removed, and their numbers have no gap', async () => {
  const { teacher, work } = await sent()
  const ids: string[] = []
  for (const line of [1, 2, 3]) ids.push((await noteOnWork(teacher.ctx, { work, place: { from: line, to: line }, words: `Строка ${line}` })).id)
  await noteOnWork(teacher.ctx, { work, note: ids[2]!, place: { from: 1, to: 3 }, words: 'Все строки' })
  await removeNote(teacher.ctx, { work, note: ids[0]! })
  const { notes } = await reveal(teacher.ctx, await openWork(teacher.ctx, { work }))
  assert.deepEqual(notes.map(({ number, place, words }) => [number, place, words]), [[1, 'line=1,2', 'Строка 2'], [2, 'line=0,3', 'Все строки']])
  await refused(removeNote(teacher.ctx, { work, note: ids[0]! }), 404)
  await refused(noteOnWork(teacher.ctx, { work, place: { x: 1, y: 1 }, words: 'x' }), 422, 'assignments.no-such-place')
  const other = await sent()
  await refused(removeNote(other.teacher.ctx, { work: other.work, note: ids[1]! }), 404)
  await assert.rejects(noteOnWork(teacher.ctx, { work, place: { from: 3, to: 2 }, words: 'x' }))
  await assert.rejects(noteOnWork(teacher.ctx, { work, place: { x: 101, y: 2 }, words: 'x' }))
})

test('a work without its file or its words is refused with a sentence beside the field, and what was typed stays', async () => {
  const room = await classroom(here, 'photo')
  const answer = await sendFile(here, room.learner, room.run, { words: 'Солнце было слева' })
  const text = await answer.text()
  assert.deepEqual([answer.status, text.includes('Выберите файл.'), text.includes('Солнце было слева')], [422, true, true])
  const written = await classroom(here, 'text')
  const empty = await here.request(`/learn/${written.run}/assignment`, { as: written.learner, form: { words: '   ' } })
  assert.equal(empty.status, 422)
  assert.deepEqual(await rows('select id from assignments.works where person in ($1, $2)', room.learner.id, written.learner.id), [])
})

test('a file that is no photo is refused in the reader’s language, its bytes are gone and nothing is sent', async () => {
  const { run, learner } = await classroom(here, 'photo')
  const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1'), Buffer.alloc(500)])
  for (const [file, sentence] of [[heic, 'Сохраните его как JPEG'], [Buffer.from('<script>alert(1)</script>'), 'не принимается']] as const) {
    const answer = await sendFile(here, learner, run, { words: 'Слова', file })
    const text = await answer.text()
    assert.deepEqual([answer.status, text.includes(sentence), text.includes('Слова')], [422, true, true])
  }
  assert.deepEqual(await rows('select id from assignments.works where person = $1', learner.id), [])
})

test('a form sent twice is one work', async () => {
  const { run, learner } = await classroom(here, 'photo')
  const once = randomUUID()
  const file = await tellingPhoto()
  const answers = [await sendFile(here, learner, run, { _once: once, words: 'Раз', file }), await sendFile(here, learner, run, { _once: once, words: 'Раз', file })]
  assert.deepEqual(answers.map(({ status }) => status), [303, 409].includes(answers[1]!.status) ? [303, answers[1]!.status] : [303, 303])
  assert.equal((await rows('select t.id from assignments.takes t join assignments.works w on w.id = t.work where w.person = $1', learner.id)).length, 1)
})

test('a file sent by a resumable upload goes with the form by its number, once and only for its owner', async () => {
  const { run, learner, another } = await classroom(here, 'photo')
  const ticket = await (await here.request(`/api/v1/runs/${run}/assignment/tickets`, { as: learner, method: 'POST', body: JSON.stringify({ keep: true }), headers: { 'content-type': 'application/json' } })).json() as { ticket: string }
  const file = new Uint8Array(await tellingPhoto())
  const headers = { 'tus-resumable': '1.0.0', origin: here.address.origin }
  const made = await here.request('/uploads', { as: learner, method: 'POST', headers: { ...headers, 'upload-length': String(file.length), 'upload-metadata': `ticket ${btoa(ticket.ticket)},filename ${btoa('a.jpg')}` } })
  const to = made.headers.get('location')!
  await here.request(to, { as: learner, method: 'PATCH', body: file, headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' } })
  const upload = to.split('/').at(-1)!
  assert.equal((await sendFile(here, await another(), run, { words: 'Чужое', upload })).status, 404)
  assert.equal((await sendFile(here, learner, run, { words: 'Моё', upload })).status, 303)
  assert.equal((await rows('select t.file from assignments.takes t join assignments.works w on w.id = t.work where w.person = $1', learner.id))[0]!.file, upload)
})

test('whoever is not enrolled, has left or is late with the course sees why nothing can be sent', async () => {
  const { run, learner } = await classroom(here)
  assert.equal((await here.request(`/learn/${run}/assignment`, { as: await here.learner() })).status, 404)
  await leave(learner.ctx, { run })
  await refused(submitWork(learner.ctx, { run, words: 'x' }), 403, 'assignments.closed')
  assert.ok((await page(`/learn/${run}/assignment`, learner)).includes('закрыт'))
})

test('a due date marks what comes after it as late, and nothing at the very moment', async () => {
  const room = await classroom(here)
  await setDue(room.teacher.ctx, { run: room.run, due_at: minutes(60) })
  const at = (when: Date, who: Member) => submitWork({ ...who.ctx, now: when }, { run: room.run, words: 'Работа' })
  const [inTime, late] = [await at(minutes(60), room.learner), await at(new Date(minutes(60).getTime() + 1), await room.another())]
  const { works, counts } = await listWorks({ ...room.teacher.ctx, now: minutes(90) }, { filter: 'waiting' })
  assert.deepEqual(works.map(({ id, late }) => [id, late]), [[inTime.work, false], [late.work, true]])
  assert.equal(counts.late, 1)
  await refused(setDue(room.teacher.ctx, { run: room.run, due_at: minutes(-1) }), 422, 'assignments.due-passed')
  const dues = await here.inside(ctx => duesBetween(ctx.db, minutes(60), minutes(61)))
  assert.deepEqual(dues.filter(({ sent }) => sent.includes(room.learner.id)).map(({ sent }) => sent.length), [2])
  assert.deepEqual((await here.inside(ctx => duesBetween(ctx.db, minutes(61), minutes(90)))).length, 0)
})

test('the queue is sorted by the day an answer is due, over all courses of the teacher', async () => {
  const [first, second] = [await classroom(here), await classroom(here)]
  const operator = await here.staff('operator')
    await assignTeacher(operator.ctx, { run: second.run, person: first.teacher.id })
  await changeRun(operator.ctx, { run: second.run, answer_days: 1 })
  const [slow, fast] = [await sentWork(first), await sentWork(second)]
  assert.deepEqual(await worksSeenBy(first.teacher), [fast.work, slow.work])
  const { works } = await listWorks(first.teacher.ctx, { filter: 'waiting' })
  // Thursday noon in Almaty: one working day is Friday, three are Tuesday.
  assert.deepEqual(works.map(({ answer_by }) => answer_by.toISOString()), ['2026-12-04T18:59:59.999Z', '2026-12-08T18:59:59.999Z'])
  await review(first.teacher, slow.work)
  assert.deepEqual([await worksSeenBy(first.teacher), await worksSeenBy(first.teacher, 'given')], [[fast.work], [slow.work]])
})

test('events tell the layers above of a work by its number, and of its learner', async () => {
  const { learner, teacher, work } = await sent()
  await review(teacher, work)
  const told = await rows('select name, about from events.outbox where person = $1 union select name, about from events.deliveries where person = $1', learner.id).catch(() => rows('select name, about from events.outbox where person = $1', learner.id))
  for (const name of ['assignments.sent', 'assignments.returned']) assert.ok(told.some(each => each.name === name && each.about === work), name)
})

test('when a teacher goes, what they said stays with the learner, without a name; when the learner goes, nothing stays', async () => {
  const { run, learner, teacher, work, take } = await sent()
  await review(teacher, work, { words: 'Останется' })
  await eraseAtOnce(here.system, teacher.id)
  assert.ok((await page(`/learn/${run}/assignment`, learner)).includes('Останется'))
  await eraseAtOnce(here.system, learner.id)
  assert.deepEqual(await rows('select t.id from assignments.takes t where t.id = $1 union select r.id from assignments.reviews r where r.take = $1', take), [])
  assert.deepEqual(await rows('select id from assignments.works where id = $1', work), [])
})

test('the task, the queue and the desk each wait for the database three times at most', async () => {
  const { run, learner, teacher, work } = await sent()
  for (const [path, who] of [[`/learn/${run}/assignment`, learner], ['/teach', teacher], [`/teach/submissions/${work}`, teacher]] as const) {
    await page(path, who)
    // A key may leave the cache between two looks, and its return is counted too: the least of three is the page's own.
    const waited = Math.min(await roundTrips(() => page(path, who)), await roundTrips(() => page(path, who)), await roundTrips(() => page(path, who)))
    assert.ok(waited <= 3, `${path}: ${waited}`)
  }
})

test('the page of a task speaks the reader’s language and says who will see the work', async () => {
  const { run, learner } = await classroom(here)
  for (const [prefix, sentence] of [['/ru', 'Только вы и преподаватели этого курса'], ['/kk', 'Тек сіз және осы курстың оқытушылары'], ['/en', 'Only you and the teachers of this course']])
    assert.ok((await page(`${prefix}/learn/${run}/assignment`, learner)).includes(sentence!))
  assert.equal((await showAssignment(learner.ctx, { run })).state, 'not-sent')
})
