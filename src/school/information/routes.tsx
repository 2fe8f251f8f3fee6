import { page, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { AccessibilityPage } from './accessibility-page.tsx'
import { HelpPage } from './help-page.tsx'
import { messages } from './messages.ts'
import { showTerms } from './show-terms.ts'
import { TermsPage } from './terms-page.tsx'

export const routes: Route[] = [
  page('/help', { access: 'everyone', sample: {} }, async ({ policy }: Context) => policy.operator.contacts, (contacts, here) => ({ title: messages.help[here.locale], body: <HelpPage contacts={contacts} here={here} /> })),
  page('/terms', { access: 'everyone', sample: {} }, (ctx: Context) => showTerms(ctx, {}), (shown, here) => ({ title: messages.terms[here.locale], body: <TermsPage shown={shown} here={here} /> })),
  page('/accessibility', { access: 'everyone', sample: {} }, async ({ policy }: Context) => policy.operator.contacts, (contacts, here) => ({ title: messages.accessibility[here.locale], body: <AccessibilityPage contacts={contacts} here={here} /> })),
]
