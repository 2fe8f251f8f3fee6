import { fill } from '#platform/locale.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { action, api, page, raw, type Route } from '#platform/web/web.ts'
import { inSite } from '#platform/database/database.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { approve, decline } from './approve.ts'
import { askDisclosure } from './ask.ts'
import { asCsv, asJson } from './file.ts'
import { grounds, type Ground } from './controls.ts'
import { askForms } from './forms.ts'
import { handOver } from './hand-over.ts'
import { messages } from './messages.ts'
import { CasePage, NewPage, place, RegisterPage, type Named } from './pages.tsx'
import { showDisclosure, showDisclosures } from './show.ts'

const access = ['privacy-officer', 'operator'] as const
const one = `${place}/:id`
const waiting = { params: { id: '$disclosure' } }
const namedIn = ({ policy: { data, recipients } }: Context): Named => ({ kinds: Object.fromEntries(data.map(({ category, what }) => [category, what])), recipients: Object.fromEntries(recipients.map(({ id, name }) => [id, name])) })

/** A page for each ground, and the form on it. */
function asking(ground: Ground): Route[] {
  const path = `${place}/new/${ground}`
  return [
    page(path, { access, sample: {} }, async (ctx: Context) => ({ fields: (await showDisclosures(ctx, {})).fields, named: namedIn(ctx) }),
      (shown, here) => ({ title: messages[`${ground}-title`][here.locale], body: <NewPage ground={ground} {...shown} here={here} /> })),
    action(path, { access, on: path, form: askForms[ground], ...ground === 'law' ? { sample: demand } : { sample: null, why: 'a ground that the school of the test world has not named: disclosures.test.ts' } },
      async (ctx: Context, input: object) => ({ to: `${place}/${(await askDisclosure(ctx, { ground, ...input })).id}`, said: 'disclosures.asked' })),
  ]
}
const demand = { body: { person: '$learner', body: 'Суд города Петропавловска', demand: '№ 14 от 1 декабря 2026 года', article: 'ГПК РК, статья 73', scope: ['accounts.people.registered_at'] } }

export const routes: Route[] = [
  page(place, { access, sample: {} }, async (ctx: Context) => ({ register: await showDisclosures(ctx, {}), named: namedIn(ctx) }),
    (shown, here) => ({ title: messages.title[here.locale], body: <RegisterPage {...shown} here={here} /> })),
  ...grounds.flatMap(asking),
  page(one, { access, sample: waiting }, async (ctx: Context, { params }) => ({ shown: await showDisclosure(ctx, params), named: namedIn(ctx) }),
    (shown, here) => ({ title: fill(messages.case, { number: shown.shown.case.number })[here.locale], body: <CasePage {...shown} here={here} /> })),
  action(`${one}/approve`, { access, on: one, sample: waiting }, async (ctx: Context, _, { params }) => {
    await approve(ctx, params)
    return { to: `${place}/${params.id}`, said: 'disclosures.approved' }
  }),
  action(`${one}/decline`, { access, on: one, sample: waiting }, async (ctx: Context, _, { params }) => {
    await decline(ctx, params)
    return { to: `${place}/${params.id}`, said: 'disclosures.declined' }
  }),
  // A form that answers with a file, once.
  raw('POST', `${one}/file/:format`, { access, on: one, sample: { params: { id: '$disclosureReady', format: 'json' } } }, async (ctx: Context, { params }) => {
    const handed = await reveal(ctx, await handOver(ctx, params))
    const isJson = params.format === 'json'
    return new Response(isJson ? asJson(ctx.site, handed) : asCsv(handed, ctx.locale), {
      headers: { 'content-type': isJson ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="disclosure-${handed.number}.${isJson ? 'json' : 'csv'}"`, 'cache-control': 'private, no-store' },
    })
  }),
  api('GET', '/api/v1/disclosures', { access, does: { ru: 'Реестр передач данных наружу: кому, на каком основании, какие поля. Без имён.', kk: 'Деректерді сыртқа беру тізілімі: кімге, қандай негізбен, қай өрістер. Есімсіз.', en: 'The register of disclosures: to whom, on which ground, which fields. Without names.' }, sample: {} },
    (ctx: Context) => inSite(ctx.db, ctx.site, async db => (await showDisclosures({ ...ctx, db }, {})).cases, askingOf(ctx))),
]
