import { z } from 'zod'
import { fill, speaker, type Text } from '#platform/locale.ts'
import { Actions, Button, DataTable, dateInWords, form, Notice, Opening, Post, Reading, type Here } from '#platform/ui/ui.ts'
import type { Category, Choice } from './choice.ts'
import { messages } from './messages.ts'

export type ShownCookie = { name: string; category: 'necessary' | Category; purpose: Text; life: Text }
export type ShownChoices = { cookies: ShownCookie[]; asked: Category[]; chosen: Choice | undefined; refusedByBrowser: boolean; told: Text | undefined }

/** `answer` is the button that was pressed; the ticks count only with "save". */
export const cookiesForm = form(
  z.strictObject({ answer: z.enum(['necessary', 'all', 'chosen']), functional: z.boolean().default(false), analytics: z.boolean().default(false) }),
  { answer: { type: 'hidden' }, functional: { type: 'checkbox', hint: 'functional-hint' }, analytics: { type: 'checkbox', hint: 'analytics-hint' } }, messages)

export function CookiesPage({ shown, here }: { shown: ShownChoices; here: Here }) {
  const say = speaker(messages, here.locale)
  const { asked, chosen, cookies } = shown
  return (
    <Reading>
      <Opening title={say('title')} lead={say('lead')} />
      {shown.refusedByBrowser && !chosen && <Notice><p>{say('refused-by-browser')}</p></Notice>}
      {asked.length === 0 ? <Notice><p>{say('only-necessary-here')}</p></Notice> : (
        <section>
          <h2>{say('your-choice')}</h2>
          {shown.told && <p>{shown.told[here.locale]}</p>}
          {chosen && <p class="quiet">{fill(messages['chosen-at'], { date: dateInWords(chosen.at, here.locale, 'moment') })[here.locale]}</p>}
          <Post to="/cookies">
            <cookiesForm.Fields here={here} only={asked} values={{ functional: chosen?.functional, analytics: chosen?.analytics }} />
            <Actions>
              <Button name="answer" value="necessary" kind="secondary">{say('only-necessary')}</Button>
              <Button name="answer" value="chosen" kind="secondary">{say('save')}</Button>
              <Button name="answer" value="all" kind="secondary">{say('allow-all')}</Button>
            </Actions>
          </Post>
        </section>
      )}
      <DataTable caption={say('table')} rows={cookies} columns={[
        { head: say('name'), cell: cookie => <code>{cookie.name}</code> },
        { head: say('category'), cell: cookie => say(cookie.category) },
        { head: say('purpose'), cell: cookie => cookie.purpose[here.locale] },
        { head: say('life'), cell: cookie => cookie.life[here.locale] },
      ]} />
      <p class="quiet">{say('without-cookies')}</p>
    </Reading>
  )
}
