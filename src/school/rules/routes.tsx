import { action, page, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { messages } from './messages.ts'
import { askAboutRules, sendRules, showMyRules } from './my-rules.ts'
import { askForm, RulesPage } from './rules-page.tsx'

const why = 'only schools that promise it have the page; walked in rules.test.ts'

export const routes: Route[] = [
  page('/me/rules', { access: 'account', sample: null, why }, (ctx: Context) => showMyRules(ctx, {}),
    (shown, here) => ({ title: messages.title[here.locale], body: <RulesPage {...shown} here={here} /> })),
  action('/me/rules', { access: 'account', on: '/me/rules', form: askForm, sample: null, why }, async (ctx: Context, sent: { words: string }) => {
    const { id } = await askAboutRules(ctx, sent)
    return { to: `/me/enquiries/${id}`, said: 'rules.asked' }
  }),
  action('/me/rules/:id/send', { access: 'account', on: '/me/rules', sample: null, why }, async (ctx: Context, _, { params }) => {
    const { id } = await sendRules(ctx, { id: params.id })
    return { to: `/me/enquiries/${id}`, said: 'rules.sent' }
  }),
]
