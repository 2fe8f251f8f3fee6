import type { School } from '#platform/ui/ui.ts'
import type { Category } from './choice.ts'
import { messages } from './messages.ts'

/** Three equal doors: to refuse takes no more steps than to allow. The answer leads back to where it was asked. */
export const cookieQuestion = (path: string, asked: readonly Category[]): NonNullable<School['ask']> => ({
  title: messages.title, says: asked.includes('analytics') ? messages['ask-analytics'] : messages.ask, to: `/cookies?back=${encodeURIComponent(path)}`,
  answers: [
    { name: 'answer', value: 'necessary', label: messages['only-necessary'] },
    { to: '/cookies', label: messages.choose },
    { name: 'answer', value: 'all', label: messages['allow-all'] },
  ],
})
