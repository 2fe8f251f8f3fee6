// The main job in a real browser, as people walk it: one school with script, one without. The long tests walk every school both ways.
import { test } from 'node:test'
import { openHouse, schoolOf } from './house.ts'
import { walk } from './journey.ts'

const house = await openHouse()

for (const [slug, script] of [['cloudex-learning', true], ['landscape-photo', false]] as const)
  test(`${slug}: from the first look to the certificate and to leaving without a trace, ${script ? 'with' : 'without'} script`, () => walk(house, schoolOf(slug), script))
