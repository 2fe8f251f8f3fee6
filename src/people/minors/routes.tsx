import { action, page, raw, type At, type Route } from '#platform/web/web.ts'
import { Refusal } from '#platform/refusal.ts'
import { durationText } from '#trust/law/law.ts'
import type { Context } from '#trust/audit/audit.ts'
import { ruleOf } from '#trust/policy/policy.ts'
import { categoriesOf, Held } from '#trust/rights/rights.ts'
import { ageRuleOf } from '#people/accounts/accounts.ts'
import { conditionsOf } from './conditions.tsx'
import { askGuardian } from './controls.ts'
import { copyGuarded, decideConsent, handOver, showGuarded, withdrawGuardian } from './decide.ts'
import { againForm, moveForm, sureForm } from './forms.ts'
import { handed } from './given.ts'
import { guardianshipOf, takesMinors } from './guardianships.ts'
import { pageOf } from './keys.ts'
import { messages } from './messages.ts'
import { askToMove, move, moving, stayHere } from './move-address.ts'
import { AgainPage, GuardianPage, MovePage, RequestPage, RulesPage, WaitingPage } from './pages.tsx'
import { confirmGuardian, declineGuardian, lookAtRequest } from './say-yes.ts'
import { writeAgain } from './write-again.ts'

const secret = { head: { robots: 'noindex' as const } }
const why = 'opens by a key that is only in a letter; tried in minors.test.ts'
const keyed = ({ params, query }: At) => ({ id: params.id!, key: query.key ?? '' })
const asKey = (key: string | undefined) => `?key=${encodeURIComponent(key ?? '')}`
const here = (at: At) => `/guardian/${at.params.id}${asKey(at.query.key)}`
const one = '/guardian/:id'

/** The letter's page, and what is answered there. */
const answers: Route[] = [
  page('/guardian/confirm/:token', { access: 'everyone', sample: { params: { token: 'none' } } }, async (ctx: Context, { params }) => ({ token: params.token!, ...await lookAtRequest(ctx, params), conditions: conditionsOf(ctx) }),
    (shown, where) => ({ title: messages['ask-title'][where.locale], body: <RequestPage {...shown} here={where} />, ...secret })),
  action('/guardian/confirm/:token', { access: 'everyone', sample: null, why }, async (ctx: Context, _, { params }) => {
    const { id } = await confirmGuardian(ctx, { token: params.token! })
    return { to: pageOf(ctx.site, id), said: 'minors.said-yes' }
  }),
  action('/guardian/decline/:token', { access: 'everyone', sample: null, why }, async (ctx: Context, _, { params }) => {
    await declineGuardian(ctx, { token: params.token! })
    return { to: '/', said: 'minors.said-no' }
  }),
  page('/guardian', { access: 'everyone', sample: {} }, async ({ policy }: Context) => {
    if (!takesMinors(policy)) throw new Refusal(404, 'common.not-found')
    return {}
  }, (_, where) => ({ title: messages['again-title'][where.locale], body: <AgainPage here={where} /> })),
  action('/guardian', { access: 'everyone', on: '/guardian', form: againForm, sample: null, why: 'schools that take no minors have none' }, async (ctx: Context, { email }: { email: string }, { client }) => {
    await writeAgain(ctx, { email, client: { address: client.address } })
    return { to: '/guardian', said: 'minors.again-sent' }
  }),
]

/** The guardian's own page. Every address stands behind a key, so a wrong one is nowhere. */
const guardians: Route[] = [
  page(one, { access: 'everyone', sample: null, why }, async (ctx: Context, at) => {
    const age = ageRuleOf(ctx.policy)
    return { ...await showGuarded(ctx, keyed(at)), id: at.params.id!, asKey: asKey(at.query.key), categories: categoriesOf(ctx.policy), byStatement: age?.asks === 'statement', from: age?.from ?? 18 }
  }, ({ counts, categories, ...shown }, where) => ({
    title: messages['page-title'][where.locale], ...secret,
    body: <GuardianPage shown={{ ...shown, counts: <Held counts={counts} categories={categories} here={where} />, Sure: sureForm.Fields, Move: moveForm.Fields }} here={where} />,
  })),
  ...(['allow', 'forbid'] as const).map(way => action(`${one}/consents/:consent/${way}`, { access: 'everyone', on: one, sample: null, why }, async (ctx: Context, _, at) => {
    await decideConsent(ctx, { ...keyed(at), consent: at.params.consent!, given: way === 'allow' })
    return { to: `${here(at)}#allow`, said: 'minors.changed' }
  })),
  raw('POST', `${one}/copy`, { access: 'everyone', sample: null, why }, async (ctx: Context, at) => {
    const bytes = await copyGuarded(ctx, keyed(at))
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${ctx.site}.zip"`, 'cache-control': 'private, no-store' } })
  }),
  action(`${one}/move`, { access: 'everyone', on: one, form: moveForm, sample: null, why }, async (ctx: Context, { email }: { email: string }, at) => {
    await askToMove(ctx, { ...keyed(at), email })
    return { to: `${here(at)}#address`, said: 'minors.move-sent' }
  }),
  action(`${one}/stay`, { access: 'everyone', on: one, sample: null, why }, async (ctx: Context, _, at) => {
    await stayHere(ctx, keyed(at))
    return { to: `${here(at)}#address`, said: 'minors.stayed' }
  }),
  page(`${one}/address`, { access: 'everyone', sample: null, why }, async (ctx: Context, at) => {
    await moving(ctx, keyed(at))
    return { to: `/guardian/${at.params.id}/address${asKey(at.query.key)}` }
  }, ({ to }, where) => ({ title: messages['move-title'][where.locale], body: <MovePage to={to} here={where} />, ...secret })),
  action(`${one}/address`, { access: 'everyone', on: `${one}/address`, sample: null, why }, async (ctx: Context, _, at) => {
    const { id } = await move(ctx, keyed(at))
    return { to: pageOf(ctx.site, id), said: 'minors.moved' }
  }),
  action(`${one}/end`, { access: 'everyone', on: one, form: sureForm, sample: null, why }, async (ctx: Context, { sure }: { sure: true }, at) => {
    if (ageRuleOf(ctx.policy)?.asks !== 'statement') throw new Refusal(403, 'common.not-allowed')
    await handOver(ctx, { ...keyed(at), sure })
    return { to: '/', said: 'minors.ended' }
  }),
  action(`${one}/withdraw`, { access: 'everyone', on: one, form: sureForm, sample: null, why }, async (ctx: Context, { sure }: { sure: true }, at) => {
    await withdrawGuardian(ctx, { ...keyed(at), sure })
    return { to: '/', said: 'minors.withdrawn' }
  }),
]

export const routes: Route[] = [
  page('/minors', { access: 'everyone', sample: {} }, async (ctx: Context) => {
    const mine = ctx.actor.person ? await guardianshipOf(ctx.db, ctx.actor.person) : undefined
    return { conditions: conditionsOf(ctx), mine: mine?.ended_at ? undefined : mine, reports: handed().takesReports(ctx.policy) }
  }, (shown, where) => ({ title: messages['conditions-lead'][where.locale], body: <RulesPage {...shown} here={where} /> })),
  page('/sign-up/waiting', { access: 'everyone', sample: {} }, async ({ policy }: Context) => ({ within: takesMinors(policy) ? durationText(ruleOf(policy, askGuardian)!.within) : undefined }),
    (shown, where) => ({ title: messages['waiting-title'][where.locale], body: <WaitingPage {...shown} here={where} /> })),
  ...answers,
  ...guardians,
]
