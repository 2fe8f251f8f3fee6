import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import type { Database } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, type Actor, type Context } from '#trust/audit/audit.ts'
import { rowsOfKinds } from '#trust/collection/collection.ts'
import { everyone, publishedOf, readManifest, type Published } from '#trust/publication/publication.ts'

/** Only who answers for privacy writes the policy; the operator reads along, because their hand may be the second. */
export const mayDraft = ({ role }: Pick<Actor, 'role'>): boolean => role === 'privacy-officer'
export const mayRead = ({ role }: Pick<Actor, 'role'>): boolean => role === 'privacy-officer' || role === 'operator'

const columns = ['id', 'number', 'manifest', 'next', 'seal', 'published', 'counts', 'counted_at', 'saving', 'saved_at', 'saved_by', 'wished_from', 'asked_at', 'asked_by'] as const
/** How many people have an account, and how many rows hold something of each kind of data. */
export type Counts = { people: number; rows: Record<string, number> }
export type Draft = NonNullable<Awaited<ReturnType<typeof openDraft>>>

/** The draft on the desk: a school has one at a time. */
export const openDraft = (db: Database) => db.selectFrom('policy_desk.drafts').select([...columns]).where('announced_as', 'is', null).where('discarded_at', 'is', null).executeTakeFirst()
  .then(found => found && { ...found, number: Number(found.number), published: found.published as unknown as Published, counts: found.counts as unknown as Counts })

export const filesOf = (manifest: string, next: string | null | undefined) => ({ file: 'policy.yaml', text: manifest, ...next && { next: { file: 'policy.next.yaml', text: next } } })

/** What a change can touch, counted now. */
export async function countAll({ db, map }: Context): Promise<Counts> {
  const [people, rows] = await Promise.all([everyone(db), rowsOfKinds(db, map)])
  return { people: people.length, rows }
}

export const inLog = ({ number }: { number: number }) => ({ subject: null, thing: `draft:${number}` as const })

/** Puts a manifest on the desk, or a newer saving over the one that lies there. A proposed announcement is taken back by that: its words have changed. */
export const saveDraft = command('policy-desk.save', {
  input: z.strictObject({ manifest: z.string(), next: z.string().optional(), saving: z.coerce.number().int().min(0) }),
  // What cannot be kept is no draft: it is thrown with file, line and column before there is a transaction.
  prepare: async (_: Context, { manifest, next }) => readManifest(filesOf(manifest, next)),
  load: async ({ db }: Context) => ({ draft: await openDraft(db) }),
  may: mayDraft,
  async run(ctx, { draft }, { manifest, next = null, saving }, policy) {
    const { db, now, actor } = ctx
    if ((draft?.saving ?? 0) !== saving) throw new Refusal(409, 'policy-desk.saved-meanwhile')
    const values = { manifest, next, seal: policy.seal, published: JSON.stringify(publishedOf(policy)), counts: JSON.stringify(await countAll(ctx)), counted_at: now, saving: saving + 1, saved_at: now, saved_by: actor.person }
    if (!draft) return { number: Number((await db.insertInto('policy_desk.drafts').values({ id: uuidv7(), ...values }).returning('number').executeTakeFirstOrThrow()).number) }
    await db.updateTable('policy_desk.drafts').set({ ...values, wished_from: null, asked_at: null, asked_by: null }).where('id', '=', draft.id).execute()
    return { number: draft.number }
  },
  audit: (_, __, saved) => inLog(saved),
})
