// The main job, as one person walks it from the first page to their leaving.
import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { follow, heading, tabAt, until, type House, type School, type Tab } from './house.ts'
import { handIn, openAssignment, photoIsSilent, readFeedback, review, teacherTab } from './handing-in.ts'
import { enrol, study, takeTest, tryOut } from './learning.ts'
import { newcomer, signIn, signUp, type Newcomer } from './newcomer.ts'
import { makeCopy, opensForNobody } from './older-copy.ts'
import { ask, correctName, leave, takeCopy } from './own-data.ts'
import { residue } from './residue.ts'

export async function walk(house: House, school: School, script: boolean, log: (step: string) => void = () => {}): Promise<void> {
  const person = newcomer()
  const host = `${school.slug}.localhost`
  const visitor = await tabAt(house, host, script)
  log('visitor')
  await tryOut(school, visitor)
  log('sign up')
  await signUp(school, visitor, person)
  log('study')
  await enrol(school, visitor)
  const learner = await study(school, visitor, async () => {
    const other = await tabAt(house, host, script)
    await signIn(other, school, person)
    return other
  })
  log('test')
  await takeTest(school, learner, person, script)
  await beReviewed(house, school, learner, person, script, log)
  log('certificate')
  const number = await certificate(house, school, learner, script)
  log('own data')
  const files = await takeCopy(school, learner, person)
  assert.ok(Object.keys(files).length > 5)
  await ask(learner, person.word('wish'))
  await correctName(learner, person.word('new-name'))
  log('leave')
  await looksEverywhere(house, school)
  const [copy, { id }] = [await makeCopy(house), JSON.parse(files['data/accounts.people.json']!)[0] as { id: string }]
  await leave(learner)
  await isGone(house, school, number, script)
  log('residue')
  assert.deepEqual(await residue(house.folder, person.words), [])
  await opensForNobody(house, copy, id, person.words)
  assert.deepEqual([...person.words].filter(([, word]) => (house.running.said.out + house.running.said.err).includes(word)), [])
  assert.deepEqual([...visitor.complaints, ...learner.complaints], [])
  await Promise.all([visitor, learner].map(({ context }) => context.close()))
}

async function beReviewed(house: House, school: School, learner: Tab, { word, values }: Newcomer, script: boolean, log: (step: string) => void) {
  log('hand in')
  await openAssignment(school, learner)
  await handIn(school, learner, word('work'))
  const teacher = await teacherTab(house, school, script)
  log('return')
  const [name, note, words] = [values.name!, word('note'), word('feedback')]
  await review(school, teacher, { outcome: 'return', note, words, name }, script)
  if (school.course.assignment.kind === 'photo') await photoIsSilent(teacher)
  log('read')
  await readFeedback(learner, { note, words, what: /Преподаватель проверил работу/ }, word('reply'))
  await handIn(school, learner, word('second-work'))
  log('accept')
  await review(school, teacher, { outcome: 'accept', note: word('second-note'), words: word('praise'), name }, script)
  await readFeedback(learner, { note: word('second-note'), words: word('praise'), what: /Работа принята/ })
  assert.deepEqual(teacher.complaints, [])
  await teacher.context.close()
}

async function certificate(house: House, school: School, { page }: Tab, script: boolean): Promise<string> {
  await page.goto(`${new URL(page.url()).origin}/ru/me`)
  const row = page.locator('main').getByRole('link', { name: school.course.title.ru }).and(page.locator('[href*="/certificates/"]'))
  await until(page, async () => await row.count() > 0, 'the certificate')
  await row.first().click()
  await heading(page, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  const number = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page.url())![0]
  const [download] = await Promise.all([page.waitForEvent('download'), follow(page, 'Скачать PDF')])
  assert.equal((await buffer(await download.createReadStream())).subarray(0, 5).toString(), '%PDF-')
  assert.match(await publicCheck(house, school, number, script), /Сертификат действителен/)
  return number
}

/** What anybody sees who types the number. */
async function publicCheck(house: House, { slug }: School, number: string, script: boolean): Promise<string> {
  const { page, context } = await tabAt(house, `${slug}.localhost`, script)
  await page.goto('/ru/certificates')
  await page.getByLabel('Номер сертификата').fill(number.toLowerCase())
  await page.getByRole('button', { name: 'Проверить', exact: true }).click()
  const text = await page.locator('main').innerText()
  await context.close()
  return text
}

/** The search finds what is there: otherwise finding nothing would say nothing. */
async function looksEverywhere({ folder }: House, { slug, course }: School) {
  const found = await residue(folder, new Map([['course', course.slug], ['school', slug]]))
  for (const place of [/^course in senim enrolment\.enrolments/, /^school in senim_vault/, /^(course|school) in keys/]) assert.ok(found.some(each => place.test(each)), `${place}: ${found.slice(0, 5)}`)
}

async function isGone(house: House, school: School, number: string, script: boolean) {
  assert.match(await publicCheck(house, school, number, script), /Сертификата с таким номером нет/)
}
