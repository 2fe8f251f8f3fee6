import { sql } from 'kysely'
import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { addDuration } from '#trust/law/law.ts'
import { cookiesFor } from '#trust/consent/consent.ts'
import { control, Duration, durationSlots, isDeclared, judge, type SiteContext } from '#trust/policy/policy.ts'
import { countedTransfers } from '#trust/processors/processors.ts'
import { messages } from './messages.ts'
import { mayGoOutside, recipientIn, told } from './outside.ts'

/** What can be kept of a visit. The page with its time is the least; everything else stands in the rule or is not written. */
export const tied = ['page', 'duration', 'clicks', 'device', 'browser', 'system', 'address'] as const
/** What can be counted without pointing to anybody. */
export const untied = ['page', 'duration', 'clicks', 'device', 'browser', 'system', 'network', 'country'] as const
export type Field = (typeof tied)[number] | (typeof untied)[number]

/** The columns that are filled for a field, and for nothing else. */
const columns = { duration: 'seconds', clicks: 'element', device: 'device', browser: 'browser', system: 'system' } as const

/** Visits of a member are written down for them: `keeps` always, `asked` once they have allowed analytics. A guest is only counted. */
export const recordVisits = control('record', 'visits', {
  rule: z.strictObject({ keeps: z.array(z.enum(tied)), asked: z.array(z.enum(tied)).optional(), purpose: z.string() }),
  kind: 'invariant',
  async prove({ keeps, asked = [], purpose }, { db, policy }) {
    const named: readonly Field[] = [...keeps, ...asked]
    const strange = Object.entries({ ...columns, address: 'address' }).filter(([field]) => !named.includes(field as Field)).map(([, column]) => column)
    const { rows: [found] } = await sql<{ rows: number; strange: number }>`
      select count(*)::int as rows, count(*) filter (where ${strange.length ? sql`num_nonnulls(${sql.join(strange.map(column => sql.ref(column)))}) > 0` : sql`false`} or purpose <> ${purpose})::int as strange
      from interaction.visits`.execute(db)
    const undescribed = isDeclared(policy, category) && policy.purposes.some(({ id }) => id === purpose) ? 0 : 1
    return judge(found!.rows, found!.strange + undescribed, fill(messages['found-visits'], { rows: found!.rows, strange: found!.strange }))
  },
})

/** Visits are counted and nobody is written down: no person, no session, no address finer than a network. */
export const anonymiseVisits = control('anonymise', 'visits', {
  rule: z.strictObject({ keeps: z.array(z.enum(untied)), asked: z.array(z.enum(untied)).optional() }),
  kind: 'invariant',
  async prove({ keeps, asked = [] }, { db }) {
    const named: readonly Field[] = [...keeps, ...asked]
    const strange = Object.entries(columns).filter(([field]) => !named.includes(field as Field)).map(([, column]) => sql`${sql.ref(column)}::text not in ('', '0')`)
    const { rows: [found] } = await sql<{ views: number; tied: number; strange: number; networks: number; fine: number; placed: number }>`
      select (select coalesce(sum(views), 0)::int from interaction.counts) as views, (select count(*)::int from interaction.visits) as tied,
        (select count(*)::int from interaction.counts where ${strange.length ? sql.join(strange, sql` or `) : sql`false`}) as strange,
        (select count(*)::int from interaction.networks) as networks,
        (select count(*)::int from interaction.networks where masklen(network::cidr) > case family(network::cidr) when 4 then 24 else 48 end) as fine,
        (select count(*)::int from interaction.networks where country <> '') as placed`.execute(db)
    const { views, tied, strange: filled, networks, fine, placed } = found!
    const undeclared = filled + (named.includes('network') ? 0 : networks) + (named.includes('country') ? 0 : placed)
    return judge(views, tied + undeclared + fine, fill(messages['found-counts'], { views, tied, networks, fine }))
  },
})

/** Counts of visits are kept for their time too, though they are about nobody. */
export const retainCounts = control('retain', 'visit-counts', {
  rule: z.strictObject({ for: Duration }),
  kind: 'invariant',
  slots: rule => durationSlots('for', rule.for),
  async enforce(rule, ctx) {
    const end = addDuration(ctx.now, rule.for, -1)
    await Promise.all([ctx.db.deleteFrom('interaction.counts').where('hour', '<', end).execute(), sql`delete from interaction.networks where day < ${end}`.execute(ctx.db)])
  },
  async prove(rule, ctx) {
    const { all, due } = await counted(ctx, new Date(addDuration(ctx.now, rule.for, -1).getTime() - 2 * 3_600_000))
    return judge(all, due, fill(messages['found-terms'], { all, late: due }))
  },
  due: (rule, ctx) => counted(ctx, addDuration(ctx.now, rule.for, -1)),
})

async function counted({ db }: Pick<SiteContext, 'db'>, end: Date) {
  const { rows: [count] } = await sql<{ all: number; due: number }>`select count(*)::int as all, count(*) filter (where hour < ${end})::int as due from interaction.counts`.execute(db)
  return { all: count?.all ?? 0, due: count?.due ?? 0 }
}

/** A service outside learns how often pages are opened, once a browser has allowed it, and nothing that points to anybody. */
export const discloseViews = control('disclose', 'visit-counts', {
  rule: z.strictObject({ to: z.string() }),
  kind: 'invariant',
  async prove({ to }, ctx) {
    const recipient = recipientIn(ctx.policy)
    const declared = recipient?.ground === 'analytics' && !recipient.data.length && recipient.fields.every(field => told.some(name => name === field)) ? 0 : 1
    const [counted, { rows: [found] }] = await Promise.all([countedTransfers(ctx.db), sql<{ waiting: number; pointing: number }>`
      select count(*)::int as waiting, count(*) filter (where page ~ '[?@]|[0-9a-f]{8}-[0-9a-f]{4}')::int as pointing from interaction.outside`.execute(ctx.db)])
    const own = counted.filter(({ recipient }) => recipient === to)
    const sum = (of: 'times' | 'tied') => own.reduce((all, each) => all + Number(each[of]), 0)
    const [sent, tied] = [sum('times'), sum('tied')]
    const extra = own.filter(({ fields }) => fields.some(field => !told.some(name => name === field))).length
    const { tried, wrong } = tryChoices(ctx)
    const { waiting, pointing } = found!
    const strange = tied + extra + pointing
    return judge(sent + tried, declared + strange + wrong, fill(messages['found-outside'], { sent, waiting, strange, tried, wrong: wrong + declared }))
  },
})

/** Before a choice, after a no, after a yes, and a yes in a browser that refuses by itself: only the third is counted. */
function tryChoices(ctx: SiteContext) {
  const jar = (analytics: boolean) => ({ 'cookie-choice': cookiesFor(ctx, { functional: false, analytics })[0]!.value! })
  const tries: [cookies: Record<string, string>, refusesByItself: boolean, counted: boolean][] = [[{}, false, false], [jar(false), false, false], [jar(true), false, true], [jar(true), true, false]]
  const wrong = tries.filter(([cookies, refusesByItself, counted]) => (mayGoOutside({ policy: ctx.policy, locale: 'ru' }, { cookies, refusesByItself }) !== undefined) !== counted).length
  return { tried: tries.length, wrong }
}

/** The kind of data that rows of visits are, in the manifest. */
export const category = 'technical.interaction'
