import { z } from 'zod'
import { placeInside } from '#platform/place.ts'
import { form } from '#platform/ui/ui.ts'
import { action, raw, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { clientOf, signInByLink } from '#people/sign-in/sign-in.ts'
import { messages } from './messages.ts'
import { enterAs, type DemoPerson } from './people.ts'

const keyForm = form(z.strictObject({ key: z.string().max(60) }), { key: { type: 'hidden' } }, messages)

/** Only a demonstration has these: whoever comes is let in as whom they name. */
export const demoRoutes = (peopleOf: (ctx: Context) => readonly DemoPerson[]): Route[] => [
  action('/demo/enter', { access: 'everyone', form: keyForm, sample: null, why: 'a demonstration only' }, async (ctx: Context, { key }: { key: string }, at) => {
    const token = await enterAs(ctx, peopleOf(ctx).find(person => person.key === key))
    return { to: '/me', said: 'demo.entered', session: (await signInByLink(ctx, { token, client: clientOf(at) })).token }
  }),
  // The list of schools stands on another host: it leads here with a token that works once.
  raw('GET', '/demo/enter/:token', { access: 'everyone', sample: null, why: 'a demonstration only' }, async (ctx: Context, at, c) => {
    const { token } = await signInByLink(ctx, { token: at.params.token, client: clientOf(at) })
    const secure = ctx.address.protocol === 'https:'
    c.header('Set-Cookie', `${secure ? '__Host-' : ''}session=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=7776000${secure ? '; Secure' : ''}`)
    return c.redirect(c.var.visit.prefix + (placeInside(at.query.to) ?? '/me'), 303)
  }),
]
