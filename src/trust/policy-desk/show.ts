import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { boundsOf, coming, lastStanding, manifestOf, versionAt, versionsOf, type Bounds, type PublishedVersion } from '#trust/publication/publication.ts'
import { mayRead, openDraft, type Draft } from './draft.ts'
import { effectOf, type Effect } from './effect.ts'

export type OnDesk = { draft: Omit<Draft, 'manifest' | 'next' | 'published'>; effect: Effect; summary: Draft['published']['change']; /** What holds for its announcement now, or why it cannot be announced at all. */ bounds: Bounds | undefined; why: Refusal['code'] | undefined; own: boolean }
export type Desk = { versions: PublishedVersion[]; current: number | undefined; coming: number; desk: OnDesk | undefined }

/** The versions, and the draft with what it changes against the version it would follow. */
export const showDesk = query('policy-desk.show', {
  input: z.strictObject({}),
  async find(ctx: Context): Promise<Desk> {
    const [versions, found] = await Promise.all([versionsOf(ctx.db), openDraft(ctx.db)])
    return { versions, current: versionAt(versions, ctx.now)?.number, coming: coming(versions, ctx.now).length, desk: found && onDesk(ctx, found, versions) }
  },
  may: mayRead,
  reveals: () => [],
})

function onDesk(ctx: Context, { manifest: _, next: __, published, ...draft }: Draft, versions: PublishedVersion[]): OnDesk {
  return {
    draft, effect: effectOf(lastStanding(versions).published, published, draft.counts), summary: published.change,
    ...boundsOrWhyNot(ctx, { seal: draft.seal, change: published.change }, versions), own: [draft.asked_by, draft.saved_by].includes(ctx.actor.person),
  }
}

function boundsOrWhyNot(ctx: Context, proposed: Parameters<typeof boundsOf>[1], versions: PublishedVersion[]): Pick<OnDesk, 'bounds' | 'why'> {
  try { return { bounds: boundsOf(ctx, proposed, versions), why: undefined } } catch (error) {
    if (error instanceof Refusal) return { bounds: undefined, why: error.code }
    throw error
  }
}

/** What the form of a draft begins with: the draft, else the latest version as it was written. */
export const showDraft = query('policy-desk.show-draft', {
  input: z.strictObject({}),
  async find({ db }: Context) {
    const [draft, latest] = await Promise.all([openDraft(db), manifestOf(db)])
    const { manifest, next } = draft ?? latest
    return { manifest, next, saving: draft?.saving ?? 0 }
  },
  may: mayRead,
  reveals: () => [],
})
