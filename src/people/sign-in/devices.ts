// Browsers from which a person has signed in before: a new one is told to them, a known one is never shut out.
import { inSite } from '#platform/database/database.ts'
import { uuidv7 } from '#platform/ids.ts'
import { reveal, seal } from '#platform/sealing/sealing.ts'
import type { Context } from '#trust/audit/audit.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { browserName } from './browser-name.ts'
import { hashOf, isToken, newToken } from './tokens.ts'

/** What a request tells of the browser it comes from. `device` is the token of the device cookie. */
export type Client = { address?: string | undefined; agent?: string | undefined; device?: string | undefined }

export const deviceCookie = 'device'
export const deviceLife = 365 * 86_400

/** The cookie is set only where the school's table of cookies has it. */
export const keepsDevices = ({ cookies }: Policy) => cookies.some(({ name, category }) => category === 'necessary' && name.replace('__Host-', '') === deviceCookie)

/** The device of this person whose cookie came along, if there is one. */
export const deviceByCookie = async (ctx: Context, person: string, { device }: Client) => isToken(device)
  ? inSite(ctx.db, ctx.site, db => db.selectFrom('sign_in.devices').select('id').where('person', '=', person).where('token_hash', '=', hashOf(device)).executeTakeFirst())
  : undefined

export type Recognised = { known: string | undefined; isFirst: boolean; browser: string }

/** Without a cookie two browsers of one family on one system are taken for the same: nothing finer is kept. For `prepare`. */
export async function recognise(ctx: Context, person: string, client: Client): Promise<Recognised> {
  const browser = browserName(client.agent)
  const byCookie = await deviceByCookie(ctx, person, client)
  const rows = await inSite(ctx.db, ctx.site, db => db.selectFrom('sign_in.devices').select(['id', 'browser']).where('person', '=', person).execute())
  const alike = keepsDevices(ctx.policy) ? undefined : (await reveal(ctx, rows)).find(device => device.browser === browser)
  return { known: (byCookie ?? alike)?.id, isFirst: rows.length === 0, browser }
}

/** Returns the token for the cookie of a new device, where there is to be one. */
export async function rememberDevice(ctx: Context, person: string, { known, browser }: Recognised): Promise<{ id: string; token?: string }> {
  if (known) {
    await ctx.db.updateTable('sign_in.devices').set({ last_seen_at: ctx.now }).where('id', '=', known).execute()
    return { id: known }
  }
  const id = uuidv7()
  const token = keepsDevices(ctx.policy) ? newToken() : undefined
  const sealed = seal(ctx, { table: 'sign_in.devices', row: id, person }, { browser })
  await ctx.db.insertInto('sign_in.devices').values({ id, person, token_hash: token ? hashOf(token) : null, first_seen_at: ctx.now, last_seen_at: ctx.now, ...sealed }).execute()
  return { id, ...(token && { token }) }
}

type Asked = { client: { address: string; agent: string }; cookies: Record<string, string> }

export const clientOf = ({ client, cookies }: Asked): Client => ({ address: client.address, agent: client.agent, device: cookies[deviceCookie] ?? cookies[`__Host-${deviceCookie}`] })

/** The cookie of a device that was new, under the name that its school's address allows. */
export const deviceCookies = ({ address }: Context, { device }: { device?: string }) =>
  device ? [{ name: address.protocol === 'https:' ? `__Host-${deviceCookie}` : deviceCookie, value: device, seconds: deviceLife }] : []
