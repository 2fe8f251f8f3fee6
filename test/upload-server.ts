// A process of its own that answers for one school, so that a test can kill it: node test/upload-server.ts <database> <school> <like>
import { serve } from '@hono/node-server'
import { openDatabases } from '#platform/database/database.ts'
import { createSites } from '../src/app.ts'
import { layGround, openSite, readSite } from '../src/site.ts'
import { noon } from './fixtures.ts'

const [name, slug, like] = process.argv.slice(2) as [string, string, string]
const ground = await layGround(await openDatabases('data/test', name), 'data/test')
const address = new URL(`http://${slug}.localhost`)
const sites = new Map([[address.host, await openSite(ground, { slug, address, ...readSite(like) }, noon)]])
const app = createSites(ground, sites, () => noon)
const toSchool = (request: Request) => app.fetch(new Request(request.url.replace(/^http:\/\/[^/]+/, address.origin), request))
serve({ fetch: toSchool, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(`port ${port}`))
