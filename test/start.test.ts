// What an operator meets: starting, being refused with a remedy, stopping, starting again.
import assert from 'node:assert/strict'
import { chmodSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { ask, dataFolder, isRoot, ordinary, senim, spoken, startSenim } from './instance.ts'

const refusal = async (said: RegExp, env: Record<string, string>, more: Parameters<typeof senim>[1] = {}) => {
  const { code, out, err } = await senim(['start'], { ...more, env }).result()
  assert.match(err, said)
  assert.equal(err.trim().split('\n').length, 1, `one sentence, not: ${err}`)
  assert.equal(code, 1)
  assert.doesNotMatch(out, /localhost/)
}

/** Seconds a process has computed, from the fourteenth and fifteenth field of its state. */
function workOf(pid: number): number {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ').slice(11, 13).map(Number)
  return (user! + system!) / 100
}

test('the first start makes everything and says where to go; the second is ready with less than five seconds of work; both stop cleanly', async () => {
  const folder = dataFolder()
  const first = await startSenim(folder)
  assert.match(first.said.out, /Senim is open: http:\/\/localhost:\d+/)
  assert.match(first.said.out, /\.localhost:\d+/)
  assert.deepEqual((await ask(first.port, '/healthz')).status, 200)
  const ready = JSON.parse((await ask(first.port, '/readyz', { host: 'any.example' })).text) as { closed: string[] }
  assert.deepEqual(ready.closed, [])
  const { code, took } = await first.stop('SIGTERM')
  assert.deepEqual([code, took < 10_000], [0, true])
  assert.equal(existsSync(join(folder, 'postgres/cluster/postmaster.pid')), false)
  assert.equal(existsSync(join(folder, 'control.sock')), false)

  const second = await startSenim(folder)
  // In seconds of work, not of the wall: the machine may be busy with other tests.
  assert.ok(workOf(second.pid()) < 5, `ready after ${workOf(second.pid())} s of work, ${second.readyAfter} ms by the wall`)
  assert.deepEqual((await second.stop('SIGINT')).code, 0)
})

test('an ordinary user can start it too, and what it writes is closed to others', async () => {
  const folder = dataFolder(ordinary)
  const running = await startSenim(folder, { as: ordinary })
  assert.equal(statSync(join(folder, 'control.sock')).mode & 0o077, 0)
  assert.equal(statSync(join(folder, 'keys')).mode & 0o077, 0)
  await running.stop()
})

test('a taken port, a folder in use, a newer folder: each is one sentence with a remedy', async () => {
  const folder = dataFolder()
  const running = await startSenim(folder)
  await refusal(/Port \d+ is taken by another program: stop it, or set another, for example PORT=3001\./, { SENIM_DATA: dataFolder(), PORT: String(running.port) })
  await refusal(new RegExp(`The folder ${folder} is in use by process ${running.pid()}: stop it`), { SENIM_DATA: folder })
  await running.stop()
  const file = join(folder, 'senim.json')
  const kept = readFileSync(file, 'utf8')
  writeFileSync(file, kept.replace('"format": 1', '"format": 2'))
  await refusal(/was made by a newer version of Senim: update this one/, { SENIM_DATA: folder })
  writeFileSync(file, 'not json')
  await refusal(/is damaged or not from Senim/, { SENIM_DATA: folder })
  writeFileSync(file, kept)
  await refusal(/was made in mode demo and stays so/, { SENIM_DATA: folder, SENIM_MODE: 'production' })
})

test('a folder that cannot be written to, and a disk without room', async () => {
  const folder = dataFolder(ordinary)
  chmodSync(folder, 0o555)
  await refusal(/Senim may not write to .*: give it the right to/, { SENIM_DATA: join(folder, 'data') }, { as: ordinary })
  // A limit on the size of files is met as a full disk is: the write fails half-way.
  const small = dataFolder()
  await refusal(/The disk with .* is full: free at least 200 MB/, { SENIM_DATA: join(small, 'data') }, { shell: `trap '' XFSZ; ulimit -f 2048` })
  assert.equal(existsSync(join(small, 'data/postgres/cluster')), false)
  await (await startSenim(join(small, 'data'))).stop()
})

test('a key that is missing or open to others stops the start, and is never made anew', async () => {
  const folder = dataFolder()
  const running = await startSenim(folder)
  while (!existsSync(join(folder, 'checkpoints'))) await pause(100) // from then on something hangs on each key
  await running.stop()
  for (const key of readdirSync(join(folder, 'keys'), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.key') && name !== 'ledger.key')) { // nobody was forgotten yet: nothing hangs on that one
    const file = join(folder, 'keys', key)
    const bytes = readFileSync(file)
    chmodSync(file, 0o644)
    await refusal(/can be read by others.*chmod 600/, { SENIM_DATA: folder })
    rmSync(file)
    await refusal(/is missing.*bring it back/, { SENIM_DATA: folder })
    assert.equal(existsSync(file), false)
    writeFileSync(file, bytes, { mode: 0o600 })
  }
  await (await startSenim(folder)).stop()
})

test('wrong settings name the variable and show what it should look like', async () => {
  const data = { SENIM_DATA: dataFolder() }
  await refusal(/The variable PORT is not right: write it like PORT=3000/, { ...data, PORT: 'http' })
  await refusal(/The variable DATABASE_URL is not right/, { ...data, DATABASE_URL: 'mysql://x' })
  await refusal(/Both SENIM_TLS_CERT and SENIM_TLS_KEY are needed/, { ...data, SENIM_TLS_CERT: '/x' })
  await refusal(/\/nowhere\/cert\.pem cannot be read/, { ...data, SENIM_TLS_CERT: '/nowhere/cert.pem', SENIM_TLS_KEY: '/nowhere/key.pem' })
  await refusal(/A demo opens on this machine only/, { ...data, SENIM_HOST: '0.0.0.0' })
  await refusal(/SENIM_NOW works in demo and test only/, { ...data, SENIM_MODE: 'production', SENIM_NOW: '2026-12-01T09:00:00+05:00' })
  await refusal(/This machine has no address 203\.0\.113\.77/, { SENIM_DATA: dataFolder(), SENIM_MODE: 'test', SENIM_HOST: '203.0.113.77' })
})

test('the language of the terminal is that of the sentences', async () => {
  const env = { SENIM_DATA: dataFolder(), PORT: 'x' }
  await refusal(/Переменная PORT задана неверно/, { ...env, LANG: 'ru_RU.UTF-8' })
  await refusal(/PORT айнымалысы қате берілген/, { ...env, LANG: 'ru_RU.UTF-8', LC_ALL: 'kk_KZ.UTF-8' })
})

test('while the database is being made, the port already answers: alive, but not ready', async () => {
  const free = createServer().listen(0)
  const { port } = free.address() as AddressInfo
  await new Promise(done => free.close(done))
  const run = senim(['start'], { env: { SENIM_DATA: dataFolder(), PORT: String(port) } })
  let early: Awaited<ReturnType<typeof ask>> | undefined
  while (!early && run.child.exitCode === null) early = await ask(port, '/readyz').catch(() => undefined)
  assert.equal(early!.status, 503)
  assert.equal((await ask(port, '/healthz')).status, 200)
  assert.equal((await ask(port, '/courses')).headers['retry-after'], '2')
  await spoken(run, /Senim is open/)
  run.child.kill('SIGTERM')
  assert.equal(await run.ended, 0)
})

test('told to stop, it answers whoever it had begun to listen to, takes nobody new, and is gone within ten seconds', async () => {
  const running = await startSenim(dataFolder())
  const host = `${globSync('sites/*/policy.yaml')[0]!.split('/')[1]}.localhost:${running.port}`
  const body = 'who=somebody&password=something-long-enough'
  const socket = connect(running.port, '127.0.0.1')
  let heard = ''
  socket.setEncoding('utf8').on('data', piece => { heard += piece })
  const closed = new Promise(done => socket.once('close', done))
  // Half of a form: the request is under way, and its answer hangs on what is still to come.
  socket.write(`POST /sign-in HTTP/1.1\r\nhost: ${host}\r\norigin: http://${host}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 10)}`)
  await pause(300)
  const stopping = running.stop('SIGTERM')
  await spoken(running, /Stopping/)
  await pause(300)
  await assert.rejects(ask(running.port, '/healthz'), { code: 'ECONNREFUSED' })
  socket.write(body.slice(10))
  await closed
  assert.match(heard, /^HTTP\/1\.1 (4\d\d|303) /)
  assert.ok(heard.length > 500, 'a whole answer')
  const { code, took } = await stopping
  assert.deepEqual([code, took < 10_000], [0, true])
})

test('web and worker each stand alone: one answers and does no work, the other works and answers nobody', async () => {
  const web = await startSenim(dataFolder(), { args: ['web'] })
  const site = globSync('sites/*/policy.yaml')[0]!.split('/')[1]!
  assert.equal((await ask(web.port, '/', { host: `${site}.localhost` })).status, 200)
  await pause(2500)
  assert.deepEqual(JSON.parse((await web.tell('jobs', 'list', '--json')).out), [], 'nobody has even written a timetable')
  await web.stop()
  const worker = senim(['worker'], { env: { SENIM_DATA: web.folder } })
  await spoken(worker, /Senim works without visitors/)
  type Row = { outcome: string | null }
  let done: Row[] = []
  for (const until = Date.now() + 60_000; !done.length && Date.now() < until; await pause(500)) done = (JSON.parse((await web.tell('jobs', 'list', '--json')).out) as Row[]).filter(({ outcome }) => outcome === 'done')
  assert.ok(done.length, 'jobs are done')
  await assert.rejects(ask(web.port, '/healthz'), { code: 'ECONNREFUSED' })
  worker.child.kill('SIGTERM')
  assert.equal(await worker.ended, 0)
})

test('SENIM_NOW is the moment of the start, ticks on from there, and goes only forward', async () => {
  const folder = dataFolder()
  const running = await startSenim(folder, { env: { SENIM_NOW: '2031-05-01T09:00:00+05:00' } })
  const jobs = JSON.parse((await running.tell('jobs', 'list', '--json')).out) as { next: string }[]
  assert.ok(jobs.some(({ next }) => next.startsWith('2031-05-01T04:')))
  await running.stop()
  await refusal(/is before the time this folder has already reached/, { SENIM_DATA: folder, SENIM_NOW: '2031-05-01T08:59:00+05:00' })
  const again = await startSenim(folder)
  assert.match((await again.tell('jobs', 'list', '--json')).out, /2031-05-01T04:/)
  await again.stop()
})

// Only root hands the database over to another user, so only root can meet this.
if (isRoot) test('as root, a folder that the database cannot reach is not used for it: the start says where it went', async () => {
  const closed = dataFolder()
  chmodSync(closed, 0o700)
  const data = join(closed, 'data')
  const running = await startSenim(data)
  const home = await spoken(running, /The database lies in (\S+): its user cannot reach/)
  assert.ok(existsSync(join(home, 'cluster/PG_VERSION')))
  assert.equal(existsSync(join(data, 'postgres/cluster')), false)
  await running.stop()
  const again = await startSenim(data)
  assert.ok(again.said.out.includes(home))
  await again.stop()
  rmSync(home, { recursive: true })
})
