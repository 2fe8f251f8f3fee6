import { speaker, type Locale } from '#platform/locale.ts'
import { messages } from './messages.ts'
import type { FieldLabels } from './question-fields.tsx'

/** The words around the fields of a question. */
export function fieldLabels(locale: Locale): FieldLabels {
  const say = speaker(messages, locale)
  return {
    choose: say('choose'), place: messages.place[locale],
    hints: {
      single: say('hint-single'), multiple: say('hint-multiple'), numeric: say('hint-numeric'),
      short: say('hint-short'), matching: say('hint-matching'), ordering: say('hint-ordering'),
    },
  }
}
