// What a program reads about the API is what the API does: the document against the routes, and the routes against the document.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { takesMinors } from '#people/minors/minors.ts'
import { fieldsOf } from '#people/accounts/accounts.ts'
import type { ApiRoute } from '#platform/web/web.ts'
import { routes } from '../src/product.ts'
import { openTestDatabases, type Member, type School } from './fixtures.ts'
import { filled, worldOf, type World } from './world.ts'

type Schema = { type?: string; properties: Record<string, object>; required?: string[]; additionalProperties?: boolean }
type Operation = {
  operationId: string; summary: string; security: { session: string[] }[]; responses: Record<string, { description: string }>
  parameters?: { name: string; in: string; required: boolean }[]; requestBody?: { content: { 'application/json': { schema: Schema } } }
}
type Contract = { openapi: string; info: { title: string; version: string }; servers: { url: string }[]; paths: Record<string, Record<string, Operation>>; components: { securitySchemes: { session: { name: string } } } }

const { school } = await openTestDatabases()
const forPrograms = routes.filter((route): route is ApiRoute => route.kind === 'api')
const contractOf = async (here: School, prefix = '') => await (await here.request(`${prefix}/api/v1/openapi.json`)).json() as Contract
const operationOf = ({ paths }: Contract, { method, path }: ApiRoute) => paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]

function ask(here: School, route: ApiRoute, world: World, as: Member | undefined, json?: unknown, query = '') {
  const sample = filled(route.sample ?? { params: {} }, world)
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => sample.params?.[name] ?? 'none')
  const hasBody = route.method !== 'GET' && route.method !== 'DELETE'
  return here.request(path + query, { ...as && { as }, method: route.method, ...hasBody && { body: JSON.stringify(json ?? sample.json ?? {}), headers: { 'content-type': 'application/json' } } })
}
const comes = ({ access, sample }: ApiRoute, { people }: World) => {
  const role = sample?.as ?? (access === 'everyone' || access === 'visitor' ? undefined : access === 'signed-in' ? 'learner' : [access].flat()[0])
  return role === undefined ? undefined : people[role as 'learner']
}

test('the document names every route for programs and no other, each with a sentence, its parameters and a name of its own', async () => {
  const here = await school()
  const contract = await contractOf(here)
  assert.deepEqual([contract.openapi, contract.info.title, contract.servers[0]!.url], ['3.1.0', here.policy.name.ru, here.address.origin])
  assert.equal(contract.components.securitySchemes.session.name, 'session')
  const named = Object.entries(contract.paths).flatMap(([path, methods]) => Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`))
  assert.deepEqual(named.sort(), forPrograms.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`).sort())
  assert.deepEqual(routes.filter(({ path, kind }) => path.startsWith('/api/') && kind !== 'api'), [])
  const operations = Object.values(contract.paths).flatMap(methods => Object.values(methods))
  assert.equal(new Set(operations.map(({ operationId }) => operationId)).size, operations.length)
  for (const [path, methods] of Object.entries(contract.paths)) for (const { summary, parameters = [] } of Object.values(methods)) {
    assert.ok(summary.length > 5, path)
    assert.deepEqual(parameters.filter(parameter => parameter.in === 'path').map(({ name }) => `{${name}}`), path.match(/\{\w+\}/g) ?? [])
  }
  assert.notEqual((await contractOf(here, '/kk')).paths['/api/v1/courses']!.get!.summary, (await contractOf(here, '/en')).paths['/api/v1/courses']!.get!.summary)
})

test('each route answers as the document says: to whoever may come, to a visitor, and to a learner where it is for staff', async () => {
  const here = await school()
  const [contract, world] = [await contractOf(here), await worldOf(here)]
  for (const route of forPrograms.filter(({ sample }) => sample)) {
    const { security, responses } = operationOf(contract, route)!
    const is = async (as: Member | undefined) => (await ask(here, route, world, as)).status
    if (security.length) assert.equal(await is(undefined), 401, route.path)
    assert.equal('401' in responses, security.length > 0, route.path)
    const roles = security[0]?.session ?? []
    if (roles.length && !roles.includes('learner')) assert.equal(await is(world.people.learner), 403, route.path)
    assert.equal('403' in responses, roles.length > 0, route.path)
    const status = await is(comes(route, world))
    assert.ok(status < 300 && String(status) in responses, `${route.method} ${route.path} answered ${status}`)
  }
})

test('a body is read by the schema that is written down: the sample fits it, a field too many or too few is refused by name', async () => {
  const here = await school()
  const [contract, world] = [await contractOf(here), await worldOf(here)]
  let looked = 0
  for (const route of forPrograms.filter(({ access }) => access !== 'visitor')) {
    const schema = operationOf(contract, route)!.requestBody?.content['application/json'].schema
    assert.equal(schema === undefined, route.method === 'GET' || route.method === 'DELETE', route.path)
    if (!schema) continue
    assert.equal(schema.additionalProperties, false, route.path)
    if (route.sample) assert.ok(z.fromJSONSchema(schema as never).safeParse(filled(route.sample, world).json ?? {}).success, route.path)
    const refused = async (json: unknown) => {
      const answer = await ask(here, route, world, comes(route, world), json)
      assert.equal(answer.status, 422, `${route.method} ${route.path}: ${await answer.clone().text()}`)
      return (await answer.json() as { error: { code: string; message: string; fields: string[] } }).error.fields
    }
    const sample = filled(route.sample ?? {}, world).json as object
    assert.ok((await refused({ ...sample, shoe_size: 43 })).includes('shoe_size'), route.path)
    for (const name of schema.required ?? []) assert.ok((await refused({ ...sample, [name]: undefined })).includes(name), `${route.path} ${name}`)
    looked++
  }
  assert.ok(looked > 5)
})

test('what comes in the address is read by the document too', async () => {
  const here = await school()
  const { parameters } = (await contractOf(here)).paths['/api/v1/policy']!.get!
  assert.deepEqual(parameters!.map(({ name, required }) => [name, required]), [['version', false]])
  const get = async (query: string) => (await here.request(`/api/v1/policy${query}`)).status
  assert.deepEqual([await get(''), await get('?version=1'), await get('?version=999'), await get('?version=first'), await get('?colour=red')], [200, 200, 404, 422, 422])
})

for (const slug of ['masteryn-quest', 'landscape-photo', 'mexrontal', 'cloudex-learning', 'webstapero-dev-notes'])
  test(`${slug}: a program is asked for the fields of the manifest and nothing else`, async () => {
    const here = await school(slug)
    const { properties, required = [] } = (await contractOf(here)).paths['/api/v1/people']!.post!.requestBody!.content['application/json'].schema
    const fields = fieldsOf(here.policy)
    const guardian = takesMinors(here.policy) ? ['guardian_email'] : []
    assert.deepEqual(Object.keys(properties).filter(name => !['policy', 'agree', 'age'].includes(name)).sort(), [...fields.map(({ name }) => name), ...guardian].sort())
    assert.deepEqual(fields.filter(({ needed }) => needed).filter(({ name }) => !required.includes(name)), [])
    const answer = await here.request('/api/v1/people', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
    assert.equal(answer.status, 422)
    const { error } = await answer.json() as { error: { fields: string[] } }
    assert.deepEqual(required.filter(name => !error.fields.includes(name)), [])
  })
