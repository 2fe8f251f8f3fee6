import { action, page, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { legalMessages as messages } from './messages.ts'
import { HoldsPage, place, placeForm } from './pages.tsx'
import { askToLift, confirmLegalHold, liftLegalHold, placeLegalHold } from './place.ts'
import { showLegalHolds } from './show.ts'

const access = ['privacy-officer', 'operator'] as const
const why = 'takes a hold that two people have in hand; walked in holds.test.ts'

export const legalHoldRoutes: Route[] = [
  page(place, { access, sample: {} }, async (ctx: Context) => ({ ...await showLegalHolds(ctx, {}), names: Object.fromEntries(ctx.policy.data.map(({ category, what }) => [category, what])) }),
    (shown, here) => ({ title: messages['legal-title'][here.locale], body: <HoldsPage shown={shown} here={here} /> })),
  action(place, { access, on: place, form: placeForm, sample: { body: { person: '$learner', category: 'learning.progress', ground: 'Налоговый кодекс РК, статья 48', until: '2027-12-31' } } }, async (ctx: Context, input: object) => {
    await placeLegalHold(ctx, input)
    return { to: place, said: 'rights.legal-placed' }
  }),
  action(`${place}/:id/confirm`, { access, on: place, sample: null, why }, async (ctx: Context, _, { params }) => {
    await confirmLegalHold(ctx, { id: params.id })
    return { to: place, said: 'rights.legal-confirmed' }
  }),
  action(`${place}/:id/end`, { access, on: place, sample: null, why }, async (ctx: Context, _, { params }) => {
    await askToLift(ctx, { id: params.id })
    return { to: place, said: 'rights.legal-asked' }
  }),
  action(`${place}/:id/lift`, { access, on: place, sample: null, why }, async (ctx: Context, _, { params }) => {
    await liftLegalHold(ctx, { id: params.id })
    return { to: place, said: 'rights.legal-lifted' }
  }),
]
