import { readUpload } from '#platform/files/files.ts'
import { Refusal } from '#platform/refusal.ts'
import type { FileFault } from '#platform/ui/ui.ts'
import { action, AlreadyDone, page, raw, Redraw, type At, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { PolicyFaults } from '#trust/policy/policy.ts'
import { withdrawVersion } from '#trust/publication/publication.ts'
import { approveDraft, discardDraft, holdBack, proposeDraft } from './announce.ts'
import { retryLetters, showDelivery } from './delivery.ts'
import { DeliveryPage } from './delivery-page.tsx'
import { DeskPage } from './desk-page.tsx'
import { DraftPage, draftForm, mostBytes, place } from './draft-page.tsx'
import { saveDraft } from './draft.ts'
import { approveForm, proposeForm } from './forms.ts'
import { messages } from './messages.ts'
import { showDesk, showDraft } from './show.ts'

const access = ['privacy-officer', 'operator'] as const
const none = { sample: null, why: 'the school of the test world has no draft: policy-desk.test.ts' }

export const routes: Route[] = [
  page(place, { access, sample: {} }, (ctx: Context) => showDesk(ctx, {}), (shown, here) => ({ title: messages.title[here.locale], body: <DeskPage shown={shown} here={here} /> })),
  page(`${place}/draft`, { access: 'privacy-officer', sample: {} }, (ctx: Context) => showDraft(ctx, {}), (begun, here) => ({ title: messages['draft-title'][here.locale], body: <DraftPage begun={begun} here={here} /> })),
  raw('POST', `${place}/draft`, { access: 'privacy-officer', on: `${place}/draft`, sample: null, why: 'takes files: policy-desk.test.ts sends some, as the officer and as somebody else' }, receiveDraft),
  action(`${place}/propose`, { access: 'privacy-officer', on: place, form: proposeForm, ...none }, async (ctx: Context, input: object) => {
    await proposeDraft(ctx, input)
    return { to: place, said: 'policy-desk.proposed' }
  }),
  action(`${place}/approve`, { access, on: place, form: approveForm, ...none }, async (ctx: Context, input: object) => {
    await approveDraft(ctx, input)
    return { to: place, said: 'policy-desk.approved' }
  }),
  page(`${place}/versions/:version`, { access, sample: { params: { version: '1' } } }, (ctx: Context, { params }) => showDelivery(ctx, params), (shown, here) => ({ title: `${messages.delivery[here.locale]} · ${shown.version.number}`, body: <DeliveryPage shown={shown} here={here} /> })),
  action(`${place}/versions/:version/retry`, { access: 'privacy-officer', on: `${place}/versions/:version`, ...none }, async (ctx: Context, _, { params }) => {
    await retryLetters(ctx, params)
    return { to: `${place}/versions/${params.version}`, said: 'policy-desk.retrying' }
  }),
  action(`${place}/versions/:version/withdraw`, { access: 'privacy-officer', on: place, ...none }, async (ctx: Context, _, { params }) => {
    await withdrawVersion(ctx, params)
    return { to: place, said: 'policy-desk.was-withdrawn' }
  }),
  action(`${place}/hold-back`, { access, on: place, ...none }, async (ctx: Context) => {
    await holdBack(ctx, {})
    return { to: place, said: 'policy-desk.held-back' }
  }),
  action(`${place}/discard`, { access: 'privacy-officer', on: place, ...none }, async (ctx: Context) => {
    await discardDraft(ctx, {})
    return { to: place, said: 'policy-desk.discarded' }
  }),
]

type Asked = Parameters<Parameters<typeof raw<Context>>[3]>[2]

/** A file, where one was chosen, takes the place of the text. Whatever is wrong, the form comes back with all of it. */
async function receiveDraft(ctx: Context, _: At, c: Asked): Promise<Response> {
  const to = (address: string) => c.redirect(c.var.visit.prefix + address, 303)
  const sent = new URLSearchParams()
  try {
    const { fields, files } = await readUpload(c, mostBytes, 2)
    for (const name of ['manifest', 'next'] as const) sent.set(name, (fields.get(name) ?? '').replaceAll('\r\n', '\n'))
    for (const { field, bytes } of files) sent.set(field === 'next-file' ? 'next' : 'manifest', textOf(bytes))
    const [manifest, next] = [sent.get('manifest')!, sent.get('next')!]
    if (!manifest.trim()) throw new Refusal(422, 'policy-desk.empty', {}, { field: 'manifest' })
    if ([manifest, next].some(text => Buffer.byteLength(text) > mostBytes)) throw new Refusal(413, 'policy-desk.too-long')
    if (manifest.includes('\0') || next.includes('\0')) throw new Refusal(422, 'policy-desk.not-text')
    await saveDraft({ ...ctx, once: fields.get('_once') ?? undefined }, { manifest, ...next.trim() && { next }, saving: fields.get('saving') ?? '0' })
    return to(`${place}?said=policy-desk.saved`)
  } catch (error) {
    if (error instanceof AlreadyDone) return to(place)
    if (error instanceof PolicyFaults) throw redrawn(sent, new Refusal(422, 'policy-desk.refused', { count: error.faults.length }), error.faults.map(({ says, ...where }) => ({ ...where, words: says[ctx.locale] })))
    throw error instanceof Refusal && ![401, 403, 404].includes(error.status) ? redrawn(sent, error) : error
  }
}

const redrawn = (sent: URLSearchParams, refusal: Refusal, faults: FileFault[] = []) => new Redraw(`${place}/draft`, draftForm(faults), sent, refusal)

function textOf(bytes: Uint8Array): string {
  try { return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n') } catch { throw new Refusal(422, 'policy-desk.not-text') }
}
