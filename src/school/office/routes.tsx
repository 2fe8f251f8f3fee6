import { Refusal } from '#platform/refusal.ts'
import { action, page } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { declares, fieldsOf, messages as fieldNames } from '#people/accounts/accounts.ts'
import { known } from './given.ts'
import { messages } from './messages.ts'
import { showJobs, showMail, showOverview } from './overview.ts'
import { OfficePage } from './home-page.tsx'
import { JobsPage, MailPage, OutboxPage, SettingsPage, type ShownSettings } from './pages.tsx'
import { sendTestLetter } from './test-letter.ts'

export const routes = [
  page('/office', { access: 'operator', sample: {} }, (ctx: Context) => showOverview(ctx, {}),
    (shown, here) => ({ title: messages.title[here.locale], body: <OfficePage shown={shown} officer={false} here={here} /> })),
  page('/privacy-office', { access: 'privacy-officer', sample: {} }, (ctx: Context) => showOverview(ctx, {}),
    (shown, here) => ({ title: messages['officer-title'][here.locale], body: <OfficePage shown={shown} officer here={here} /> })),
  page('/office/jobs', { access: 'operator', sample: {} }, (ctx: Context) => showJobs(ctx, {}),
    (jobs, here) => ({ title: messages['jobs-title'][here.locale], body: <JobsPage jobs={jobs} here={here} /> })),
  page('/office/mail', { access: 'operator', sample: {} }, (ctx: Context) => showMail(ctx, {}),
    ({ health }, here) => ({ title: messages['mail-title'][here.locale], body: <MailPage health={health} here={here} /> })),
  action('/office/mail/test', { access: 'operator', on: '/office/mail', sample: {} }, async (ctx: Context) => {
    await sendTestLetter(ctx, {})
    return { to: '/office/mail', said: 'office.test-queued' }
  }),
  page('/office/settings', { access: 'operator', sample: {} }, async (ctx: Context) => settingsOf(ctx),
    (shown, here) => ({ title: messages['settings-title'][here.locale], body: <SettingsPage shown={shown} here={here} /> })),
  page('/outbox', { access: 'everyone', sample: null, why: 'exists in a demonstration only; walked in the journeys' }, async ({ site, policy }: Context) => {
    const { mode, outbox } = known()
    if (mode !== 'demo' || !outbox) throw new Refusal(404, 'office.no-outbox')
    return { letters: outbox(site), writes: declares(policy, 'email') }
  }, ({ letters, writes }, here) => ({ title: messages.outbox[here.locale], body: <OutboxPage letters={letters} writes={writes} here={here} /> })),
]

const settingsOf = ({ policy, site, address }: Context): ShownSettings => ({
  name: policy.name, operator: policy.operator.name, bin: policy.operator.bin, address: address.origin, version: String(policy.version.number),
  responsible: policy.operator.responsible.name, fields: fieldsOf(policy).map(({ name }) => fieldNames[name]), file: `sites/${site}/policy.yaml`,
})
