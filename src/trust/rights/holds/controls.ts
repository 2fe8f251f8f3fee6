// The way of a hold, walked in a twin of the school: two people, the lock, the day. Beside it, nothing that lies apart is past its end.
import { sql } from 'kysely'
import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { logFault } from '#platform/fault.ts'
import { fill } from '#platform/locale.ts'
import { settle } from '#platform/obligations/obligations.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { control, judge, seldom, type SiteContext } from '#trust/policy/policy.ts'
import { readAs } from '#trust/purposes/purposes.ts'
import { given, walkerIn } from '../parts.ts'
import { endKind, keepHeld } from './keep.ts'
import { legalMessages as messages } from './messages.ts'
import { confirmLegalHold, holdable, placeLegalHold } from './place.ts'
import { legalHoldsOf } from './standing.ts'

const walked = seldom(async (site: SiteContext): Promise<boolean[]> => {
  const [person, officer, operator] = [await walkerIn(site, 'learner'), await walkerIn(site, 'privacy-officer'), await walkerIn(site, 'operator')]
  try {
    return await walk(person.ctx, officer.ctx, operator.ctx)
  } catch (error) {
    logFault('rights.legal-hold-walk', error)
    return [false]
  } finally {
    for (const each of [person, officer, operator]) await each.leave()
  }
})

async function walk(person: Context, officer: Context, operator: Context): Promise<boolean[]> {
  const who = person.actor.person!
  const has = (category: string) => holdable(person).some(data => data.category === category)
  const category = has('account.name') ? 'account.name' : 'account.login'
  const until = person.now.toTemporalInstant().toZonedDateTimeISO(person.zone).add({ days: 3 }).toPlainDate().toString()
  const id = await placeLegalHold(officer, { person: who, category, ground: 'Налоговый кодекс РК, статья 48', until })
  const alone = await confirmLegalHold(officer, { id }).then(() => false, () => true)
  const found = [alone, await isSeen(person, category)]
  await confirmLegalHold(operator, { id })
  const [hold] = await standing(person, who)
  found.push(hold !== undefined, !await isSeen(person, category), await keepHeld(person, who) > 0)
  if (hold) found.push((await standing(at(person, hold.until_at.getTime() - 1), who)).length === 1, (await standing(at(person, hold.until_at.getTime()), who)).length === 0)
  await inSite(person.db, person.site, db => settle(db, { kind: endKind, about: id, now: person.now, effect: 'walked' }), askingOf(person))
  return found
}

const at = (ctx: Context, moment: number): Context => ({ ...ctx, now: new Date(moment) })
const standing = (ctx: Context, who: string) => inSite(ctx.db, ctx.site, db => legalHoldsOf(db, who, ctx.now), askingOf(ctx))

/** Whether somebody who works for learning reads what is held. */
async function isSeen(person: Context, category: string): Promise<boolean> {
  if (category !== 'account.name') return (await standing(person, person.actor.person!)).length === 0
  const asking: Context = { ...person, actor: { person: null, role: 'system' } }
  const [name] = await reveal(asking, await readAs(asking, 'learning.show-group', ctx => given().namesOf(ctx.db, sql<string>`(${person.actor.person!}::uuid)`)))
  return name !== undefined && [name.name, name.first_name, name.last_name].some(Boolean)
}

/** The worker looks every few minutes; an hour past its day a record is late. */
const grace = 3_600_000

export const keepForLaw = control('retain', 'legal-hold', {
  rule: z.strictObject({}),
  kind: 'journey',
  async prove(_, ctx) {
    const [steps, { rows: [count] }] = [await walked(ctx), await inSite(ctx.db, ctx.site, db => sql<{ rows: number; late: number }>`
      select count(*)::int as rows, count(*) filter (where until_at < ${new Date(ctx.now.getTime() - grace)})::int as late
      from rights.held_rows join rights.holds on holds.id = held_rows.hold`.execute(db), askingOf(ctx as Context))]
    const { rows, late } = count!
    const wrong = steps.filter(right => !right).length
    return judge(steps.length + rows, wrong + late, fill(messages['proved-legal'], { looked: steps.length, wrong, rows, late }))
  },
})
