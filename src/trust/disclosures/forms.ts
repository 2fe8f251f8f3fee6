import { form } from '#platform/ui/ui.ts'
import { Asked } from './ask.ts'
import { messages } from './messages.ts'

/** The grounds, the recipients and the fields to choose from are known only where it is drawn. */
export const askForm = form(Asked, {
  person: { autocomplete: 'off', hint: 'person-hint' },
  ground: { type: 'radio' },
  recipient: { type: 'select', hint: 'recipient-hint' },
  body: { autocomplete: 'off', hint: 'body-hint' },
  demand: { autocomplete: 'off', hint: 'demand-hint' },
  article: { autocomplete: 'off', hint: 'article-hint' },
  secret_until: { type: 'date', hint: 'secret_until-hint' },
  secret_by: { autocomplete: 'off', hint: 'secret_by-hint' },
  reason: { type: 'textarea', rows: 3, hint: 'reason-hint' },
  scope: { type: 'checkboxes' },
}, messages)
