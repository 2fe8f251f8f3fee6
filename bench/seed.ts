import { randomUUID } from 'node:crypto'
import { inSite, openDatabases } from '#platform/database/database.ts'
import { withKeys } from '#platform/sealing/sealing.ts'
import { addPerson, fieldsOf, identifierOf } from '#people/accounts/accounts.ts'
import { openSession } from '#people/sign-in/sign-in.ts'
import { answerQuestion, startAttempt } from '#school/assessment/assessment.ts'
import { enrol } from '#school/enrolment/enrolment.ts'
import { actorFor } from './actor.ts'
import { courseOf, simpleQuestions } from '../test/taught.ts'
import { importSchool } from '../src/product.ts'
import { layGround, openSite, readSite, slugs, systemContext, type Site } from '../src/site.ts'

const [learners, courses] = [Number(process.env.BENCH_LEARNERS ?? 20_000), Number(process.env.BENCH_COURSES ?? 50)]
const said = (text: string) => ({ ru: text, kk: text, en: text })

/** A school of its own with 20,000 learners, their progress, attempts and audit entries, and 50 courses of 24 lessons; one real learner is signed in. */
export async function fillSchool(folder: string) {
  const databases = await openDatabases(folder, 'senim_bench')
  const ground = await layGround(databases, folder)
  const [like] = slugs()
  const address = new URL('http://bench.localhost')
  const site: Site = await openSite(ground, { slug: 'bench', address, ...readSite(like!) }, new Date())
  const system = systemContext(ground, site, new Date())
  const inside = <R>(work: (ctx: typeof system) => Promise<R>) => withKeys(system, () => inSite(ground.db, 'bench', db => work({ ...system, db }), { session: 'system', now: system.now }))
  console.log(`seeding ${courses} courses …`)
  const folders = Array.from({ length: courses }, (_, number) => courseOf({ slug: `course-${number}`, modules: [8, 8, 8], questions: simpleQuestions(12) }))
  for (let from = 0; from < courses; from += 10) await inside(ctx => importSchool(ctx, { courses: folders.slice(from, from + 10), trajectories: [], about: { title: said('О школе'), body: { ru: [], kk: [], en: [] } } }))
  const me = await member(system, inside)
  const ctx = actorFor(system, me)
  const { run } = await enrol(ctx, { course: 'course-0' })
  for (let more = 1; more < 4; more++) await enrol(ctx, { course: `course-${more}` })
  const { attempt } = await startAttempt(ctx, { run })
  const question = await inside(({ db }) => db.selectFrom('assessment.test_questions').innerJoin('assessment.attempts', 'assessment.attempts.test', 'assessment.test_questions.test')
    .innerJoin('assessment.questions', 'assessment.questions.id', 'assessment.test_questions.question').select(['assessment.questions.id', 'assessment.questions.asked'])
    .where('assessment.attempts.id', '=', attempt).orderBy('position').executeTakeFirstOrThrow())
  const answer = [question.asked.options[0].id]
  await answerQuestion(ctx, { attempt, question: question.id, answer })
  console.log(`seeding ${learners} learners …`)
  await databases.asAdmin(client => client.query(bulk))
  const paths = [
    { name: 'course page', path: '/courses/course-0' }, { name: 'lesson page', path: `/learn/${run}/lesson-3` }, { name: 'dashboard', path: '/me' }, { name: 'my data', path: '/me/data' }, { name: 'trust page', path: '/trust' },
    { name: 'answer saved', path: `/api/v1/attempts/${attempt}/answers`, body: JSON.stringify({ question: question.id, answer }) },
  ]
  return { ground, sites: new Map([[address.host, site]]), host: address.host, cookie: `session=${me.token}`, paths }
}

type System = ReturnType<typeof systemContext>

async function member(system: System, inside: <R>(work: (ctx: System) => Promise<R>) => Promise<R>) {
  const id = randomUUID()
  const known: Record<string, string> = { name: 'Аружан', first_name: 'Аружан', last_name: 'Серікова', email: 'learner@school.example', login: 'learner', phone: '+77010000000', city: 'Алматы', birth_date: '1994-05-17' }
  const kind = identifierOf(system.policy)
  await system.vault.admit('bench', id, { [kind]: known[kind] }, system.now)
  const values = Object.fromEntries(fieldsOf(system.policy).filter(field => field.name !== 'password' && known[field.name]).map(field => [field.name, known[field.name]!]))
  const { token } = await inside(async ctx => {
    await addPerson(ctx, { id, role: 'learner', state: 'active', values })
    return openSession(ctx, id)
  })
  await system.vault.confirm('bench', id)
  return { id, token }
}

// Rows of people who never sign in here: their sealed fields stay empty, everything else is as it would be.
const bulk = `
set app.site = 'bench';
with people as (insert into accounts.people (id, role, state, registered_at, confirmed_at, last_sign_in_at)
  select gen_random_uuid(), 'learner', 'active', now() - n * interval '1 hour', now() - n * interval '1 hour', now() - n * interval '7 minutes' from generate_series(1, ${learners}) n returning id),
run as (select * from enrolment.enrolments where course = 'course-0' limit 1),
enrolled as (insert into enrolment.enrolments (id, person, run, run_name, course, language, version, enrolled_at)
  select gen_random_uuid(), people.id, run.run, run.run_name, run.course, 'ru', run.version, now() from people, run returning id)
insert into enrolment.completions (id, enrolment, kind, item, at) select gen_random_uuid(), enrolled.id, 'lesson', 'lesson-' || n, now() from enrolled, generate_series(1, 12) n;
insert into assessment.attempts (id, enrolment, test, number, seed, language, started_at, submitted_at)
  select gen_random_uuid(), e.id, a.test, 1, 1, 'ru', now(), now() from enrolment.enrolments e, (select * from assessment.attempts limit 1) a where e.id <> a.enrolment and e.course = 'course-0';
insert into audit.entries (id, at, role, act, subject, outcome) select gen_random_uuid(), now(), 'learner', 'enrolment.mark-done', p.id, 'done' from accounts.people p, generate_series(1, 5);
analyze;`
