// The main job, as one person walks it from the first page to their leaving.
import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { go } from '../going.ts'
import { noteColumns, nothingIsTheirs, type Seen } from './columns.ts'
import { heading, press, staffTab, tabAt, until, type House, type School, type Tab } from './house.ts'
import { handIn, openAssignment, photoIsSilent, readFeedback, review } from './handing-in.ts'
import { enrol, study, takeTest, tryOut } from './learning.ts'
import { newcomer, signIn, signUp, type Newcomer } from './newcomer.ts'
import { makeCopy, opensForNobody } from './older-copy.ts'
import { answerCard, planWeekAndCards, writeNote } from './own-things.ts'
import { ask, correctName, leave, takeCopy } from './own-data.ts'
import { residue, wordsIn } from './residue.ts'
import { beAnswered, beLookedAfter, leaveTraces } from './traces.ts'

type Log = (step: string) => void

type Walk = { script: boolean; /** Lets some days pass: with them the person has a rhythm and cards that come back. */ later?: (() => Promise<void>) | undefined; log?: Log }

/** `seen` learns which columns held something of them. */
export async function walk(house: House, school: School, seen: Seen, { script, later, log = () => {} }: Walk): Promise<void> {
  const person = newcomer()
  const host = `${school.slug}.localhost`
  const visitor = await tabAt(house, host, script, person.from)
  log('visitor')
  await tryOut(school, visitor)
  log('sign up')
  await signUp(school, visitor, person)
  log('study')
  await enrol(school, visitor)
  const learner = await study(school, visitor, async () => {
    const other = await tabAt(house, host, script, person.from)
    await signIn(other, school, person)
    return other
  })
  await writeNote(learner, person.word('own-note'), script)
  log('test')
  await takeTest(school, learner, person, script)
  await beReviewed(house, school, learner, person, script, log)
  log('certificate')
  const number = await certificate(house, school, learner, script)
  if (later) {
    log('later')
    await planWeekAndCards(learner)
    await later()
    await answerCard(learner)
  }
  log('traces')
  await leaveTraces(school, learner, person)
  await beAnswered(house, school, person, await ask(learner, person.word('wish')), script)
  await beLookedAfter(house, school, person, number, script)
  assert.match(await publicCheck(house, school, number, script), /Сертификат отозван/)
  log('own data')
  const copy = await takeCopy(school, learner, person)
  await correctName(learner, person.word('new-name'))
  await keepSecrets(person, [visitor, learner])
  log('leave')
  await vanish(house, school, learner, person, copy, seen)
  assert.match(await publicCheck(house, school, number, script), /Сертификата с таким номером нет/)
  assert.deepEqual([...visitor.complaints, ...learner.complaints], [])
  await Promise.all([visitor, learner].map(({ context }) => context.close()))
}

/** What only the browsers of the person know. */
export async function keepSecrets({ secrets }: Newcomer, tabs: Tab[]) {
  for (const [index, { context }] of tabs.entries()) for (const { name, value } of await context.cookies()) if (name === 'session' || name === 'device') secrets.set(`${name} ${index}`, value)
}

/** They leave, and nothing of them can be read: in the databases, the files, what is called temporary, the log, or an older copy of the main database. */
export async function vanish(house: House, school: School, learner: Tab, person: Newcomer, copy: Record<string, string>, seen: Seen) {
  const { id } = JSON.parse(copy['data/accounts.people.json']!)[0] as { id: string }
  await noteColumns(house, id, copy, person, seen)
  await looksEverywhere(house, school, person)
  const older = await makeCopy(house)
  await leave(learner)
  const words = new Map([...person.words, ...person.secrets])
  assert.deepEqual(await residue(house, words), [])
  await nothingIsTheirs(house, id)
  await opensForNobody(house, older, id, words)
  assert.deepEqual(wordsIn(Buffer.from(house.running.said.out + house.running.said.err), words), [])
}

async function beReviewed(house: House, school: School, learner: Tab, { word, values }: Newcomer, script: boolean, log: Log) {
  log('hand in')
  await openAssignment(school, learner)
  await handIn(school, learner, word('work'))
  const teacher = await staffTab(house, school, 'teacher', script)
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
  await go(page, row.first())
  await heading(page, school.course.title.ru)
  const number = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page.url())![0]
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Скачать PDF', exact: true }).click()])
  assert.equal((await buffer(await download.createReadStream())).subarray(0, 5).toString(), '%PDF-')
  assert.match(await publicCheck(house, school, number, script), /Сертификат действителен/)
  return number
}

/** What anybody sees who types the number. */
async function publicCheck(house: House, { slug }: School, number: string, script: boolean): Promise<string> {
  const { page, context } = await tabAt(house, `${slug}.localhost`, script)
  await page.goto('/ru/certificates')
  await page.getByLabel('Номер сертификата').fill(number.toLowerCase())
  await press(page, 'Проверить')
  const text = await page.locator('main').innerText()
  await context.close()
  return text
}

/** The search finds what is there: otherwise finding nothing would say nothing. */
async function looksEverywhere(house: House, { slug, course, manifest }: School, { words }: Newcomer) {
  const found = await residue(house, new Map([['course', course.slug], ['school', slug], ...words.has('email') ? [['letter', words.get('email')!] as const] : []]))
  const places = [/^course in main enrolment\.enrolments/, /^school in vault/, /^(course|school) in keys/, ...manifest.registration.confirmed && !house.env.SMTP_URL ? [/^letter in outbox/] : []]
  for (const place of places) assert.ok(found.some(each => place.test(each)), `${place}: ${found.slice(0, 5)}`)
}
