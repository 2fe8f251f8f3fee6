// The contract of /api/v1 for programs, made from the routes themselves: what is written here is what admits and reads a request.
import { z } from 'zod'
import type { Text } from '../locale.ts'
import { api, type ApiRoute, type Route } from './route.ts'
import { isRead, taken } from './run-api.ts'
import type { Ground } from './app.ts'
import { nameFor } from './session-cookie.ts'

export type About = { title: Text; version: string }

/** The routes, and one more that describes those among them that are for programs. */
export function withContract<Ctx extends Ground>(routes: readonly Route[], about: (ctx: Ctx) => About): Route[] {
  const all: Route[] = [...routes, api('GET', '/api/v1/openapi.json', {
    access: 'everyone', sample: {},
    does: { ru: 'Этот документ: что умеет API школы.', kk: 'Осы құжат: мектептің API интерфейсі не істей алады.', en: 'This document: what the API of the school can do.' },
  }, async (ctx: Ctx) => contract(all.filter(route => route.kind === 'api'), ctx, about(ctx)))]
  return all
}

/** OpenAPI 3.1. `security` names the roles that may come; an empty list there means anybody who is signed in. */
function contract(routes: readonly ApiRoute[], ctx: Ground, { title, version }: About) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, ctx) }
  }
  return {
    openapi: '3.1.0', info: { title: title[ctx.locale], version }, servers: [{ url: ctx.address.origin }], paths,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: nameFor(ctx.address) } }, schemas: { Refusal: refusal } },
  }
}

function operation(route: ApiRoute, ctx: Ground) {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name!)
  const input = z.toJSONSchema(taken(route, ctx), { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, object>; required?: string[]; $schema?: string }
  const asked = Object.entries(input.properties ?? {})
  delete input.$schema
  const parameters = [
    ...names.map(name => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...isRead(route) ? asked.map(([name, schema]) => ({ name, in: 'query', required: input.required?.includes(name) ?? false, schema })) : [],
  ]
  return {
    operationId: [route.method.toLowerCase(), ...route.path.split('/').slice(3).map(part => part.replace(/\W/g, ''))].join('-'),
    summary: route.does[ctx.locale],
    security: securityOf(route),
    ...parameters.length && { parameters },
    ...!isRead(route) && { requestBody: { required: true, content: { 'application/json': { schema: input } } } },
    responses: responsesOf(route),
  }
}

const securityOf = ({ access }: ApiRoute) =>
  access === 'everyone' || access === 'visitor' ? [] : [{ session: access === 'signed-in' ? [] : [access].flat() }]

/** Those a program must expect beside a fault: each is a refusal with its code. */
function responsesOf(route: ApiRoute) {
  const { access, status = 200, path } = route
  const closed = access !== 'everyone' && access !== 'visitor'
  const refused = [
    ...closed ? [401] : [], ...closed && access !== 'signed-in' ? [403] : [], ...path.includes(':') ? [404] : [],
    ...access === 'visitor' ? [409] : [], ...isRead(route) ? [] : [400, 415], 422,
  ].sort((one, other) => one - other)
  const answer = { content: { 'application/json': { schema: {} } } }
  const no = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } }
  return Object.fromEntries([[status, { description: 'OK', ...answer }], ...refused.map(each => [each, { description: reasons[each]!, ...no }])])
}

// The phrases of RFC 9110, which are no sentences of ours.
const reasons: Record<number, string> = { 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 409: 'Conflict', 415: 'Unsupported Media Type', 422: 'Unprocessable Content' }

const refusal = {
  type: 'object', required: ['error'],
  properties: { error: { type: 'object', required: ['code', 'message'], properties: { code: { type: 'string' }, message: { type: 'string' }, fields: { type: 'array', items: { type: 'string' } } } } },
}
