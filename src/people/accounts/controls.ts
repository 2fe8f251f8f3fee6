import { sql } from 'kysely'
import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { control, judge, plainSlot, type SiteContext } from '#trust/policy/policy.ts'
import { ageOn, bandOf } from './age.ts'
import { columns, declares, fieldsOf, identifierOf, type FieldName } from './fields.ts'
import { messages } from './messages.ts'

/** Accounts hold what the manifest lists, and nothing else: counted over every column of every account. */
const collectRegistration = control('collect', 'registration', {
  rule: z.strictObject({}),
  kind: 'invariant',
  async prove(_, { db, policy }) {
    const undeclared = columns.filter(name => !declares(policy, name))
    const { all } = await db.selectFrom('accounts.people').select(({ fn }) => fn.countAll<number>().as('all')).executeTakeFirstOrThrow()
    const { rows: [found] } = await sql<{ others: number }>`select coalesce(sum(num_nonnulls(${sql.join([sql`null::bytea`, ...undeclared.map(name => sql.ref(name))])})), 0)::int as others from accounts.people`.execute(db)
    return judge(Number(all), found!.others, fill(messages['registration-proved'], { all: Number(all), others: found!.others }))
  },
})

/** Settings are kept with the account, and only those that the sentence names. */
const collectPreferences = control('collect', 'preferences', {
  rule: z.strictObject({ settings: z.array(z.enum(['language', 'theme', 'time-zone'])).min(1) }),
  kind: 'invariant',
  async prove(_, { db }) {
    const { rows: [found] } = await sql<{ all: number; chosen: number }>`select count(*)::int as all, count(*) filter (where locale is not null or theme is not null)::int as chosen from accounts.people`.execute(db)
    return judge(found!.all, 0, fill(messages['preferences-proved'], found!))
  },
})

/** Nobody younger than promised has an account, and between the two ages nobody without a guardian. By birth date it is counted; by statement no birth date may be stored at all. */
export const askAge = control('ask', 'age', {
  rule: z.strictObject({ asks: z.enum(['statement', 'birth-date']), from: z.int().min(1).max(21), 'guardian-from': z.int().min(1).max(21).optional() }),
  kind: 'invariant',
  slots: rule => ({ ...plainSlot('from', rule.from), ...rule['guardian-from'] !== undefined && plainSlot('guardian-from', rule['guardian-from']) }),
  async prove(rule, ctx) {
    const rows = await reveal(ctx, await ctx.db.selectFrom('accounts.people').select(['id', 'birth_date', 'guarded_since']).where('role', '=', 'learner').execute())
    const limits = { asks: rule.asks, from: rule.from, guardianFrom: rule['guardian-from'] }
    const isUnder = (birth: string, guarded: boolean) => {
      const band = bandOf(ageOn(birth, ctx.now, ctx.zone), limits)
      return band === 'child' || band === 'minor' && !guarded
    }
    const others = rows.filter(({ birth_date, guarded_since }) => birth_date !== null && (rule.asks === 'statement' || isUnder(birth_date, guarded_since !== null))).length
    return judge(rows.length, others, fill(messages['age-proved'], { all: rows.length, from: rule.from, others }))
  },
})

/** Who is in use without a confirmed address. */
const offerConfirmedAddress = control('offer', 'confirmed-address', {
  rule: z.strictObject({}),
  kind: 'invariant',
  async prove(_, { db, policy }) {
    const rows = await db.selectFrom('accounts.people').select(['id', 'confirmed_at', 'email']).where('state', '=', 'active').execute()
    const others = rows.filter(row => !row.confirmed_at || (identifierOf(policy) === 'email' && !row.email)).length
    return judge(rows.length, others, fill(messages['confirmed-proved'], { all: rows.length, others }))
  },
})

const columnOf: Record<string, FieldName[]> = {
  'account.name': ['name', 'first_name', 'last_name'], 'account.login': ['login'], 'account.email': ['email'], 'account.phone': ['phone'],
  'account.birth-date': ['birth_date'], 'account.city': ['city'],
}

/** A field that its person has emptied is empty everywhere: in the row, and in no second copy of it in the tables of people. */
const eraseClearedField = control('erase', 'cleared-field', {
  rule: z.strictObject({ category: z.string().refine(category => category in columnOf) }),
  kind: 'invariant',
  async prove({ category }, ctx) {
    const [name] = columnOf[category]!.filter(name => fieldsOf(ctx.policy).some(field => field.name === name && !field.needed))
    if (!name) return judge(0, 0, fill(messages['cleared-proved'], { all: 0, empty: 0, others: 0 }))
    const { rows: [found] } = await sql<{ all: number; empty: number }>`select count(*)::int as all, count(*) filter (where ${sql.ref(name)} is null)::int as empty from accounts.people`.execute(ctx.db)
    const others = copiesIn(ctx, category).length
    return judge(found!.all, others, fill(messages['cleared-proved'], { ...found!, others }))
  },
})

/** Other columns of the data map that hold the same kind of data. */
const copiesIn = ({ map }: SiteContext, category: string) => map.flatMap(table => table.columns.filter(({ note }) => table.name !== 'accounts.people' && note.says === 'data' && note.category === category))

export const controls = [collectRegistration, collectPreferences, askAge, offerConfirmedAddress, eraseClearedField]
