// The operator's command line, as an operator types it.
import assert from 'node:assert/strict'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { socketIn } from '#platform/cli/cli.ts'
import { ask, dataFolder, senim, startSenim, type Running } from './instance.ts'

let running: Running
before(async () => { running = await startSenim(dataFolder()) })
after(async () => { await running.stop() })

test('help lists commands, each of which says what it takes; it needs no data', async () => {
  const { code, out } = await senim(['--help'], { env: { SENIM_DATA: '/nowhere', LANG: 'ru_RU.UTF-8' } }).result()
  assert.equal(code, 0)
  const names = [...out.matchAll(/^ {2}senim ((?:[a-z]+(?:-[a-z]+)* ?)+)/gm)].map(([, name]) => name!.trim())
  for (const name of ['start', 'web', 'worker', 'doctor', 'site list', 'site add', 'site check', 'jobs list', 'jobs run', 'person add', 'person find', 'person export', 'person erase', 'requests list', 'retention preview', 'retention run', 'audit verify', 'audit verify-export', 'promises', 'import course-folder', 'export course-folder']) assert.ok(names.includes(name), name)
  // A process for each of them would take minutes; every seventh stands for what all of them share.
  for (const name of names.filter((_, place) => place % 7 === 0)) {
    const help = await senim([...name.split(' '), '--help'], { env: { SENIM_DATA: '/nowhere' } }).result()
    assert.deepEqual([help.code, help.err], [0, ''], name)
    assert.ok(help.out.includes(`senim ${name}`))
  }
  assert.equal(existsSync('/nowhere'), false)
})

test('nonsense ends with 2, a refusal with 1, each in one sentence on standard error', async () => {
  for (const [typed, code, said] of [[['--loud'], 2, /There is no command "--loud"/], [['site', 'check', '../../etc'], 1, /"\.\.\/\.\.\/etc"/], [['site', 'add', '/etc'], 1, /\/etc is there, but no school/], [['frobnicate'], 2, /There is no command "frobnicate"/], [['jobs', 'run'], 2, /needs <name>/], [['site', 'list', '--loud'], 2, /has no --loud/], [['jobs', 'run', 'no.such'], 1, /There is no job "no\.such"/], [['jobs', 'list', '--site', 'none'], 1, /No school "none" is open/], [['jobs', 'list', '--at', 'noon'], 2, /is not a moment/]] as const) {
    const { code: ended, out, err } = await running.tell(...typed)
    assert.deepEqual([ended, out, err.trim().split('\n').length], [code, '', 1])
    assert.match(err, said)
  }
})

test('--version says which one this is, and needs no data', async () => {
  const { code, out } = await senim(['--version'], { env: { SENIM_DATA: '/nowhere' } }).result()
  assert.deepEqual([code, out.trim()], [0, `senim ${JSON.parse(readFileSync('package.json', 'utf8')).version}`])
})

test('commands join the running instance, over a socket that only its user can open', async () => {
  assert.equal(statSync(socketIn(running.folder)).mode & 0o777, 0o600)
  const { code, out } = await running.tell('site', 'list', '--json')
  assert.equal(code, 0)
  const schools = JSON.parse(out) as { site: string; address: string }[]
  assert.ok(schools.length >= 2 && schools.every(({ site, address }) => address === `http://${site}.localhost:${running.port}/`))
})

test('a job that is run leaves its record, and the list shows it', async () => {
  const [{ site }] = JSON.parse((await running.tell('site', 'list', '--json')).out) as [{ site: string }]
  const ran = JSON.parse((await running.tell('jobs', 'run', 'audit.seal', '--site', site, '--json')).out) as { site: string; outcome: string }[]
  assert.deepEqual(ran.map(row => [row.site, row.outcome]), [[site, 'done']])
  const listed = JSON.parse((await running.tell('jobs', 'list', '--site', site, '--json')).out) as { site: string; job: string; outcome: string | null }[]
  assert.ok(listed.every(row => row.site === site))
  assert.equal(listed.find(row => row.job === 'audit.seal')!.outcome, 'done')
})

test('a job of the whole house runs at a word too, and belongs to no school', async () => {
  const ran = await running.tell('jobs', 'run', 'backups.make', '--json')
  assert.deepEqual((JSON.parse(ran.out) as { site: string; outcome: string }[]).map(({ site, outcome }) => [site, outcome]), [['-', 'done']])
  assert.equal(ran.code, 0)
  const listed = JSON.parse((await running.tell('jobs', 'list', '--json')).out) as { site: string; job: string; outcome: string | null }[]
  assert.deepEqual(listed.filter(({ job }) => job === 'backups.make').map(({ site, outcome }) => [site, outcome]), [['-', 'done']])
  const [{ site }] = JSON.parse((await running.tell('site', 'list', '--json')).out) as [{ site: string }]
  const wrong = await running.tell('jobs', 'run', 'backups.make', '--site', site)
  assert.deepEqual([wrong.code, wrong.out], [1, ''])
  assert.match(wrong.err, /one for all schools: leave out --site/)
})

test('what is done in a name stands in the log under the name of the command, and a name that may not is refused', async () => {
  const site = 'mexrontal'
  const done = await running.tell('retention', 'preview', '--site', site, '--json')
  assert.equal(done.code, 0)
  assert.ok((JSON.parse(done.out) as { site: string; promise: string; due: number }[]).every(row => row.site === site && Number.isInteger(row.due)))
  const [refused, unknown] = [await running.tell('retention', 'run', '--site', site, '--as', 'gulnar@mexrontal.example'), await running.tell('retention', 'run', '--site', site, '--as', 'nobody@mexrontal.example')]
  assert.deepEqual([refused.code, unknown.code], [1, 1])
  assert.match(refused.err, /may not do that; the refusal is in the log/)
  assert.match(unknown.err, /knows nobody by the login/)
  const verified = await running.tell('audit', 'verify', '--site', site, '--json')
  assert.deepEqual([verified.code, (JSON.parse(verified.out) as { intact: boolean }[])[0]!.intact], [0, true])
})

test('another time is for demonstrations and tests: a school at work refuses --at, and does nothing', async () => {
  const [{ next }] = JSON.parse((await running.tell('jobs', 'list', '--at', '2031-05-01T09:00:00+05:00', '--json')).out) as [{ next: string }]
  assert.ok(next)
  const { code, out, err } = await senim(['site', 'list', '--at', '2031-05-01T09:00:00+05:00'], { env: { SENIM_DATA: dataFolder(), SENIM_MODE: 'production' } }).result()
  assert.deepEqual([code, out], [1, ''])
  assert.match(err, /--at works in demo and test only/)
})

test('a course is taken out as a folder, comes in as nothing new, comes in changed as a draft, and comes not in at all with a fault', async () => {
  const out = dataFolder()
  const site = ['--site', 'webstapero-dev-notes', '--json']
  const tell = async (...typed: string[]) => { const { code, out, err } = await running.tell(...typed, ...site); return { code, err, said: out && JSON.parse(out) as { outcome: string; version: number; place: string; faults: { file: string; line: number; column: number; code: string }[] } } }
  const taken = await tell('export', 'course-folder', 'browser-caching', out)
  assert.deepEqual([taken.code, taken.said && taken.said.place], [0, join(out, 'browser-caching')])
  const folder = join(out, 'browser-caching')
  assert.match((await tell('export', 'course-folder', 'browser-caching', out)).err, /browser-caching is there already/)
  assert.match((await tell('export', 'course-folder', 'no-such', out)).err, /The school has no course "no-such"/)
  assert.match((await tell('import', 'course-folder', join(out, 'nothing'))).err, /neither a folder nor a file here/)
  const outcome = async (place: string) => { const { code, said } = await tell('import', 'course-folder', place); return said && [code, said.outcome, said.version] }
  assert.deepEqual(await outcome(folder), [0, 'nothing', 1])
  const [course, lesson] = [join(folder, 'course.yaml'), readFileSync(join(folder, 'course.yaml'), 'utf8')]
  writeFileSync(course, lesson.replace(/hours: .*/, 'hours: many').replace(/level: .*/, 'level: expert'))
  const faulty = await tell('import', 'course-folder', folder)
  assert.deepEqual([faulty.code, faulty.said && faulty.said.faults.map(({ file, code }) => [file, code])], [1, [[course, 'not-one-of'], [course, 'wrong-kind']]])
  assert.match((await running.tell('import', 'course-folder', folder, '--site', 'webstapero-dev-notes')).out, /course\.yaml:\d+:\d+ The field "level" may only be: beginner, intermediate, advanced/)
  writeFileSync(course, lesson.replace(/hours: .*/, 'hours: 77'))
  assert.deepEqual(await outcome(folder), [0, 'draft', 2])
  assert.deepEqual(await outcome(folder), [0, 'waiting', 2])
  const zip = join(out, 'browser-caching.zip')
  assert.equal((await tell('export', 'course-folder', 'browser-caching', zip, '--draft')).code, 0)
  assert.deepEqual(await outcome(zip), [0, 'waiting', 2])
  const refused = await running.tell('import', 'course-folder', folder, '--site', 'webstapero-dev-notes', '--as', 'gulnar@mexrontal.example')
  assert.deepEqual([refused.code, refused.out], [1, ''])
})

test('a house begun without the demonstration has no school, and opens the one it is given, or says what is wrong with it', async () => {
  const folder = dataFolder()
  const empty = await startSenim(folder, { args: ['start', '--no-demo'] })
  assert.match(empty.said.out, /There are no schools yet: add the first with senim site add <folder>/)
  assert.deepEqual(JSON.parse((await empty.tell('site', 'list', '--json')).out), [])
  const [own, wrong] = [join(dataFolder(), 'own-school'), join(dataFolder(), 'Wrong School')]
  for (const made of [own, wrong]) cpSync('sites/webstapero-dev-notes', made, { recursive: true })
  const manifest = readFileSync(join(own, 'policy.yaml'), 'utf8')
  writeFileSync(join(own, 'policy.yaml'), manifest.replace('retain:', 'retian:'))
  const faulty = await empty.tell('site', 'add', own)
  assert.deepEqual([faulty.code, existsSync(join(folder, 'sites/own-school'))], [1, false])
  assert.match(faulty.out, /own-school\/policy\.yaml:\d+:\d+/)
  writeFileSync(join(own, 'policy.yaml'), manifest)
  const [course, words] = [join(own, 'courses/browser-caching/course.yaml'), readFileSync(join(own, 'courses/browser-caching/course.yaml'), 'utf8')]
  writeFileSync(course, words.replace('level: intermediate', 'level: expert'))
  const untaught = await empty.tell('site', 'add', own)
  assert.deepEqual([untaught.code, existsSync(join(folder, 'sites/own-school'))], [1, false])
  assert.match(untaught.out, /browser-caching\/course\.yaml:\d+:8 The field "level" may only be/)
  writeFileSync(course, words)
  const added = await empty.tell('site', 'add', own, '--json')
  assert.deepEqual([added.code, (JSON.parse(added.out) as { site: string }).site], [0, 'own-school'])
  assert.equal((await ask(empty.port, '/courses', { host: 'own-school.localhost' })).status, 200)
  assert.match((await empty.tell('site', 'add', own)).err, /There is a school own-school here already/)
  assert.match((await empty.tell('site', 'add', wrong)).err, /small latin letters/)
  await empty.stop()
  const again = await startSenim(folder)
  assert.deepEqual((JSON.parse((await again.tell('site', 'list', '--json')).out) as { site: string }[]).map(({ site }) => site), ['own-school'])
  await again.stop()
  const refused = await senim(['start', '--no-demo'], { env: { SENIM_DATA: running.folder } }).result()
  assert.equal(refused.code, 1)
})

test('the doctor looks at machine, settings, keys, mail, schools and clock, and says a remedy for what is not well', async () => {
  const { code, out } = await running.tell('doctor', '--json')
  const findings = JSON.parse(out) as { what: string; state: string; says: string }[]
  assert.deepEqual([...new Set(findings.map(({ what }) => what))].sort(), ['clock', 'database', 'disk', 'folder', 'keys', 'machine', 'mail', 'schools', 'settings', 'tls', 'vault'])
  assert.equal(code, findings.some(({ state }) => state === 'broken') ? 1 : 0)
  assert.ok(findings.every(({ says }) => says.length > 5))
  assert.match(findings.find(({ what }) => what === 'settings')!.says, new RegExp(String(running.port)), 'the port of the instance that runs')
  const alone = await senim(['doctor'], { env: { SENIM_DATA: join(dataFolder(), 'none'), DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' } }).result()
  assert.equal(alone.code, 1)
  assert.match(alone.out, /PostgreSQL at 127\.0\.0\.1 does not answer/)
})

test('alone, a command opens the house, does its work, and leaves nothing running', async () => {
  const folder = dataFolder()
  const { code, out } = await senim(['site', 'list', '--json'], { env: { SENIM_DATA: folder } }).result()
  assert.equal(code, 0)
  assert.ok((JSON.parse(out) as unknown[]).length >= 2)
  assert.equal(existsSync(join(folder, 'postgres/cluster/postmaster.pid')), false)
  assert.equal(existsSync(join(folder, 'owner')), false)
})

test('in a folder too deep for a socket it lies elsewhere, in a folder of one\'s own', async () => {
  const deep = join(dataFolder(), 'a'.repeat(60), 'b'.repeat(60))
  mkdirSync(deep, { recursive: true })
  chmodSync(deep, 0o755)
  const far = await startSenim(deep)
  const socket = socketIn(deep)
  assert.equal(socket.startsWith(deep), false)
  assert.equal(statSync(dirname(socket)).mode & 0o777, 0o700)
  assert.equal((await far.tell('site', 'list')).code, 0)
  await far.stop()
})
