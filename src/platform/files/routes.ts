import { raw, type At } from '#platform/web/web.ts'
import type { FilesContext } from './context.ts'
import { tusCreate, tusDelete, tusHead, tusOptions, tusPatch } from './tus.ts'

const why = 'speaks a protocol with headers of its own: tus.test.ts tries it from another school and as another person'
const parts = { access: 'signed-in', sample: null, why }

type Asked = { req: { raw: Request } }

export const routes = [
  raw('OPTIONS', '/uploads', { access: 'everyone', sample: null, why: 'says what the server can, to everyone alike' }, tusOptions),
  raw('POST', '/uploads', parts, (ctx: FilesContext, _at: At, c: Asked) => tusCreate(ctx, c.req.raw)),
  // Hono answers HEAD by the route of GET.
  raw('GET', '/uploads/:id', parts, (ctx: FilesContext, at: At, c: Asked) => tusHead(ctx, c.req.raw, at.params.id!)),
  raw('PATCH', '/uploads/:id', parts, (ctx: FilesContext, at: At, c: Asked) => tusPatch(ctx, c.req.raw, at.params.id!)),
  raw('DELETE', '/uploads/:id', parts, (ctx: FilesContext, at: At, c: Asked) => tusDelete(ctx, c.req.raw, at.params.id!)),
]
