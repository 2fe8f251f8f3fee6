import { z } from 'zod'
import { command, query, isSystem, type Context } from '#trust/audit/audit.ts'
import { categories, Id } from '#trust/policy/policy.ts'
import { limitsIn, mayRest, withholds } from './at-rest.ts'
import { refusedFor, registerOf, useOf, type Why } from './register.ts'

export const showPurposes = query('purposes.show', {
  input: z.strictObject({}),
  find: async ({ policy }: Context) => registerOf(policy).map(({ id, serves, what, data, functions }) => ({ id, serves, what, categories: data.map(({ category, what, basis }) => ({ category, what, basis })), functions })),
  may: () => true,
  reveals: () => [],
})

/** `category` may be the last word of its name: `phone` is account.phone. */
export const Probe = z.strictObject({ purpose: Id, category: Id.or(z.string().regex(/^[a-z]+\.[a-z-]+$/)), function: z.string().regex(/^[a-z-]+\.[a-z-]+$/).max(80).optional(),
  /** Of whom: then what rests for this person is refused as well. */ person: z.uuid().optional() })

export type Tried = { purpose: string; category: string; function: string | null; allowed: boolean; refused: Why | 'rests' | null }

/** Asks as a function would: may this kind of data be read for that purpose? Nothing is read. The question stands in the log with its answer. */
const ask = command('purposes.probe', {
  input: Probe,
  load: async (ctx: Context, { category }) => ({ policy: ctx.policy, category: categories.find(name => name === category || name.split('.')[1] === category) ?? category }),
  may: actor => isSystem(actor) || ['operator', 'privacy-officer'].includes(actor.role),
  async run(ctx, { policy, category }, { purpose, function: name, person }) {
    const refused = refusedFor(policy, { purpose, category, function: name }) ?? await restingOf(ctx, { purpose, category, name, person })
    return { purpose, category, function: name ?? null, allowed: refused === undefined, refused: refused ?? null } satisfies Tried
  },
  audit: (_, __, { allowed }) => ({ subject: null, outcome: allowed ? 'done' : 'refused' }),
})

/** Withheld from the function, or from each one there is for the purpose, whoever calls it but the person. */
async function restingOf(ctx: Context, { purpose, category, name, person }: { purpose: string; category: string; name: string | undefined; person: string | undefined }): Promise<'rests' | undefined> {
  const names = name ? [name] : registerOf(ctx.policy).find(({ id }) => id === purpose)!.functions.filter(each => mayRest(each) && useOf(ctx.policy, each).purposes[0] === purpose)
  const limits = (await limitsIn(ctx)).filter(limit => limit.person === person)
  const nobody = { policy: ctx.policy, actor: { person: null, role: 'system' as const } }
  return limits.length && names.length && names.every(each => limits.some(limit => withholds(nobody, each, category, limit))) ? 'rests' : undefined
}

/** The log names the purpose that was asked for, declared or not. */
export const probePurpose = (ctx: Context, input: z.input<typeof Probe>) => ask({ ...ctx, purpose: input.purpose }, input)
