import type { School } from '#platform/ui/ui.ts'
import { fill, inEveryLanguage, type Text } from '#platform/locale.ts'
import type { SiteContext } from '#trust/policy/policy.ts'
import { askedIn, toldOfVisits } from './choice.ts'
import { messages } from './messages.ts'

/** Three equal doors: to refuse takes no more steps than to allow. The answer leads back to where it was asked. */
export const cookieQuestion = (ctx: Pick<SiteContext, 'policy'>, path: string): NonNullable<School['ask']> => ({
  title: messages.title, says: questionOf(ctx), to: `/cookies?back=${encodeURIComponent(path)}`,
  answers: [
    { name: 'answer', value: 'necessary', label: messages['only-necessary'] },
    { to: '/cookies', label: messages.choose },
    { name: 'answer', value: 'all', label: messages['allow-all'] },
  ],
})

function questionOf(ctx: Pick<SiteContext, 'policy'>): Text {
  const [asked, told] = [askedIn(ctx), serviceNamed(ctx, 'told-service')]
  if (told && !asked.includes('functional')) return serviceNamed(ctx, 'ask-service')!
  const says = asked.includes('analytics') ? messages['ask-analytics'] : messages.ask
  return told ? inEveryLanguage(locale => `${says[locale]} ${told[locale]}`) : says
}

/** A sentence that names who outside is told of visits; undefined where nobody is. */
export function serviceNamed({ policy }: Pick<SiteContext, 'policy'>, key: 'ask-service' | 'told-service'): Text | undefined {
  const told = toldOfVisits(policy)
  return told.length ? inEveryLanguage(locale => fill(messages[key], { names: told.map(({ name }) => name[locale]).join(', ') })[locale]) : undefined
}
