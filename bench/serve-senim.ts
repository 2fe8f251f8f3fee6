// The application itself, all protections on, over a school that seed.ts has filled.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createSites } from '../src/app.ts'
import { answerMeters } from './meters.ts'
import type { Member, Seeded } from './fill-school.ts'
import { address, note, openSchool } from './school.ts'
import { statementsOf, withFreshPlaces } from './statements.ts'
import type { Ask, Target } from './run.ts'

const { ground, site } = await openSchool()
const { run, question, answer, members } = JSON.parse(readFileSync(note, 'utf8')) as Seeded
const app = createSites(ground, new Map([[address.host, site]]), () => new Date())
const pages: Record<string, (member: Member) => Pick<Ask, 'path' | 'body'>> = {
  'course page': () => ({ path: '/courses/course-0' }),
  'lesson page': () => ({ path: `/learn/${run}/lesson-3` }),
  dashboard: () => ({ path: '/me' }),
  'my data': () => ({ path: '/me/data' }),
  'trust page': () => ({ path: '/trust' }),
  'answer saved': ({ attempt }) => ({ path: `/api/v1/attempts/${attempt}/answers`, body: JSON.stringify({ question, answer: [answer] }) }),
}
const targets: Target[] = []
for (const [name, askFor] of Object.entries(pages)) {
  const asks = members.map(member => ({ ...askFor(member), cookie: `session=${member.token}` }))
  targets.push({ name, host: address.host, asks, bare: await likenessOf(asks) })
}

const server = createServer(getRequestListener(app.fetch as never))
server.listen(0, '127.0.0.1', () => {
  answerMeters()
  process.send!({ port: (server.address() as AddressInfo).port, targets })
})

/** What the database is asked for a few of these, and how long the answer is: enough for a bare handler to do the same. */
async function likenessOf(asks: Ask[]): Promise<Target['bare']> {
  const rounds = []
  let bytes = 0
  for (const ask of asks.slice(0, 24)) {
    const once = async () => {
      const answered = await app.request(address.origin + ask.path, { headers: { host: address.host, cookie: ask.cookie, accept: 'text/html', ...ask.body && { 'content-type': 'application/json' } }, ...ask.body && { method: 'POST', body: ask.body } })
      const text = await answered.text()
      if (answered.status >= 300) throw new Error(`${ask.path} answers ${answered.status}: ${text.slice(0, 300)}`)
      bytes = Buffer.byteLength(text)
    }
    await once()
    rounds.push(withFreshPlaces(await statementsOf(once), await statementsOf(once)))
  }
  return { rounds, bytes }
}
process.on('SIGTERM', () => process.exit(0))
