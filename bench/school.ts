import { openDatabases } from '#platform/database/database.ts'
import { layGround, openSite, readSite, slugs } from '../src/site.ts'

export const folder = 'data/bench'
/** What was filled in, and who may be asked for: written when all of it is there. */
export const note = `${folder}/seeded.json`
export const address = new URL('http://bench.localhost')

/** The school that is measured: the policy of the first of the demo schools, over databases of its own. */
export async function openSchool() {
  const databases = await openDatabases(folder, 'senim_bench')
  const ground = await layGround(databases, folder)
  const site = await openSite(ground, { slug: 'bench', address, ...readSite(slugs()[0]!, false) }, new Date())
  return { databases, ground, site }
}
