import { z } from 'zod'

const Said = z.strictObject({ ru: z.string(), kk: z.string(), en: z.string() })
const Off = z.strictObject({ day: z.string(), moves: z.boolean(), name: Said })

export const Calendar = z.strictObject({
  from: z.int(),
  to: z.int(),
  weekend: z.array(z.int().min(0).max(6)),
  'every-year': z.array(Off),
  once: z.array(Off),
  doubtful: z.array(z.string()),
  working: z.array(z.string()),
})
export type Calendar = z.infer<typeof Calendar>
