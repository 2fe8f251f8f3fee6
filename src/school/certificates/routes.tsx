import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { form } from '#platform/ui/ui.ts'
import { action, api, page, raw, type Route } from '#platform/web/web.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { CertificatePage, CheckPage } from './certificate-page.tsx'
import { checkCertificate, listCertificates, sealOf, type ShownCertificate } from './find-certificate.ts'
import { messages } from './messages.ts'
import { reissueWith, type FindCompletion } from './issue-certificate.ts'
import { OfficePage, reissueForm, revokeForm } from './office-page.tsx'
import { certificatePdf } from './pdf.ts'
import { revokeCertificate } from './revoke-certificate.ts'
import { showName } from './show-name.ts'

const nameForm = form(z.strictObject({ shown: z.enum(['yes', 'no']) }), { shown: { type: 'hidden' } }, messages)

export const routesWith = (completionOf: FindCompletion): Route[] => [
  reissue(reissueWith(completionOf)),
  page('/certificates', { access: 'everyone', sample: {} }, async (ctx: Context, { query }) => query.number ? certificateAt(ctx, query.number).catch(unknown) : undefined,
    (shown, here) => shown ? certificate(shown, here) : { title: messages['check-title'][here.locale], body: <CheckPage here={here} />, status: here.query.number ? 404 : 200 }),
  page('/certificates/:number', { access: 'everyone', sample: { params: { number: '$certificate' } } }, (ctx: Context, { params }) => certificateAt(ctx, params.number!), certificate),
  raw('GET', '/certificates/:number/pdf', { access: 'signed-in', sample: { params: { number: '$certificate' } } }, async (ctx: Context, { params }) => pdfOf(ctx, params.number!)),
  action('/certificates/:number/name', { access: 'signed-in', form: nameForm, on: '/certificates/:number', sample: { params: { number: '$certificate' }, body: { shown: 'yes' } } },
    async (ctx: Context, { shown }: { shown: 'yes' | 'no' }, { params }) => {
      await showName(ctx, { number: params.number, shown: shown === 'yes' })
      return { to: `/certificates/${params.number}`, said: 'certificates.name-changed' }
    }),
  page('/office/certificates', { access: 'operator', sample: {} }, (ctx: Context) => listCertificates(ctx, {}),
    (rows, here) => ({ title: messages['list-title'][here.locale], body: <OfficePage rows={rows} here={here} /> })),
  action('/office/certificates/revoke', { access: 'operator', form: revokeForm, on: '/office/certificates', sample: { body: { number: '$certificate', reason: 'mistake', why: 'Выдан другому человеку' } } },
    async (ctx: Context, input: object) => {
      await revokeCertificate(ctx, input)
      return { to: '/office/certificates', said: 'certificates.was-revoked' }
    }),
  api('GET', '/api/v1/certificates/:number', { access: 'everyone', does: { ru: 'Проверить сертификат по номеру.', kk: 'Сертификатты нөмірі бойынша тексеру.', en: 'Check a certificate by its number.' }, sample: { params: { number: '$certificate' } } }, async (ctx: Context, _, { params }) => {
    const { number, course, issued_at, holder, revokedAt, revokedFor, genuine } = await inSite(ctx.db, ctx.site, db => checkCertificate({ ...ctx, db }, { number: params.number }), askingOf(ctx))
    return { number, valid: genuine && !revokedAt, course: course.title, issued: issued_at, holder, revoked: revokedAt, reason: revokedFor }
  }),
]

const reissue = (renew: ReturnType<typeof reissueWith>) =>
  action('/office/certificates/reissue', { access: 'operator', form: reissueForm, on: '/office/certificates', sample: null, why: 'needs a completed course; walked in certificates.test.ts' },
    async (ctx: Context, input: object) => {
      await renew(ctx, input)
      return { to: '/office/certificates', said: 'certificates.was-reissued' }
    })

const addressOf = ({ address }: Context, number: string) => new URL(`/certificates/${number}`, address).href

/** What the page shows: the certificate, and where it can be looked up again. */
async function certificateAt(ctx: Context, number: string) {
  const shown = await checkCertificate(ctx, { number })
  return { shown, address: addressOf(ctx, shown.number) }
}

function certificate({ shown, address }: { shown: ShownCertificate; address: string }, here: Parameters<typeof CertificatePage>[0]['here']) {
  return { title: messages.titled[here.locale].replace('{number}', shown.number), body: <CertificatePage shown={shown} address={address} here={here} /> }
}

/** The list of numbers is nobody's: an unknown one leads back to the form, with what was typed. */
function unknown(error: unknown) {
  if (error instanceof Refusal && error.status === 404) return undefined
  throw error
}

async function pdfOf(ctx: Context, number: string): Promise<Response> {
  const shown = await reveal(ctx, await checkCertificate(ctx, { number }))
  if (!shown.mine) throw new Refusal(403, 'common.not-allowed')
  if (shown.revokedAt) throw new Refusal(410, 'certificates.already-revoked')
  const address = addressOf(ctx, shown.number)
  const pdf = await certificatePdf({ number: shown.number, seal: sealOf(shown), holder: String(shown.holder), course: shown.course, issuedAt: shown.issued_at, school: ctx.policy.name[ctx.locale], address, locale: ctx.locale })
  return new Response(new Uint8Array(pdf), { headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${shown.number}.pdf"`, 'cache-control': 'no-store' } })
}
