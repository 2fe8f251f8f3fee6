// The gallery stands in a demonstration, in the look of the house and of each school, and nowhere else.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parts } from '#platform/ui/gallery/gallery.tsx'
import { createSites } from '../src/app.ts'
import { frontDesk } from '../src/front-desk.ts'
import { noon, openTestDatabases } from './fixtures.ts'

const { ground, sites, school } = await openTestDatabases()
const demo = createSites(ground, sites, () => noon, [], { demo: true, desk: frontDesk({ ground, sites, now: () => noon, folder: { mode: 'demo', path: '' } }) })
const ask = (host: string, path: string) => demo.request(`http://${host}${path}`, { headers: { host, accept: 'text/html' } })

test('a demonstration shows every part of its pages, at the house and in a school', async () => {
  const here = await school('cloudex-learning')
  for (const [host, theme] of [['localhost', 'core'], [here.address.host, 'azure']] as const) {
    const list = await (await ask(host, '/kk/gallery')).text()
    assert.deepEqual(parts.filter(({ key }) => !list.includes(`href="/kk/gallery/${key}"`)).map(({ key }) => key), [])
    for (const { key } of parts) {
      const face = await ask(host, `/kk/gallery/${key}/dark`)
      assert.equal(face.status, 200, key)
      const html = await face.text()
      assert.match(html, new RegExp(`<html lang="kk" data-theme="${theme}" data-mode="dark">`))
    }
    assert.equal((await ask(host, '/gallery/nothing')).status, 404)
  }
  const page = await ask(here.address.host, '/gallery/seal')
  assert.match(page.headers.get('content-security-policy')!, /frame-src 'self'.*frame-ancestors 'self'/)
})

test('a school at work has no gallery', async () => {
  const here = await school()
  assert.equal((await here.request('/gallery')).status, 404)
})
