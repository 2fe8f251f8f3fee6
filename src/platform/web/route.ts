// Routes are data: what answers, for whom, and how a test reaches it. A route that does not say it cannot be written.
import type { z } from 'zod'
import type { Context as Request } from 'hono'
import type { Refusal } from '../refusal.ts'
import type { Here, Html } from '../ui/ui.ts'
import type { Revealed } from '../sealing/sealing.ts'
import type { Text } from '../locale.ts'

/** 'everyone', 'visitor' (signed out only), 'signed-in', 'account' (signed in, the suspended too), or the roles that may come. */
export type Access = 'everyone' | 'visitor' | 'signed-in' | 'account' | (string & {}) | readonly string[]

/** How the generated tests reach a route in its own school. Values that begin with $ name things of the test world. */
export type Sample = { as?: string; params?: Record<string, string>; query?: Record<string, string>; body?: Record<string, string | string[]>; json?: unknown; why?: string }

/** What a request brings along, apart from the context. `view` is the number of the page that answers it. */
export type At = {
  view: string
  params: Record<string, string>
  query: Record<string, string>
  /** Every value of a name that is asked for more than once. */
  all: (name: string) => string[]
  path: string
  token: string | undefined
  cookies: Record<string, string>
  client: { address: string; agent: string }
  /** The browser says no to being followed by itself: Global Privacy Control. */
  refusesByItself: boolean
  /** The browser says that a page of another site led here. */
  fromElsewhere: boolean
}

/** `undo`: the action that takes back what the sentence of `said` tells of. */
export type Drawn = { title: string; body: Html; status?: number; undo?: string | undefined }

export type Cookie = { name: string; value: string | null; seconds?: number; httpOnly?: boolean }
export type Outcome = {
  to: string
  /** The sentence shown after the redirect. */
  said?: `${string}.${string}`
  /** A token sets the session cookie, null clears it. */
  session?: string | null
  cookies?: Cookie[]
}

/** What form() of the ui makes. */
export type Form<Input> = {
  read(sent: URLSearchParams): { ok: true; input: Input } | { ok: false; failed: Failed }
  refuse(sent: URLSearchParams, sentence: Text, problems?: Record<string, Text>): Failed
}
export type Failed = NonNullable<Here['failed']>

type Common = { access: Access; sample: Sample | null; why?: string }
export type PageRoute = Common & { kind: 'page'; method: 'GET'; path: string; load: (ctx: any, at: At) => Promise<any>; draw: (data: any, here: Here) => Drawn }
export type ActionRoute = Common & { kind: 'action'; method: 'POST'; path: string; on?: string; form?: FormFor; run: (ctx: any, input: any, at: At) => Promise<Outcome> }
export type RawRoute = Common & { kind: 'raw'; method: string; path: string; on?: string; run: (ctx: any, at: At, c: Request<any>) => Promise<Response> | Response }
export type ApiRoute = Common & Contract & { kind: 'api'; method: string; path: string; run: (ctx: any, input: any, at: At) => Promise<unknown> }
/** What a program is told of a route: what it does, and what it takes, by which the input is then read. Nothing, unless said. */
type Contract = { does: Text; takes?: z.ZodType | ((ctx: any) => z.ZodType); status?: number }
export type Route = PageRoute | ActionRoute | RawRoute | ApiRoute
/** A form, or what makes it for this school: fields may differ by manifest. */
export type FormFor = Form<any> | ((ctx: any) => Form<any>)

/** A page: `load` reads in the request's transaction, `draw` is a pure function of what was read, after it. */
export const page = <Ctx, Data>(path: string, parts: Common, load: (ctx: Ctx, at: At) => Promise<Data>, draw: (data: Revealed<Data>, here: Here) => Drawn): PageRoute =>
  ({ kind: 'page', method: 'GET', path, ...parts, load, draw })

/** A sent form. What it refuses is drawn again on page `on`, with what was typed. It always ends in a redirect. */
export const action = <Ctx, Input = Record<string, never>>(path: string, parts: Common & { on?: string; form?: FormFor }, run: (ctx: Ctx, input: Input, at: At) => Promise<Outcome>): ActionRoute =>
  ({ kind: 'action', method: 'POST', path, ...parts, run })

/** Streams, files, feeds: answers with its own Response. The context is outside of any transaction. `on` is the page with the form that it takes. */
export const raw = <Ctx>(method: string, path: string, parts: Common & { on?: string }, run: (ctx: Ctx, at: At, c: Request<any>) => Promise<Response> | Response): RawRoute =>
  ({ kind: 'raw', method, path, ...parts, run })

/** Thrown by a raw route that read a form by itself: the page it came from is drawn again, with what was typed and why it is refused. */
export class Redraw extends Error {
  readonly page: string
  readonly form: Form<any>
  readonly sent: URLSearchParams
  readonly refusal: Refusal
  constructor(page: string, form: Form<any>, sent: URLSearchParams, refusal: Refusal) {
    super(refusal.code)
    this.page = page
    this.form = form
    this.sent = sent
    this.refusal = refusal
  }
}

/** JSON for programs: the same commands and queries, errors with the names of the fields. Input is the JSON body, or the query of a GET. */
export const api = <Ctx>(method: string, path: string, parts: Common & Contract, run: (ctx: Ctx, input: any, at: At) => Promise<unknown>): ApiRoute =>
  ({ kind: 'api', method, path, ...parts, run })

/** Undefined when the role may come, else whether to sign in first. */
export function refusedFor(access: Access, actor: { person: string | null; role: string }): 'sign-in' | 'forbidden' | 'signed-in-already' | undefined {
  if (access === 'everyone') return undefined
  if (access === 'visitor') return actor.person ? 'signed-in-already' : undefined
  if (!actor.person) return 'sign-in'
  if (access === 'signed-in' || access === 'account') return undefined
  return [access].flat().includes(actor.role) ? undefined : 'forbidden'
}
