// A school of 20,000 learners and 50 courses, written set by set: the same keys, envelopes and ids as if everybody had come by the door.
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { inSite, type Databases } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { seal, withKeys } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import { fieldsOf, identifierOf } from '#people/accounts/accounts.ts'
import { hashOf } from '#people/sign-in/sign-in.ts'
import { enrolmentId } from '#school/enrolment/enrolment.ts'
import { courseOf, simpleQuestions } from '../test/taught.ts'
import { importSchool } from '../src/product.ts'
import { admitAll } from './admit.ts'

export type Wish = { learners: number; courses: number }
/** Somebody who is signed in and takes a test: their cookie, and the attempt that is open. */
export type Member = { token: string; attempt: string }
export type Seeded = Wish & { run: string; question: string; answer: string; members: Member[] }

const atOnce = 2000
const signedIn = 1000
const firstName = ['Аружан', 'Дана', 'Ерлан', 'Мария', 'Тимур']
const lastName = ['Серікова', 'Ахметова', 'Жұмабаев', 'Ким', 'Оспанов']
const city = ['Алматы', 'Астана', 'Шымкент']
const one = <T>(list: readonly T[], number: number) => list[number % list.length]!
const said = (text: string) => ({ ru: text, kk: text, en: text })

export async function fillSchool(system: Context, databases: Databases, { learners, courses }: Wish): Promise<Seeded> {
  const inside = <R>(work: (ctx: Context) => Promise<R>) => withKeys(system, () => inSite(system.db, system.site, db => work({ ...system, db }), { session: 'system', now: system.now }))
  const folders = Array.from({ length: courses }, (_, number) => courseOf({ slug: `course-${number}`, modules: [8, 8, 8], questions: simpleQuestions(12) }))
  await inside(ctx => importSchool(ctx, { courses: folders, trajectories: [], about: { title: said('О школе'), body: { ru: [], kk: [], en: [] } } }))
  const taught = await inside(({ db }) => db.selectFrom('courses.runs').innerJoin('courses.courses', 'courses.courses.id', 'courses.runs.course').innerJoin('assessment.tests', 'assessment.tests.version', 'courses.runs.version')
    .select(['courses.runs.id', 'courses.runs.slug', 'courses.courses.slug as course', 'assessment.tests.id as test']).where('courses.courses.position', '<', 4).orderBy('courses.courses.position').execute())
  const questions = await inside(({ db }) => db.selectFrom('assessment.test_questions').innerJoin('assessment.questions', 'assessment.questions.id', 'assessment.test_questions.question')
    .select(['assessment.questions.id', 'assessment.questions.asked']).where('test', '=', taught[0]!.test).orderBy('assessment.test_questions.position').execute())
  const answer = (questions[0]!.asked as unknown as { options: { id: string }[] }).options[0]!.id
  const members: Member[] = []
  await databases.asAdmin(async client => {
    await client.query(`set app.site = '${system.site}'; set synchronous_commit = off`)
    for (let from = 0; from < learners; from += atOnce)
      members.push(...await addLearners(system, client, { from, until: Math.min(from + atOnce, learners), taught, questions: questions.map(({ id }) => id), answer }))
    await client.query('analyze')
  })
  return { learners, courses, run: taught[0]!.slug, question: questions[0]!.id, answer, members }
}

type Taught = { id: string; slug: string; course: string; test: string }
type Portion = { from: number; until: number; taught: Taught[]; questions: string[]; answer: string }

/** Each has an account, half of a course behind them and a graded test; the first thousand are signed in and take three courses more. */
async function addLearners(system: Context, client: pg.Client, { from, until, taught, questions, answer }: Portion): Promise<Member[]> {
  const { site, policy, vault, now } = system
  const ctx = { ...system, keys: vault.ring(site) }
  const people = Array.from({ length: until - from }, (_, index) => ({ id: randomUUID(), number: from + index, values: valuesOf(from + index) }))
  const kind = identifierOf(policy)
  await admitAll(vault, site, people.map(({ id, values }) => ({ person: id, kind, value: values[kind]! })), now)
  await ctx.keys.fetch(people.map(({ id }) => id))
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

  const fields = fieldsOf(policy).map(({ name }) => name).filter(name => name in valuesOf(0))
  await insert(client, 'accounts.people', people.map(({ id, number, values }) => {
    const asked = Object.fromEntries(fields.map(name => [name, values[name]!]))
    return { id, role: 'learner', state: 'active', locale: 'ru', registered_at: ago(60 * number), confirmed_at: ago(60 * number), last_sign_in_at: ago(7 * number), ...seal(ctx, { table: 'accounts.people', row: id, person: id }, asked) }
  }))
  const signed = people.filter(({ number }) => number < signedIn).map(person => ({ ...person, token: `${randomUUID()}${randomUUID()}`.replaceAll('-', '').slice(0, 43), attempt: uuidv7() }))
  await insert(client, 'sign_in.sessions', signed.map(({ id, token }) =>
    ({ id: uuidv7(), token_hash: hashOf(token), person: id, started_at: now, seen_at: now, idle_until: ago(-14 * 1440), ends_at: ago(-90 * 1440) })))
  const [first, ...others] = taught
  const enrolled = people.map(person => ({ ...person, enrolment: enrolmentId(person.id, first!.slug), done: uuidv7() }))
  const chosen = (person: string, { id, slug, course }: Taught) => ({ id: enrolmentId(person, slug), person, run: id, run_name: slug, course, language: 'ru', enrolled_at: now })
  await insert(client, 'enrolment.enrolments', [...people.map(({ id }) => chosen(id, first!)), ...signed.flatMap(({ id }) => others.map(each => chosen(id, each)))])
  await insert(client, 'enrolment.completions', enrolled.flatMap(({ enrolment }) => Array.from({ length: 12 }, (_, n) => ({ id: uuidv7(), enrolment, kind: 'lesson', item: `lesson-${n + 1}`, at: now }))))
  await insert(client, 'assessment.attempts', [
    ...enrolled.map(({ enrolment, done }) => ({ id: done, enrolment, test: first!.test, number: 1, seed: 1, language: 'ru', started_at: ago(60), submitted_at: ago(30) })),
    ...signed.map(({ id, attempt }) => ({ id: attempt, enrolment: enrolmentId(id, first!.slug), test: first!.test, number: 2, seed: 1, language: 'ru', started_at: now })),
  ])
  await insert(client, 'assessment.steps', enrolled.flatMap(({ id: person, done }) => questions.map(question => {
    const id = uuidv7()
    return { id, attempt: done, question, at: ago(40), ...seal(ctx, { table: 'assessment.steps', row: id, person }, { answer: JSON.stringify([answer]) }) }
  })))
  await insert(client, 'assessment.gradings', enrolled.map(({ done }) =>
    ({ id: uuidv7(), attempt: done, number: 1, why: 'submitted', scorer: 1, fraction: 0.5, mark: questions.length / 2, out_of: questions.length, grade: 50, passed: false, at: ago(30) })))
  const acts = ['sign-in.sign-in', 'enrolment.enrol', 'enrolment.mark-done', 'assessment.start', 'assessment.submit']
  await insert(client, 'audit.entries', people.flatMap(({ id }) => acts.map(act => ({ id: uuidv7(), at: ago(30), actor: id, role: 'learner', act, subject: id, outcome: 'done' }))))
  return signed.map(({ token, attempt }) => ({ token, attempt }))
}

function valuesOf(number: number): Record<string, string> {
  return {
    name: one(firstName, number), first_name: one(firstName, number), last_name: one(lastName, number), email: `learner-${number}@school.example`, login: `learner-${number}`,
    phone: `+7701${String(1_000_000 + number)}`, city: one(city, number), birth_date: `19${70 + number % 30}-05-17`,
  }
}

/** One statement for all rows, its values column by column. */
async function insert(client: pg.Client, table: string, rows: Record<string, string | number | boolean | Date | Buffer | null>[]) {
  if (!rows.length) return
  const names = Object.keys(rows[0]!).concat(Object.keys(rows.at(-1)!)).filter((name, place, all) => all.indexOf(name) === place)
  const [space, name] = table.split('.')
  const { rows: columns } = await client.query<{ column: string; type: string }>(
    `select attname as column, format_type(case t.typtype when 'd' then t.typbasetype else t.oid end, null) as type from pg_attribute a join pg_type t on t.oid = a.atttypid
     where attrelid = ($1 || '.' || $2)::regclass and attname = any ($3)`, [space, name, names])
  const list = columns.map(({ column }) => `"${column}"`).join(', ')
  const values = columns.map(({ column }) => rows.map(row => row[column] ?? null))
  await client.query(`insert into ${table} (${list}) select * from unnest(${columns.map(({ type }, place) => `$${place + 1}::${type}[]`).join(', ')})`, values)
}
