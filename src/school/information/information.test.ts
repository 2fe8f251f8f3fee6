// What anyone may read before and while learning: terms, accessibility, help. Figures come from the school, never from the page.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { locales } from '#platform/locale.ts'
import { lawProfile, withinText } from '#trust/law/law.ts'
import { openTestDatabases } from '#test/fixtures.ts'
import { courseBySlug } from '#school/courses/courses.ts'
import { courseOf, teach } from '#test/taught.ts'
import { slugs } from '../../site.ts'

const { school } = await openTestDatabases()
const plain = (page: string) => page.replace(/<[^>]+>/g, ' ').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replace(/\s+/g, ' ')

test('the terms of each school name who runs it, from which age, by which law and in which term it answers, in three languages', async () => {
  for (const slug of slugs()) {
    const here = await school(slug)
    const { operator, age, law } = here.policy
    const mail = operator.contacts.find(({ channel }) => channel === 'e-mail')!
    for (const locale of locales) {
      const page = plain(await (await here.request(`/${locale}/terms`)).text())
      for (const fact of [operator.name[locale], operator.bin, operator.address[locale], withinText(mail.answer, 'genitive')[locale], ...lawProfile(law).contract.map(({ what }) => what[locale])])
        assert.ok(page.includes(plain(fact)), `${slug} ${locale}: ${fact}`)
      if (age !== 'none') assert.match(page, new RegExp(`\\b${age.from}\\b`))
    }
  }
})

test('the terms take the rules of a course and its term of review from the course, and follow when the school changes them', async () => {
  const here = await school()
  await teach(here, [courseOf({ modules: [4], completion: { lessons: 75, test: true, assignment: true } })])
  const rules = async () => plain(/<section id="courses">([\s\S]*?)<\/section>/.exec(await (await here.request('/terms')).text())![1]!)
  const { about, reviewDays } = await here.inside(async ({ db }) => (await courseBySlug(db, 'light'))!)
  assert.match(await rules(), /3 из 4/)
  assert.ok((await rules()).includes(`не меньше ${about.test.pass} %, попыток: ${about.test.attempts}`))
  assert.ok((await rules()).includes(plain(withinText({ 'working-days': reviewDays! }).ru)))
  await here.inside(({ db }) => db.updateTable('courses.runs').set({ answer_days: 9 }).execute())
  assert.match(await rules(), /9 рабочих дней/)
  await here.inside(({ db, now }) => db.updateTable('courses.runs').set({ closes_at: now }).execute())
  assert.match(await rules(), /запись закрыта/)
})

test('whoever meets a barrier finds each channel of the school with its hours and the time of an answer', async () => {
  for (const slug of slugs()) {
    const here = await school(slug)
    const page = await (await here.request('/accessibility')).text()
    for (const { channel, value, hours, answer } of here.policy.operator.contacts) {
      if (channel !== 'form') assert.ok(page.includes(typeof value === 'string' ? value : value.ru))
      assert.ok(page.includes(hours.ru) && page.includes(withinText(answer).ru))
    }
    assert.match(page, /WCAG 2\.2/)
    assert.match(page, /id="limits"/)
  }
})

test('the foot of every page has the same links in the same order, and help and contact is the last of them', async () => {
  const here = await school()
  const links = async (path: string) => [...(/<footer[\s\S]*<\/footer>/.exec(await (await here.request(path)).text())![0]).matchAll(/href="([^"]+)"/g)].map(([, to]) => to)
  const order = await links('/')
  assert.equal(order.at(-1), '/contacts')
  for (const to of ['/help', '/terms', '/accessibility', '/certificates', '/cookies', '/privacy', '/trust']) assert.ok(order.includes(to), to)
  for (const path of ['/help', '/terms', '/accessibility', '/privacy', '/trust', '/courses', '/sign-in', '/nowhere']) assert.deepEqual(await links(path), order, path)
})
