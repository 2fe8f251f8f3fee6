import { sql } from 'kysely'
import { z } from 'zod'
import { dateIn } from '#platform/clock/clock.ts'
import type { Locale } from '#platform/locale.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { namedIn, type Supplement } from './controls.ts'
import type { Said } from './read-files.ts'

export type Kept = { id: string; version: number; from: string; said: Said; seal: string }
export type InForce = Kept & Pick<Supplement, 'for' | 'course'>

const all = (db: Context['db']) => db.selectFrom('supplements.texts').select(['id', 'version', sql<string>`to_char(applies_from, 'YYYY-MM-DD')`.as('from'), sql<Said>`said`.as('said'), 'seal']).orderBy('id').orderBy('version')

/** What applies today beside the policy, each in its latest version that has begun. */
export async function inForce(ctx: Pick<Context, 'db' | 'policy' | 'now' | 'zone'>): Promise<InForce[]> {
  const named = namedIn(ctx.policy)
  if (!named.length) return []
  const today = dateIn(ctx.now, ctx.zone)
  const kept = (await all(ctx.db).execute()).filter(({ from }) => from <= today)
  return named.flatMap(({ id, version, for: whom, course }) => {
    const found = kept.findLast(each => each.id === id && each.version <= version)
    return found ? [{ ...found, for: whom, ...course && { course } }] : []
  })
}

/** As it goes into a message: title, version, day and the whole text. */
export const asPlain = ({ said }: Pick<Kept, 'said'>, locale: Locale): string => `${said[locale].title}\n\n${said[locale].text}`

export const showAll = query('supplements.list', {
  input: z.strictObject({}),
  find: async (ctx: Context) => namedIn(ctx.policy).length ? { supplements: await inForce(ctx) } : undefined,
  may: () => true,
  reveals: () => [],
})

/** One of them, the version that is asked for or the one in force, and which others there have been. */
export const showSupplement = query('supplements.show', {
  input: z.strictObject({ id: z.string().max(61), version: z.string().regex(/^\d{1,6}$/).optional() }),
  async find(ctx: Context, { id, version }) {
    const [versions, standing] = await Promise.all([all(ctx.db).where('id', '=', id).execute(), inForce(ctx)])
    const current = standing.find(each => each.id === id)
    const shown = version ? versions.find(each => String(each.version) === version) : current ?? versions.at(-1)
    return shown && { shown, current: current?.version, versions: versions.map(({ version, from }) => ({ version, from })) }
  },
  may: () => true,
  reveals: () => [],
})
