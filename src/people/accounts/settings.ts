import { z } from 'zod'
import { locales } from '#platform/locale.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { accountById } from './people.ts'

export const themes = ['light', 'dark'] as const
/** The zones of Kazakhstan and of its neighbours' learners; null follows the school. */
export const zones = ['Asia/Almaty', 'Asia/Aqtobe', 'Asia/Tashkent', 'Asia/Bishkek', 'Europe/Moscow', 'UTC'] as const

export const Settings = z.strictObject({ locale: z.enum(locales).optional(), theme: z.enum(themes).optional(), time_zone: z.enum(zones).optional() })

/** Preferences of an account: they hold on every browser the person signs in with. */
export const changeSettings = command('accounts.change-settings', {
  input: Settings,
  load: async ctx => ctx.actor.person ? accountById(ctx.db, ctx.actor.person) : undefined,
  may: (actor, account) => isSelf(actor, account.id),
  run: ({ db }, account, { locale, theme, time_zone }) =>
    db.updateTable('accounts.people').set({ locale: locale ?? null, theme: theme ?? null, time_zone: time_zone ?? null }).where('id', '=', account.id).execute(),
  audit: account => ({ subject: account.id }),
})
