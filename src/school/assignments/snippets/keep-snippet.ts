import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'

const most = 200
export const SnippetText = z.string().trim().max(1_000)

/** A new snippet, or one of one's own written anew. A language without words is a language it does not have. */
export const keepSnippet = command('assignments.keep-snippet', {
  input: z.strictObject({ id: z.uuid().optional(), ru: SnippetText.default(''), kk: SnippetText.default(''), en: SnippetText.default('') })
    .refine(({ ru, kk, en }) => ru || kk || en, { path: ['ru'] }),
  load: async (ctx: Context, { id }): Promise<{ id?: string; teacher: string | null } | undefined> => id ? mine(ctx, id) : { teacher: ctx.actor.person },
  may: (actor, { teacher }) => actor.role === 'teacher' && isSelf(actor, teacher),
  async run(ctx, { id: known, teacher }, { ru, kk, en }) {
    const id = known ?? uuidv7()
    const sealed = seal(ctx, { table: 'assignments.snippets', row: id, person: teacher! }, { ru: ru || null, kk: kk || null, en: en || null })
    if (known) await ctx.db.updateTable('assignments.snippets').set(sealed).where('id', '=', id).execute()
    else {
      const { had } = await ctx.db.selectFrom('assignments.snippets').select(({ fn }) => fn.countAll<string>().as('had')).where('teacher', '=', teacher).executeTakeFirstOrThrow()
      if (Number(had) >= most) throw new Refusal(409, 'assignments.enough-snippets')
      await ctx.db.insertInto('assignments.snippets').values({ id, teacher: teacher!, made_at: ctx.now, ...sealed }).execute()
    }
    return { id }
  },
  audit: ({ teacher }, _, { id }) => ({ subject: teacher, details: id }),
})

export const removeSnippet = command('assignments.remove-snippet', {
  input: z.strictObject({ id: z.uuid() }),
  load: (ctx: Context, { id }) => mine(ctx, id),
  may: (actor, { teacher }) => actor.role === 'teacher' && isSelf(actor, teacher),
  run: ({ db }, { id }) => db.deleteFrom('assignments.snippets').where('id', '=', id).execute(),
  audit: ({ id, teacher }) => ({ subject: teacher, details: id }),
})

const mine = ({ db }: Context, id: string) => db.selectFrom('assignments.snippets').select(['id', 'teacher']).where('id', '=', id).executeTakeFirst()
