// A form sent after the session has ended in another tab: nothing of it is lost, and nothing of it is kept.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDatabases, type School } from './fixtures.ts'
import { known, password } from './visits.ts'

const ground = await openTestDatabases()
const { school, asAdmin } = ground
const wish = 'Не анализируйте <мои> "посещения" & часы'

const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1]?.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
/** Sends a form as nobody, and gives what came back. */
const sendAsNobody = async (here: School, form: Record<string, string>, path = '/me/data/ask') => {
  const answer = await here.request(path, { form })
  return { status: answer.status, page: await answer.text(), location: answer.headers.get('location') }
}
const enter = (here: School, name: string, more: Record<string, string>, next = '%2Fme%2Fdata') =>
  here.request(`/sign-in?next=${next}`, { form: { email: name, password, ...more }, headers: { cookie: 'device=x' } })

test('what was typed before signing in stands in the form again, is not sent by itself, and is sent by hand', async () => {
  const here = await school()
  const person = await known(ground, here)
  const { status, page } = await sendAsNobody(here, { kind: 'objection', wish })
  assert.equal(status, 401)
  assert.match(page, /вернётся в форму/)
  const typed = hidden(page, '_typed')!
  assert.ok(typed.includes('посещения'))
  const answer = await enter(here, person.name, { _typed: typed })
  assert.deepEqual([answer.status, /session=/.test(answer.headers.getSetCookie().join())], [200, true])
  const back = await answer.text()
  assert.ok(back.includes('Не анализируйте &lt;мои> &quot;посещения&quot; &amp; часы') || back.includes('Не анализируйте &lt;мои&gt;') || back.includes('Не анализируйте &lt;мои> "посещения"'), 'the words are in the field')
  assert.match(back, /<option value="objection" selected/)
  assert.match(back, /Написанное снова в форме/)
  assert.doesNotMatch(back, /notice bad/)
  const asked = async () => (await asAdmin(client => client.query(`select count(*)::int as n from rights.requests where site = '${here.slug}'`))).rows[0].n as number
  assert.equal(await asked(), 0, 'nothing is done without a hand')
  const cookie = answer.headers.getSetCookie().find(each => each.startsWith('session='))!.split(';')[0]!
  assert.equal((await here.request('/me/data/ask', { form: { kind: 'objection', wish }, headers: { cookie } })).status, 303)
  assert.equal(await asked(), 1)
})

test('a wrong password keeps what was typed on the page', async () => {
  const here = await school()
  const person = await known(ground, here)
  const typed = hidden((await sendAsNobody(here, { kind: 'objection', wish })).page, '_typed')!
  const refused = await here.request('/sign-in?next=%2Fme%2Fdata', { form: { email: person.name, password: 'not the password', _typed: typed }, headers: { cookie: 'device=x' } })
  assert.equal(refused.status, 401)
  assert.equal(hidden(await refused.text(), '_typed'), typed)
})

test('passwords never go along, and text too long for a page is not promised back', async () => {
  const here = await school()
  const { page } = await sendAsNobody(here, { current: 'CANARYcurrent', password: 'CANARYnew' }, '/me/security/password')
  assert.doesNotMatch(page, /CANARY/)
  const long = await sendAsNobody(here, { kind: 'objection', wish: 'я'.repeat(40_000) })
  assert.deepEqual([long.status, long.location], [303, '/sign-in?next=%2Fme%2Fdata&said=common.sign-in-and-send'])
})

test('what claims to have been typed elsewhere leads nowhere: only a form of the school, only its own place', async () => {
  const here = await school()
  const person = await known(ground, here)
  for (const carried of ['{', '{"at":"https://evil.example/","values":{}}', '{"at":"/sign-out","values":{}}', '{"at":"/office/people/find","values":{"who":"x"}}', '{"at":"/me/profile","values":{"city":"Алматы"}}']) {
    const answer = await enter(here, person.name, { _typed: carried })
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/me/data'], carried)
  }
})

test('nothing of what was typed lies in the database while its writer signs in', async () => {
  const here = await school()
  await sendAsNobody(here, { kind: 'objection', wish: 'CANARYtyped and kept nowhere' })
  const tables = (await asAdmin(client => client.query(`select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`))).rows as { name: string }[]
  for (const { name } of tables) {
    const { rows } = await asAdmin(client => client.query(`select count(*)::int as n from ${name} t where t::text like '%CANARYtyped%'`))
    assert.equal((rows[0] as { n: number }).n, 0, name)
  }
})
