import { announce } from '#platform/events/events.ts'
import { queueMail } from '#platform/mail/mail.ts'
import type { Context } from '#trust/audit/audit.ts'
import { signedIn } from '#people/accounts/accounts.ts'
import { rememberDevice, type Client, type Recognised } from './devices.ts'
import { recordSignIn } from './records.ts'
import { closeSession, openSession } from './sessions.ts'

export type Entered = { person: string; token: string; device?: string }

/** Somebody has shown who they are. Whatever was open in this browser before ends, and a new session begins. */
export async function enter(ctx: Context, person: string, client: Client, recognised: Recognised): Promise<Entered> {
  await closeSession(ctx)
  const [{ token }, device] = await Promise.all([
    openSession(ctx, person, recognised.browser), rememberDevice(ctx, person, recognised), signedIn(ctx, person), recordSignIn(ctx, person, 'entered', client),
  ])
  if (!recognised.known && !recognised.isFirst) {
    await queueMail(ctx.db, { person, template: 'sign-in.new-browser', about: device.id, now: ctx.now })
    await announce(ctx.db, 'sign-in.new-browser', { person, about: device.id })
  }
  return { person, token, ...(device.token && { device: device.token }) }
}
