import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, type Context } from '#trust/audit/audit.ts'

export const Suggestion = z.strictObject({ words: z.string().trim().min(10).max(4000) })

/** A word to the school alone: it is never published. */
export const suggest = command('catalogue.suggest', {
  input: Suggestion,
  load: async (ctx: Context) => ctx.actor.person ?? undefined,
  may: actor => actor.person !== null,
  async run(ctx, person, { words }) {
    const id = uuidv7()
    await ctx.db.insertInto('catalogue.suggestions').values({ id, person, written_at: ctx.now, ...seal(ctx, { table: 'catalogue.suggestions', row: id, person }, { words }) }).execute()
    return id
  },
  audit: subject => ({ subject }),
})

export const readSuggestion = command('catalogue.read-suggestion', {
  input: z.strictObject({ suggestion: z.uuid() }),
  load: ({ db }: Context, { suggestion }) => db.selectFrom('catalogue.suggestions').select(['id', 'person', 'read_at']).where('id', '=', suggestion).forUpdate().executeTakeFirst(),
  may: actor => actor.role === 'operator',
  async run({ db, now }, { id, read_at }) {
    if (read_at) throw new Refusal(409, 'catalogue.judged-already')
    await db.updateTable('catalogue.suggestions').set({ read_at: now }).where('id', '=', id).execute()
  },
  audit: ({ person }) => ({ subject: person }),
})
