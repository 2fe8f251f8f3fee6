import { speaker } from '#platform/locale.ts'
import { Tabs, type Here } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'

const pages = { profile: '/me/profile', settings: '/me/settings', security: '/me/security', recovery: '/me/recovery', data: '/me/data' } as const

/** The pages of one's account, each a step from the others. */
export function AccountTabs({ current, here }: { current: keyof typeof pages; here: Here }) {
  const say = speaker(messages, here.locale)
  const items = Object.entries(pages).map(([page, to]) => ({ to, label: say(`tab-${page as keyof typeof pages}`), current: page === current }))
  return <Tabs label={say('account')} items={items} />
}
