import { sql } from 'kysely'
import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { asIs, fill } from '#platform/locale.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import type { Table } from '#trust/data-map/data-map.ts'
import { control, judge, type SiteContext } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'

/** No text column is left open, and bytes taken from each sealed one open with their person's key: a label proves nothing. */
export const protectFields = control('protect', 'fields', {
  rule: z.strictObject({ cipher: z.literal('AES-256-GCM') }),
  kind: 'probe',
  slots: ({ cipher }) => ({ cipher: asIs(cipher) }),
  async prove(_, ctx) {
    const isText = ({ type, note }: Table['columns'][number]) => note.says === 'data' && note.erase !== 'hold' && /text|json|bytea|sealed/.test(type)
    const text = ctx.map.flatMap(table => table.columns.filter(isText).map(column => ({ table, column })))
    const sealed = text.filter(({ column }) => column.type === 'database.sealed')
    const samples = await Promise.all(sealed.map(({ table, column }) => sample(ctx, table, column.name)))
    const [opened, closed] = [samples.reduce((sum, { opened }) => sum + opened, 0), samples.reduce((sum, { closed }) => sum + closed, 0)]
    const facts = { sealed: sealed.length, all: text.length, sampled: opened, closed }
    return judge(opened + closed, text.length - sealed.length + closed, fill(messages.fields, facts))
  },
})

/** Opens a few: whatever is not AES-256-GCM, sealed for this very place under its person's key, does not open. */
async function sample(ctx: SiteContext, table: Table, column: string) {
  const key = table.columns.find(({ name }) => name === 'id') ?? table.columns.find(({ note }) => note.says === 'key' && note.of === 'person')!
  const { rows } = await inSite(ctx.db, ctx.site, db =>
    sql<object>`select ${sql.ref(key.name)}, ${sql.ref(column)} from ${sql.table(table.name)} where ${sql.ref(column)} is not null limit 20`.execute(db))
  const results = await Promise.allSettled(rows.map(row => reveal(ctx, [row])))
  return { opened: results.filter(({ status }) => status === 'fulfilled').length, closed: results.filter(({ status }) => status === 'rejected').length }
}
