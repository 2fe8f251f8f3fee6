import { action, page, type Outcome, type Route } from '#platform/web/web.ts'
import { placeInside } from '#platform/place.ts'
import type { Context } from '#trust/audit/audit.ts'
import { identifierOf } from '#people/accounts/accounts.ts'
import { clientOf, deviceCookies, lookAtLink, type Entered } from '#people/sign-in/sign-in.ts'
import { askChange, cancelChange, changeByLink, confirmChange, openChange } from './change-address.ts'
import { acknowledgeCodes, codesOf, renewCodes } from './codes.ts'
import { changeForm, handsForm, recoverForm, resetForm } from './forms.ts'
import { handoverOf, stateOfHandover, stopHandover } from './hands.ts'
import { messages } from './messages.ts'
import { AnswerPage, HandsPage, MyRecoveryPage, RecoverPage, ResetPage } from './pages.tsx'
import { askForReset, recoverByCode, resetByHands, resetPassword } from './reset.ts'

type Typed = { email?: string; login?: string; code?: string; password?: string }
const secret = { head: { robots: 'noindex' as const } }

export const routes: Route[] = [
  page('/recover', { access: 'visitor', sample: {} }, async (ctx: Context) => ({ Fields: recoverForm(ctx.policy).Fields, byEmail: identifierOf(ctx.policy) === 'email' }),
    (shown, here) => ({ title: messages.title[here.locale], body: <RecoverPage {...shown} here={here} /> })),

  action('/recover', { access: 'visitor', on: '/recover', form: (ctx: Context) => recoverForm(ctx.policy), sample: null, why: 'differs by school' },
    async (ctx: Context, typed: Typed, at) => {
      const client = clientOf(at)
      if (identifierOf(ctx.policy) === 'login') return restored(ctx, await recoverByCode(ctx, { ...typed, client }))
      await askForReset(ctx, { email: typed.email, client })
      return { to: '/letter-sent' }
    }),

  page('/recover/:token', { access: 'everyone', sample: { params: { token: 'none' } } },
    async (ctx: Context, { params }) => ({ Fields: resetForm(ctx.policy).Fields, token: params.token!, good: await lookAtLink(ctx.db, 'reset', params.token!, ctx.now) !== undefined }),
    (shown, here) => ({ title: messages.title[here.locale], body: <ResetPage {...shown} here={here} />, ...secret })),

  action('/recover/:token', { access: 'everyone', on: '/recover/:token', form: (ctx: Context) => resetForm(ctx.policy), sample: null, why: 'needs a letter' },
    async (ctx: Context, { password }: { password: string }, at) => restored(ctx, await resetPassword(ctx, { token: at.params.token, password, client: clientOf(at) }))),

  page('/recover/hands/:token', { access: 'everyone', sample: { params: { token: 'none' } } },
    async (ctx: Context, { params }) => ({ ...await stateOfHandover(ctx, params.token!), Fields: handsForm(ctx.policy).Fields }),
    (shown, here) => ({ title: messages.title[here.locale], body: <HandsPage {...shown} here={here} />, ...secret })),

  action('/recover/hands/:token', { access: 'everyone', on: '/recover/hands/:token', form: (ctx: Context) => handsForm(ctx.policy), sample: null, why: 'needs two who work here, and a day' },
    async (ctx: Context, typed: { code: string; password: string }, at) => restored(ctx, await resetByHands(ctx, { ...typed, token: at.params.token, client: clientOf(at) }))),

  page('/me/recovery', { access: 'signed-in', sample: {} },
    async (ctx: Context) => {
      const person = ctx.actor.person!
      const [{ codes }, change, handover] = await Promise.all([codesOf(ctx, {}), openChange(ctx.db, person, ctx.now), handoverOf(ctx.db, person, ctx.now)])
      return { codes, change, handover: handover && { asked: handover.asked_at, opens: handover.opens_at }, Fields: changeForm(ctx.policy).Fields, byEmail: identifierOf(ctx.policy) === 'email' }
    },
    (shown, here) => ({ title: messages.title[here.locale], body: <MyRecoveryPage {...shown} here={here} /> })),

  action('/me/recovery/codes', { access: 'signed-in', sample: {} }, async (ctx: Context) => {
    await renewCodes(ctx, {})
    return { to: '/me/recovery#codes' }
  }),

  action('/me/recovery/codes/kept', { access: 'signed-in', sample: {} }, async (ctx: Context, _, { query }) => {
    await acknowledgeCodes(ctx, {})
    return { to: placeInside(query.next) ?? '/me/recovery', said: 'recovery.codes-noted' }
  }),

  action('/me/recovery/handover/stop', { access: 'signed-in', sample: {} }, async (ctx: Context) => {
    await stopHandover(ctx, {})
    return { to: '/me/recovery', said: 'recovery.handover-stopped' }
  }),

  action('/me/recovery/address', { access: 'signed-in', on: '/me/recovery', form: (ctx: Context) => changeForm(ctx.policy), sample: null, why: 'needs the password of a person' },
    async (ctx: Context, typed: { value: string; current: string }, at) => {
      await askChange(ctx, { ...typed, client: clientOf(at) })
      return { to: '/me/recovery', said: 'recovery.change-asked' }
    }),

  action('/me/recovery/address/confirm', { access: 'signed-in', sample: null, why: 'needs a change that waits' }, async (ctx: Context) => {
    await confirmChange(ctx, {})
    return { to: '/me/recovery', said: 'recovery.changed' }
  }),

  action('/me/recovery/address/cancel', { access: 'signed-in', sample: {} }, async (ctx: Context) => {
    await cancelChange(ctx, {})
    return { to: '/me/recovery', said: 'recovery.cancelled' }
  }),

  page('/address/:token', { access: 'everyone', sample: { params: { token: 'none' } } },
    async (ctx: Context, { params }) => ({ to: `/address/${params.token}`, good: await lookAtLink(ctx.db, 'address', params.token!, ctx.now) !== undefined }),
    (shown, here) => ({ title: messages['address-title'][here.locale], body: <AnswerPage {...shown} words="address" here={here} />, ...secret })),

  action('/address/:token', { access: 'everyone', sample: null, why: 'needs a letter' }, async (ctx: Context, _, { params }) => {
    await changeByLink(ctx, { token: params.token! })
    return { to: '/sign-in', said: 'recovery.changed' }
  }),

  page('/address/keep/:token', { access: 'everyone', sample: { params: { token: 'none' } } },
    async (ctx: Context, { params }) => ({ to: `/address/keep/${params.token}`, good: await lookAtLink(ctx.db, 'keep-address', params.token!, ctx.now) !== undefined }),
    (shown, here) => ({ title: messages['keep-title'][here.locale], body: <AnswerPage {...shown} words="keep" here={here} />, ...secret })),

  action('/address/keep/:token', { access: 'everyone', sample: null, why: 'needs a letter' }, async (ctx: Context, _, { params }) => {
    await cancelChange(ctx, { token: params.token! })
    return { to: '/sign-in', said: 'recovery.cancelled' }
  }),
]

const restored = (ctx: Context, entry: Entered): Outcome => ({ to: '/me', said: 'recovery.restored', session: entry.token, cookies: deviceCookies(ctx, entry) })
