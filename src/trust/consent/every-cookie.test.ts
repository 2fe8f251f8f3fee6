// A browser that keeps and sends back what it is given, walking through a school: every cookie it meets is one the policy names.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { openSite, readSite } from '../../site.ts'
import { noon, openTestDatabases } from '#test/fixtures.ts'
import { known, password } from '#test/visits.ts'

const ground = await openTestDatabases()
const like = 'webstapero-dev-notes'
const plainName = (cookie: string) => cookie.split('=')[0]!.replace('__Host-', '')

/** What was set, with its flags, and what is sent along with the next request. */
function browserAt(address: URL) {
  const jar = new Map<string, string>()
  const seen: string[] = []
  async function go(path: string, form?: Record<string, string>, origin = address.origin) {
    const headers = new Headers({ host: address.host, accept: 'text/html', cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), ...form && { origin } })
    const answer = await ground.app.request(address.origin + path, { headers, ...form && { method: 'POST', body: new URLSearchParams(form) } })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      seen.push(cookie)
      if (value && !/max-age=0/i.test(cookie)) jar.set(name!, value)
      else jar.delete(name!)
    }
    return answer
  }
  const names = () => [...jar.keys()].map(plainName).sort()
  return { go, jar, seen, names, clear: () => jar.clear() }
}

/** The same school behind HTTPS. */
async function secure() {
  const slug = `${like}-${randomUUID().slice(0, 8)}`
  const address = new URL(`https://${slug}.example`)
  const site = await openSite(ground.ground, { slug, address, ...readSite(like) }, noon)
  ground.sites.set(address.host, site)
  return { address, policy: site.policy }
}

for (const [id, school] of [['WD-016', like], ['LP-038', 'landscape-photo']] as const) test(`${id} each cookie stands in the table, an optional one comes after consent alone, and the choice has its time and version`, async () => {
  const here = await ground.school(school)
  const declared = new Map(here.policy.cookies.map(({ name, category }) => [name, category]))
  const guest = browserAt(here.address)
  for (const path of ['/', '/kk/courses', '/privacy', '/sign-in', '/sign-up']) await guest.go(path)
  await guest.go('/sign-up/age', { age: 'adult' })
  assert.ok(guest.names().every(name => declared.get(name) === 'necessary'), `before a choice: ${guest.names().join(', ')}`)
  await guest.go('/cookies', { answer: 'all' })
  await guest.go('/kk/courses')
  assert.ok(guest.names().includes('language'))
  assert.deepEqual(guest.seen.map(plainName).filter(name => !declared.has(name)), [])
  const table = await (await guest.go('/privacy')).text()
  for (const name of new Set(guest.seen.map(plainName))) assert.ok(table.includes(`<code>${name}</code>`) || table.includes(name), `${name} stands in the policy's table`)
  const [version, , , at] = guest.jar.get('cookie-choice')!.split('.')
  assert.deepEqual([Number(version), new Date(Number(at) * 1000)], [here.policy.version.number, noon])
})

test('WD-035 with the necessary cookies alone one signs in, a foreign form is refused, and no script or foreign site gets at them', async () => {
  const here = await ground.school(like)
  const person = await known(ground, here)
  const guest = browserAt(here.address)
  await guest.go('/cookies', { answer: 'necessary' })
  assert.equal((await guest.go('/sign-in', { email: person.name, password })).status, 303)
  assert.equal((await guest.go('/me/data')).status, 200)
  assert.equal((await guest.go('/me/data/copy', {}, 'https://elsewhere.example')).status, 403)
  const { address } = await secure()
  const visitor = browserAt(address)
  await visitor.go('/cookies', { answer: 'necessary' })
  await visitor.go('/sign-up/age', { age: 'adult' })
  const flags = [...guest.seen.filter(cookie => plainName(cookie) === 'session'), ...visitor.seen]
  assert.ok(flags.length >= 3)
  for (const cookie of flags) assert.match(cookie, /HttpOnly/i)
  for (const cookie of flags) assert.match(cookie, /SameSite=(Lax|Strict)/i)
  for (const cookie of visitor.seen) assert.match(cookie, /Secure/i)
})

test('WD-038 cookies cleared in the browser are gone: the school asks anew, works, and knows nobody', async () => {
  const here = await ground.school(like)
  const person = await known(ground, here)
  const guest = browserAt(here.address)
  await guest.go('/cookies', { answer: 'all' })
  await guest.go('/sign-in', { email: person.name, password })
  assert.doesNotMatch(await (await guest.go('/trust')).text(), /class="ask"/)
  guest.clear()
  const anew = await guest.go('/trust')
  assert.equal(anew.status, 200)
  assert.match(await anew.text(), /class="ask"/)
  assert.deepEqual(guest.names(), [])
  assert.equal((await guest.go('/me/data')).status, 303)
})
