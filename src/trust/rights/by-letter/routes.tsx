import { action, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { confirmRequest, disownRequest, eraseAsker } from './requests.ts'

const why = 'a request by letter is walked in src/people/support/requests-by-letter.test.ts'

export const byLetterRoutes: Route[] = [
  action('/me/data/requests/:id/confirm', { access: 'account', on: '/me/data/requests/:id', sample: null, why }, async (ctx: Context, _, { params }) => {
    await confirmRequest(ctx, params)
    return { to: `/me/data/requests/${params.id}`, said: 'rights.confirmed' }
  }),
  action('/me/data/requests/:id/disown', { access: 'account', on: '/me/data/requests/:id', sample: null, why }, async (ctx: Context, _, { params }) => {
    await disownRequest(ctx, params)
    return { to: '/me/data#requests', said: 'rights.disowned' }
  }),
  action('/privacy-office/requests/:id/erase', { access: 'privacy-officer', on: '/privacy-office/requests/:id', sample: null, why }, async (ctx: Context, _, { params }) => {
    const erasure = await eraseAsker(ctx, params)
    return { to: `/erased/${erasure}`, said: 'rights.erase-began' }
  }),
]
