import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { action, api, page } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { CompliancePage } from './compliance-page.tsx'
import { messages } from './messages.ts'
import { dismissNotice } from './notices.ts'
import { PrivacyPage } from './privacy-page.tsx'
import { showCompliance, showPolicy, showVersions } from './show-policy.ts'
import { versionAt, versionsOf } from './versions.ts'
import { VersionsPage } from './versions-page.tsx'

export const routes = [
  page('/privacy', { access: 'everyone', sample: {} }, (ctx: Context) => showPolicy(ctx, {}),
    (shown, { locale }) => ({ title: messages.title[locale], body: <PrivacyPage {...shown} /> })),
  page('/privacy/versions', { access: 'everyone', sample: {} }, (ctx: Context, at) => showVersions(ctx, pick(at.query)),
    (shown, { locale }) => ({ title: messages['versions-title'][locale], body: <VersionsPage {...shown} /> })),
  page('/privacy/versions/:version', { access: 'everyone', sample: { params: { version: '1' } } }, (ctx: Context, at) => showPolicy(ctx, { version: at.params.version }),
    (shown, { locale }) => ({ title: `${messages.title[locale]} · ${shown.standing.number}`, body: <PrivacyPage {...shown} /> })),
  page('/privacy-office/law', { access: ['privacy-officer', 'operator'], sample: {} }, (ctx: Context) => showCompliance(ctx, {}),
    (shown, { locale }) => ({ title: messages['compliance-title'][locale], body: <CompliancePage {...shown} /> })),
  action('/privacy/notices/:version/dismiss', { access: 'signed-in', sample: null, why: 'a school has a coming version only at times' },
    async (ctx: Context, _, at) => { await dismissNotice(ctx, at.params); return { to: '/me' } }),
  api('GET', '/api/v1/policy', {
    access: 'everyone', sample: {}, takes: z.strictObject({ version: z.string().regex(/^[0-9]{1,9}$/).optional() }),
    does: { ru: 'Политика школы: действующая или версия по номеру.', kk: 'Мектеп саясаты: қолданыстағы редакция немесе нөмірі бойынша таңдалғаны.', en: 'The policy of the school: the one in force, or a version by its number.' },
  }, async (ctx: Context, { version }: { version?: string }) => {
    const versions = await inSite(ctx.db, ctx.site, db => versionsOf(db))
    const wanted = version === undefined ? versionAt(versions, ctx.now) : versions.find(({ number }) => String(number) === version)
    if (!wanted) throw new Refusal(404, 'common.not-found')
    const { number, seal, published, announcedAt, inForceFrom, withdrawnAt, reason } = wanted
    return { site: ctx.site, version: number, effective: inForceFrom.toISOString(), announced: announcedAt.toISOString(), ...withdrawnAt && { withdrawn: withdrawnAt.toISOString() }, reason, ...published, seal }
  }),
]

const pick = ({ from, to }: Record<string, string>) => ({ ...from && { from }, ...to && { to } })
