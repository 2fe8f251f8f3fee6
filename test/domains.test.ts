// One school has one address: its other names lead there, and a name of nobody leads nowhere.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { openTestDatabases } from './fixtures.ts'

const { app, school, sites } = await openTestDatabases()

async function withDomains() {
  const here = await school()
  const site = sites.get(here.address.host)!
  const name = randomUUID().slice(0, 8)
  const other = [`${name}.example`, `www.${name}.example`]
  sites.set(here.address.host, { ...site, settings: { ...site.settings, domains: [here.address.hostname, ...other] } })
  return { here, other }
}
const ask = (host: string, path: string, init: RequestInit = {}) => app.request(`http://${host}${path}`, { ...init, headers: { host, ...init.headers } })

test('every other domain of a school leads to the first for good, with path and query as they were asked', async () => {
  const { here, other } = await withDomains()
  for (const host of other) for (const path of ['/', '/kk/courses?level=beginner&q=%D1%81%D0%B2%D0%B5%D1%82', '/api/v1/courses', '/no-such-page']) {
    const answer = await ask(host, path)
    assert.deepEqual([answer.status, answer.headers.get('location')], [308, here.address.origin + path])
    assert.equal(answer.headers.getSetCookie().length, 0)
  }
})

test('a form sent to another domain keeps its method on the way, and changes nothing there', async () => {
  const { here, other: [host] } = await withDomains()
  const answer = await ask(host!, '/sign-in', { method: 'POST', body: new URLSearchParams({ email: 'a@b.example', password: 'x' }), headers: { origin: `http://${host}` } })
  assert.deepEqual([answer.status, answer.headers.get('location')], [308, `${here.address.origin}/sign-in`])
})

test('the first domain answers by itself; a name of nobody, however alike, is refused and led nowhere', async () => {
  const { here, other: [host] } = await withDomains()
  assert.equal((await ask(here.address.host, '/courses')).status, 200)
  for (const stranger of [`evil-${host}`, `${host}.evil.example`, 'evil.example']) {
    const answer = await ask(stranger, '/courses')
    assert.deepEqual([answer.status, answer.headers.get('location')], [421, null])
    assert.doesNotMatch(await answer.text(), /\/sign-up/, 'the page of the house, not of a school')
  }
  const answer = await ask(host!, '//evil.example/courses')
  assert.equal(new URL(answer.headers.get('location')!).host, here.address.host)
})
