// Where and with what somebody signed in. Written only in schools whose policy lists it, read by security alone.
import { inSite } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { seal } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import { isDeclared, type Policy } from '#trust/policy/policy.ts'
import { browserName } from './browser-name.ts'
import type { Client } from './devices.ts'

export const keepsRecords = (policy: Policy) => isDeclared(policy, 'technical.security')

export async function recordSignIn(ctx: Context, person: string, outcome: 'entered' | 'refused', { address, agent }: Client) {
  if (!keepsRecords(ctx.policy)) return
  const id = uuidv7()
  const sealed = seal(ctx, { table: 'sign_in.records', row: id, person }, { address: address || null, browser: agent ? browserName(agent) : null })
  await ctx.db.insertInto('sign_in.records').values({ id, person, at: ctx.now, outcome, ...sealed }).execute()
}

/** A refused try of an account that exists; on its own, because the sign-in itself is undone. */
export async function recordRefused(ctx: Context, person: string, client: Client) {
  if (!keepsRecords(ctx.policy)) return
  await ctx.keys.fetch([person])
  await inSite(ctx.db, ctx.site, db => recordSignIn({ ...ctx, db }, person, 'refused', client))
}
