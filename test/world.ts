// A school in full swing: somebody in every role, and one of everything. Samples of routes name things in it by $name.
import { keepView } from '#trust/audit/audit.ts'
import { approve, askDisclosure } from '#trust/disclosures/disclosures.ts'
import { askForRight } from '#trust/rights/rights.ts'
import { answerTicket, ask } from '#people/support/support.ts'
import { issueWith } from '#school/certificates/certificates.ts'
import { randomUUID } from 'node:crypto'
import { answerCheck, answerQuestion, flagQuestion, startAttempt, submitAttempt } from '#school/assessment/assessment.ts'
import { answerCard, turnCards } from '#school/cards/cards.ts'
import { planWeek } from '#school/rhythm/rhythm.ts'
import { judgeReview, remind, startTrajectory, suggest, writeReview } from '#school/catalogue/catalogue.ts'
import { assignTeacher, closeRun, unpublish } from '#school/courses/courses.ts'
import { keepSnippet, noteOnWork } from '#school/assignments/assignments.ts'
import { tell } from '#school/notifications/notifications.ts'
import { signedAddress } from '#school/outside-links/outside-links.ts'
import { keepNote } from '#school/notes/notes.ts'
import { enrol, noteVisit } from '#school/enrolment/enrolment.ts'
import { courseWithAssignment, sendFile, teachMore } from './classroom.ts'
import type { Member, School, Staff } from './fixtures.ts'
import { courseOf, teach } from './taught.ts'

export type World = { here: School; people: Record<Staff, Member>; things: Record<string, string> }
/** Makes one of what a module knows, and names it. */
export type Builder = (world: World) => Promise<void>

const builders: Builder[] = [certificate, request, enquiry, notice, taught, written, examined, reviewed, handedIn, repeated, logged, outside, disclosed]

export async function worldOf(here: School): Promise<World> {
  const roles = ['learner', 'teacher', 'operator', 'privacy-officer', 'support'] as const
  const people = Object.fromEntries(await Promise.all(roles.map(async role => [role, await here.member(role)]))) as World['people']
  const world: World = { here, people, things: Object.fromEntries(roles.map(role => [role, people[role].id])) }
  for (const build of builders) await build(world)
  return world
}

/** Puts the things of the world into a sample: '$course' becomes its name there. */
export function filled<T>(sample: T, { things }: World): T {
  return JSON.parse(JSON.stringify(sample ?? {}), (_, value) => {
    if (typeof value !== 'string' || !value.startsWith('$')) return value
    const thing = things[value.slice(1)]
    if (thing === undefined) throw new Error(`The test world has no ${value}: add a builder to test/world.ts`)
    return thing
  })
}

async function certificate({ here, people, things }: World) {
  const title = { ru: 'Курс', kk: 'Сабақ', en: 'Course' }
  const issue = issueWith(async () => ({ course: { title, hours: 1, assessed: [] }, holder: 'Аружан' }))
  things.certificate = (await issue(here.system, { person: people.learner.id, run: crypto.randomUUID() })).number
}

/** Two courses to choose from, one of them learnt, and one that is not in the catalogue. Names differ from school to school. */
async function taught({ here, people: { learner, teacher, operator }, things }: World) {
  const [course, other, draft, closed, awaited, again] = ['light', 'other', 'draft', 'closed', 'awaited', 'again'].map(name => `${name}-${randomUUID().slice(0, 8)}`) as [string, string, string, string, string, string]
  const [trajectory, started] = [`way-${randomUUID().slice(0, 8)}`, `way-${randomUUID().slice(0, 8)}`]
  const words = { ru: 'Путь', kk: 'Жол', en: 'Way' }
  const way = (slug: string) => ({ slug, title: { ru: `Путь ${slug}`, kk: `Жол ${slug}`, en: `Way ${slug}` }, outcome: words, summary: words, stages: [{ title: words, course }] })
  await teach(here, [course, other, draft, closed, awaited, again].map(slug => courseOf({ slug, modules: [2] })), [way(trajectory), way(started)])
  await unpublish(operator.ctx, { course: draft })
  for (const run of [closed, awaited]) await closeRun(operator.ctx, { run })
  await remind(learner.ctx, { course: awaited })
  const { run, enrolment } = await enrol(learner.ctx, { course })
  await here.inside(async ctx => {
    await assignTeacher(ctx, { run, person: teacher.id })
    noteVisit(ctx, enrolment, 'lesson-1')
  })
  await planWeek(learner.ctx, { days: [1, 4], remind: 'here', agree: true })
  await startTrajectory(learner.ctx, { trajectory: started })
  const lesson = await here.inside(({ db }) => db.selectFrom('courses.lessons').innerJoin('courses.runs', 'courses.runs.version', 'courses.lessons.version').select('checks').where('courses.runs.slug', '=', run).executeTakeFirstOrThrow())
  const [check] = lesson.checks
  Object.assign(things, { course, other, unpublished: draft, closed, awaited, again, run, otherRun: other, lesson: 'lesson-1', check: check.id, checkAnswer: check.asked.options[0].id, enrolment, trajectory, startedTrajectory: started })
}

/** A link that leads out of the school, as one of its pages signed it. */
async function outside({ here, things }: World) {
  const to = 'https://stat.example/'
  Object.assign(things, { outside: to, outsideKey: new URL(signedAddress(here.slug, { to, from: '/' }), here.address).searchParams.get('key') })
}

/** A demand of the law that waits for a hand, and one that has both. */
async function disclosed({ people: { operator, learner, 'privacy-officer': officer }, things }: World) {
  const demand = { person: learner.id, ground: 'law', body: 'Суд', demand: '№ 14', article: 'Статья 73', scope: ['accounts.people.registered_at'] }
  const [waiting, ready] = [await askDisclosure(operator.ctx, demand), await askDisclosure(operator.ctx, demand)]
  for (const hand of [operator, officer]) await approve(hand.ctx, { id: ready.id })
  Object.assign(things, { disclosure: waiting.id, disclosureReady: ready.id })
}

/** A note beside the lesson. */
async function written({ here, people: { learner }, things }: World) {
  const { saving } = await keepNote(learner.ctx, { run: things.run, lesson: things.lesson, words: 'Тени длинные утром', saving: null })
  const { id } = await here.inside(({ db }) => db.selectFrom('notes.notes').select('id').executeTakeFirstOrThrow())
  Object.assign(things, { ownNote: id, noteSaving: saving })
}

/** A test that was submitted, and one that is open. */
async function examined({ here, people: { learner }, things }: World) {
  const run = things.run!
  const { attempt: submitted } = await startAttempt(learner.ctx, { run })
  await submitAttempt(learner.ctx, { attempt: submitted })
  const { attempt } = await startAttempt(learner.ctx, { run })
  const question = await here.inside(({ db }) => db.selectFrom('assessment.test_questions').innerJoin('assessment.attempts', 'assessment.attempts.test', 'assessment.test_questions.test').innerJoin('assessment.questions', 'assessment.questions.id', 'assessment.test_questions.question')
    .select(['assessment.questions.id', 'assessment.questions.asked']).where('assessment.attempts.id', '=', attempt).orderBy('position').executeTakeFirstOrThrow())
  const answer = question.asked.options[0].id
  await answerQuestion(learner.ctx, { attempt, question: question.id, answer: [answer] })
  await flagQuestion(learner.ctx, { attempt, question: question.id, flagged: true })
  Object.assign(things, { submitted, attempt, question: question.id, answer })
}

/** A work with a file on a teacher's desk, with one mark, and an assignment that nothing was sent for. */
async function handedIn({ here, people: { learner, teacher, operator }, things }: World) {
  const [filed, written] = ['filed', 'written'].map(name => `${name}-${randomUUID().slice(0, 8)}`) as [string, string]
  await teachMore(here, [courseWithAssignment(filed, 'file'), courseWithAssignment(written, 'text')])
  const [{ run: handed }, { run }] = [await enrol(learner.ctx, { course: filed }), await enrol(learner.ctx, { course: written })]
  await assignTeacher(operator.ctx, { run: handed, person: teacher.id })
  await sendFile(here, learner, handed, { words: 'Моя работа', file: Buffer.from('Текст работы'), name: 'work.txt' })
  const { id: take, work } = await here.inside(({ db }) => db.selectFrom('assignments.takes').select(['id', 'work']).executeTakeFirstOrThrow())
  const { id: note } = await noteOnWork(teacher.ctx, { work, place: { from: 1, to: 1 }, words: 'Хорошее начало' })
  const { id: snippet } = await keepSnippet(teacher.ctx, { ru: 'Хорошо видно, откуда свет.' })
  Object.assign(things, { handed, written: run, work, take, note, snippet })
}

/** A card that is due, and was answered once before. */
async function repeated({ here, people: { learner }, things }: World) {
  const on = (day: number) => ({ ...learner.ctx, now: new Date(learner.ctx.now.getTime() - day * 86_400_000) })
  const { run } = await enrol(learner.ctx, { course: things.again })
  const lesson = await here.inside(({ db }) => db.selectFrom('courses.lessons').innerJoin('courses.runs', 'courses.runs.version', 'courses.lessons.version')
    .select(['courses.lessons.slug', 'checks']).where('courses.runs.slug', '=', run).orderBy('position').executeTakeFirstOrThrow())
  const [{ id: question, asked }] = lesson.checks
  await answerCheck(on(20), { run, lesson: lesson.slug, question, answer: [asked.options[0].id] })
  await turnCards(on(20), { on: true })
  await answerCard(on(10), { question, rating: 1 })
  things.card = question
}

/** A review on the page, one that waits for a moderator, and a suggestion. */
async function reviewed({ here, people: { learner, operator }, things }: World) {
  const course = things.course!
  const words = 'Спокойный курс, примеры понятные и к месту.'
  const second = await here.learner()
  await enrol(second.ctx, { course })
  things.review = await writeReview(learner.ctx, { course, stars: 5, words, publish: true })
  await judgeReview(operator.ctx, { review: things.review, approve: 'yes' })
  things.consentRecord = await here.inside(async ({ db }) => (await db.selectFrom('consent.records').select('id').where('person', '=', learner.id).where('consent', '=', 'review-publishing').executeTakeFirstOrThrow()).id)
  things.waitingReview = await writeReview(second.ctx, { course, stars: 4, words, publish: true })
  things.suggestion = await suggest(learner.ctx, { words: 'Больше задач на повторение, пожалуйста.' })
}

async function notice({ here, people: { learner }, things }: World) {
  things.notice = (await here.inside(ctx => tell(ctx, learner.id, { kind: 'copy-ready', about: randomUUID(), place: '/me/data' })))!
}

async function request({ people, things }: World) {
  things.request = await askForRight(people.learner.ctx, { kind: 'objection', wish: 'Не хочу рекомендаций' })
}

/** An enquiry that waits for an answer, and one that has one. */
async function enquiry({ people: { learner, support }, things }: World) {
  things.enquiry = (await ask(learner.ctx, { topic: 'technical', words: 'Не открывается второй урок курса.' })).id
  things.answeredEnquiry = (await ask(learner.ctx, { topic: 'general', words: 'Когда начнётся следующий курс?' })).id
  await answerTicket(support.ctx, { ticket: things.answeredEnquiry, words: 'Первого февраля.' })
}

async function logged({ here, people, things }: World) {
  things.view = (await keepView(people['privacy-officer'].ctx, { name: 'Отказы', filters: { outcome: 'refused' } })).id
  things.entry = await here.inside(async ({ db }) => (await db.selectFrom('audit.entries').select('id').where('act', '=', 'rights.ask').limit(1).executeTakeFirstOrThrow()).id)
}
