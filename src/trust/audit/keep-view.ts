import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command } from './command.ts'
import { isSelf, type Context } from './context.ts'
import { filtersIn, filterShape } from './filters.ts'

const most = 30
export const ViewName = z.string().trim().min(2).max(80)

/** The views an officer has kept, in the order they kept them: theirs alone. */
export const viewsOf = (db: Database, officer: string | null) =>
  db.selectFrom('audit.views').select(['id', 'name', 'filters']).where('officer', '=', officer).orderBy('made_at').orderBy('id').execute()

/** Keeps a set of filters under a name. Both are sealed: a filter may name a person. */
export const keepView = command('audit.keep-view', {
  input: z.strictObject({ name: ViewName, filters: z.strictObject(filterShape) }),
  load: async ({ actor }: Context) => actor,
  may: actor => actor.role === 'privacy-officer',
  async run(ctx, { person }, { name, filters }) {
    const chosen = filtersIn(filters)
    if (!Object.keys(chosen).length) throw new Refusal(422, 'audit.view-empty')
    if ((await viewsOf(ctx.db, person)).length >= most) throw new Refusal(409, 'audit.enough-views')
    const id = uuidv7()
    const sealed = seal(ctx, { table: 'audit.views', row: id, person: person! }, { name, filters: new URLSearchParams(chosen as Record<string, string>).toString() })
    await ctx.db.insertInto('audit.views').values({ id, officer: person!, made_at: ctx.now, ...sealed }).execute()
    return { id }
  },
  audit: ({ person }, _, { id }) => ({ subject: person, details: id }),
})

export const dropView = command('audit.drop-view', {
  input: z.strictObject({ id: z.uuid() }),
  load: ({ db }: Context, { id }) => db.selectFrom('audit.views').select(['id', 'officer']).where('id', '=', id).executeTakeFirst(),
  may: (actor, { officer }) => actor.role === 'privacy-officer' && isSelf(actor, officer),
  run: ({ db }, { id }) => db.deleteFrom('audit.views').where('id', '=', id).execute(),
  audit: ({ id, officer }) => ({ subject: officer, details: id }),
})
