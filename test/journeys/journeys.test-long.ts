// The other half of the journeys: schools that are walked with script in every run are walked without it here, and the other way round.
import { globSync } from 'node:fs'
import { test } from 'node:test'
import { openHouse, schoolOf } from './house.ts'
import { walk } from './journey.ts'

const slugs = globSync('sites/*/policy.yaml').map(file => file.split('/')[1]!).sort()
const house = await openHouse()

for (const [index, slug] of slugs.entries()) {
  const script = index % 2 === 1
  test(`${slug}: from the first look to the certificate and to leaving without a trace, ${script ? 'with' : 'without'} script`, () => walk(house, schoolOf(slug), script))
}
