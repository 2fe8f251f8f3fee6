import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { dateInWords } from '#platform/ui/ui.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { lawProfile } from '#trust/law/law.ts'
import { boundsOf, oneAtATime, publish, readManifest, versionsOf, type Bounds } from '#trust/publication/publication.ts'
import { countAll, filesOf, inLog, mayDraft, mayRead, openDraft, type Draft } from './draft.ts'

export const Proposed = z.strictObject({ date: z.iso.date(), hour: z.coerce.number().int().min(0).max(23) })
const nothing = z.strictObject({})

/** The draft, and what holds for its announcement now. Nobody else announces until this transaction is over. */
async function onDesk(ctx: Context): Promise<{ draft: Draft; bounds: () => Bounds; count: number } | undefined> {
  await oneAtATime(ctx)
  const [draft, versions] = await Promise.all([openDraft(ctx.db), versionsOf(ctx.db)])
  return draft && { draft, count: versions.length, bounds: () => boundsOf(ctx, { seal: draft.seal, change: draft.published.change }, versions) }
}

/** An hour of a date, where the school is. */
const momentOf = ({ zone, policy }: Context, date: string, hour: number) => {
  const timeZone = zone || lawProfile(policy.law)['time-zone']
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) }).epochMilliseconds)
}

/** The first full hour that a moment allows: whoever chooses a date is offered nothing that would be refused. */
export const nextHour = (moment: Date) => new Date(Math.ceil(moment.getTime() / 3_600_000) * 3_600_000)

function holdToLead(ctx: Context, from: Date, { notBefore }: Bounds, status: 409 | 422) {
  if (from >= notBefore) return
  throw new Refusal(status, 'policy-desk.too-soon', { earliest: dateInWords(nextHour(notBefore), ctx.locale, 'moment', ctx.zone) }, status === 422 ? { field: 'date' } : {})
}

/** The officer chooses from when the draft is to apply. Another person has to approve before anybody is told. */
export const proposeDraft = command('policy-desk.propose', {
  input: Proposed,
  load: onDesk,
  may: mayDraft,
  async run(ctx, { draft, bounds }, { date, hour }) {
    const from = momentOf(ctx, date, hour)
    if (from.getTime() - ctx.now.getTime() > 2 * 366 * 86_400_000) throw new Refusal(422, 'policy-desk.too-far', {}, { field: 'date' })
    holdToLead(ctx, from, bounds(), 422)
    await ctx.db.updateTable('policy_desk.drafts')
      .set({ wished_from: from, asked_at: ctx.now, asked_by: ctx.actor.person, counts: JSON.stringify(await countAll(ctx)), counted_at: ctx.now }).where('id', '=', draft.id).execute()
    return { from }
  },
  audit: ({ draft }) => inLog(draft),
})

/**
 * The second hand: the version is published and everyone is told. The lead is reckoned from now: what was in time when it was proposed may be too soon today.
 * What is announced is what was read: `saving` names it.
 */
export const approveDraft = command('policy-desk.approve', {
  input: z.strictObject({ saving: z.coerce.number().int() }),
  load: onDesk,
  may: mayRead,
  async run(ctx, { draft, bounds, count }, { saving }) {
    const { db, now, actor } = ctx
    if (!draft.wished_from) throw new Refusal(409, 'policy-desk.not-proposed')
    if (draft.saving !== saving) throw new Refusal(409, 'policy-desk.changed-meanwhile')
    if ([draft.asked_by, draft.saved_by].includes(actor.person)) throw new Refusal(403, 'policy-desk.another-person')
    const [from, held, number] = [draft.wished_from, bounds(), count + 1]
    holdToLead(ctx, from, held, 409)
    const files = filesOf(draft.manifest, draft.next)
    await publish(ctx, { number, policy: readManifest(files), files, plan: { from, reason: held.reason, affects: held.affects } })
    await db.updateTable('policy_desk.drafts').set({ announced_as: number, announced_at: now, announced_by: actor.person }).where('id', '=', draft.id).execute()
    return { number, from }
  },
  audit: (_, __, { number }) => ({ subject: null, thing: `version:${number}` }),
})

/** The proposed date is taken back; the draft stays. Either hand may do it. */
export const holdBack = command('policy-desk.hold-back', {
  input: nothing,
  load: async ({ db }: Context) => openDraft(db),
  may: mayRead,
  async run({ db }, draft) {
    if (!draft.asked_at) throw new Refusal(409, 'policy-desk.not-proposed')
    await db.updateTable('policy_desk.drafts').set({ wished_from: null, asked_at: null, asked_by: null }).where('id', '=', draft.id).execute()
  },
  audit: inLog,
})

/** The draft leaves the desk; what is published stays as it is. */
export const discardDraft = command('policy-desk.discard', {
  input: nothing,
  load: async ({ db }: Context) => openDraft(db),
  may: mayDraft,
  run: ({ db, now }, draft) => db.updateTable('policy_desk.drafts').set({ discarded_at: now, wished_from: null, asked_at: null, asked_by: null }).where('id', '=', draft.id).execute(),
  audit: inLog,
})
