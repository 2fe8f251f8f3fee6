// The application itself, all protections on, over a school that was filled by seed.ts.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createSites } from '../src/app.ts'
import { fillSchool } from './seed.ts'

const { ground, sites, host, paths, cookie } = await fillSchool('data/bench')
const app = createSites(ground, sites, () => new Date())
const server = createServer(getRequestListener(app.fetch as never, { overrideGlobalObjects: false }))
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  console.log(JSON.stringify({ targets: paths.map(path => ({ ...path, port, host, cookie })) }))
})
process.on('SIGTERM', () => process.exit(0))
