import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { fileStore } from '#platform/files/files.ts'
import { sealedLength, sealStream } from '#platform/files/sealed-stream.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import type { Control, SiteContext } from '#trust/policy/policy.ts'
import { classroom, sendFile, tellingPhoto } from '#test/classroom.ts'
import { openTestDatabases } from '#test/fixtures.ts'
import { controls } from './controls.ts'

const { asAdmin, ground, school } = await openTestDatabases()
const proofOf = (subject: string, ctx: SiteContext) => (controls as Control[]).find(control => control.subject === subject)!.prove({ removes: ['location', 'serial-number', 'owner'], keeps: [] }, ctx)

test('the promises about works are proved by a walk through a twin of the school, of which nothing stays', async () => {
  const here = await school()
  for (const subject of ['assignments', 'feedback', 'showing-works', 'photo-metadata']) assert.equal((await proofOf(subject, here.system)).state, 'kept', subject)
  assert.match((await proofOf('showing-works', here.system)).figure.ru, /: 16\. Удалось: 0\./)
  const twin = `probe-${here.slug}`
  const { rows } = await asAdmin(client => client.query('select id from accounts.people where site = $1 union select id from assignments.works where site = $1 union select id from files.files where site = $1', [twin]))
  assert.deepEqual(rows, [])
  assert.deepEqual(await Array.fromAsync(ground.files.store.list(`${twin}/`)), [])
})

test('a picture that only says how large it is tells nothing', async () => {
  const here = await school()
  const { run, learner } = await classroom(here, 'photo')
  const png = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#c96' } }).png().toBuffer()
  await sendFile(here, learner, run, { words: 'Снимок', file: png })
  const found = await proofOf('photo-metadata', here.system)
  assert.deepEqual([found.state, found.figure.en.startsWith('Photos read: 2.')], ['kept', true])
})

test('a stored photo that tells where it was taken breaks the promise', async () => {
  const here = await school()
  const { run, learner } = await classroom(here, 'photo')
  await sendFile(here, learner, run, { words: 'Снимок', file: await tellingPhoto() })
  assert.equal((await proofOf('photo-metadata', here.system)).figure.en.startsWith('Photos read: 2.'), true)
  const [original] = (await fileStore.listOf(learner.ctx, learner.id)).filter(({ name }) => name.endsWith('/original'))
  const file = await here.inside(({ db }) => db.selectFrom('files.files').select(['id', 'wrapped']).where('person', '=', learner.id).executeTakeFirstOrThrow())
  const key = Buffer.from((await reveal(learner.ctx, file)).wrapped!, 'base64')
  const telling = await tellingPhoto()
  await ground.files.store.put(original!.name, sealStream(key, [original!.name], (async function* () { yield telling })()), sealedLength(telling.length))
  await here.inside(({ db }) => db.updateTable('files.parts').set({ bytes: telling.length }).where('file', '=', file.id).where('name', '=', 'original').execute())
  assert.equal((await proofOf('photo-metadata', here.system)).state, 'broken')
})
