import { inSite } from '#platform/database/database.ts'
import { action, api, page, type Route } from '#platform/web/web.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { messages } from './messages.ts'
import { erasedForm, RegisterPage, toldForm } from './register-page.tsx'
import { showRegister, TriedTransfer, tryTransfer } from './register.ts'
import { markErased, markTold } from './tell-recipients.ts'

export const routes: Route[] = [
  page('/privacy-office/recipients', { access: 'privacy-officer', sample: {} }, (ctx: Context) => showRegister(ctx, {}),
    (register, here) => ({ title: messages.title[here.locale], body: <RegisterPage register={register} here={here} /> })),
  action('/privacy-office/recipients/:id/told', { access: 'privacy-officer', on: '/privacy-office/recipients', form: toldForm, sample: null, why: 'needs a transfer and an erasure; walked in processors.test.ts' },
    async (ctx: Context, input: { way: string }, { params }) => {
      await markTold(ctx, { id: params.id, ...input })
      return { to: '/privacy-office/recipients#notices', said: 'processors.marked' }
    }),
  action('/privacy-office/recipients/:id/erased', { access: 'privacy-officer', on: '/privacy-office/recipients', form: erasedForm, sample: null, why: 'needs a call that was made; walked in backups.test.ts' },
    async (ctx: Context, input: { confirmation: string }, { params }) => {
      await markErased(ctx, { id: params.id, ...input })
      return { to: '/privacy-office/recipients#notices', said: 'processors.marked' }
    }),
  api('POST', '/api/v1/egress/probe', {
    access: 'privacy-officer', takes: TriedTransfer,
    does: { ru: 'Проверяет, выпустят ли ворота такие поля по такому адресу. Ничего не отправляется.', kk: 'Осындай өрістер осындай мекенжайға шығарыла ма, соны тексереді. Ештеңе жіберілмейді.', en: 'Tries whether the gate would let such fields out to such a host. Nothing is sent.' },
    sample: { json: { host: 'unknown.example', fields: ['email'] } },
  }, (ctx: Context, input: object) => inSite(ctx.db, ctx.site, db => tryTransfer({ ...ctx, db }, input), askingOf(ctx))),
]
