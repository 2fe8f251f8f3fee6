import { speaker, type Locale } from '#platform/locale.ts'
import { Notice } from '#platform/ui/ui.ts'
import { inWords, rightInWords } from '#school/assessment/assessment.ts'
import { messages } from './messages.ts'
import type { Answered } from './show-lesson.ts'

/** Right or wrong in words and not by colour alone, and always why. */
export function CheckAnswer({ answer: { given, fraction, asked, key }, language }: { answer: Answered; language: Locale }) {
  const say = speaker(messages, language)
  const verdict = fraction >= 1 ? 'right' : fraction > 0 ? 'partly' : 'wrong'
  return (
    <>
      <p class="asked">{asked.text[language]}</p>
      <Notice kind={verdict === 'right' ? 'ok' : 'info'} title={say(verdict)}>
        <p>{say('your-answer', { answer: inWords(asked, given, language).join('; ') })}</p>
        {verdict !== 'right' && <p>{say('right-answer', { answer: rightInWords(asked, key, language).join('; ') })}</p>}
        <p>{key.explanation[language]}</p>
      </Notice>
    </>
  )
}
