// The main job in every school there is, with script and without.
import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { test } from 'node:test'
import { openHouse, schoolOf } from './house.ts'
import { walk } from './journey.ts'

const slugs = globSync('sites/*/policy.yaml').map(file => file.split('/')[1]!).sort()
const house = await openHouse()

test('there are schools to walk through', () => assert.ok(slugs.length >= 5))

for (const slug of slugs) for (const script of [true, false])
  test(`${slug}: from the first look to the certificate and to leaving without a trace, ${script ? 'with' : 'without'} script`, () => walk(house, schoolOf(slug), script))
