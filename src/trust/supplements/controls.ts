import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { fill, locales } from '#platform/locale.ts'
import { visits } from '#platform/visits/visits.ts'
import { control, judge, ruleOf, type Policy } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'
import { sealOf } from './read-files.ts'

const Named = z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/), version: z.int().min(1), from: z.iso.date(), for: z.enum(['minors', 'course']), course: z.string().optional() })
/** One supplementary policy as the manifest names it, and whom it is for. */
export type Supplement = z.output<typeof Named>

/** Each of them opens signed out and in each language, and what is read is what was sealed. */
export const publishSupplements = control('publish', 'supplements', {
  rule: z.strictObject({ of: z.array(Named).min(1) }),
  kind: 'probe',
  async prove({ of }, { db, site }) {
    const visit = visits()
    if (!visit) return judge(0, 0, messages['no-visit'])
    const kept = await inSite(db, site, inside => inside.selectFrom('supplements.texts').select(['id', 'version', 'said', 'seal']).execute())
    const pages = await Promise.all(of.flatMap(({ id, version }) => locales.map(async locale => ({ id, version, text: await (await visit(site, `/${locale}/privacy/supplements/${id}?version=${version}`)).text() }))))
    const missing = pages.filter(({ id, version, text }) => {
      const found = kept.find(each => each.id === id && each.version === version)
      return !found || !text.includes(found.seal.slice(0, 16))
    }).length
    const changed = kept.filter(({ said, seal }) => sealOf(said as never) !== seal).length
    return judge(pages.length, missing + changed, fill(messages.proved, { all: of.length, missing, changed }))
  },
})

/** What the manifest names; nothing where the school has no rules beside its policy. */
export const namedIn = (policy: Policy): Supplement[] => ruleOf(policy, publishSupplements)?.of ?? []

export const controls = [publishSupplements]
