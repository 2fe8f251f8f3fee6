import { speaker } from '#platform/locale.ts'
import { useHere, type Difference } from '#platform/ui/ui.ts'
import type { Change } from './changes.ts'
import { messages } from './messages.ts'

/** In the words of the reader: which part each is, and whether its rule has changed with them. */
export const differencesIn = (changes: readonly Change[]): Difference[] => changes.map(({ part, id, before, after, rule }) => {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  return { name: <>{say(`changed-${part}`)} <code>{id}</code></>, before: before?.[locale], after: after?.[locale], note: before && after && rule ? say('rule-changed') : undefined }
})
