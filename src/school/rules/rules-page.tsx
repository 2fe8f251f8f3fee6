import { z } from 'zod'
import { speaker } from '#platform/locale.ts'
import { Actions, Button, Card, form, Link, Opening, Post, Reading, Time, type Here } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'
import type { MyRule } from './my-rules.ts'

export const askForm = form(z.strictObject({ words: z.string().trim().min(10).max(4000) }), { words: { type: 'textarea', rows: 4, hint: 'words-hint' } }, messages)

/** Every policy that applies to this account, why, and since which version; then what to do when one is not clear. */
export function RulesPage({ rules, asks, here }: { rules: MyRule[]; asks: boolean; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  return (
    <Reading>
      <Opening title={say('title')} lead={say('lead')} />
      {rules.map(({ id, title, version, from, to, why, supplement }) => (
        <Card id={id} title={title[locale]}>
          <p>{why[locale]}</p>
          <p class="quiet">{say('version-since', { version })} <Time at={from} as="date" /></p>
          <p><Link to={to}>{say('read')}</Link></p>
          {asks && supplement && <Post to={`/me/rules/${id}/send`} aria-label={title[locale]}><Actions><Button kind="secondary" icon="mail">{say('send')}</Button></Actions></Post>}
        </Card>
      ))}
      {asks && <section id="ask">
        <h2>{say('ask-title')}</h2>
        <p>{say('ask-lead')}</p>
        <Post to="/me/rules"><askForm.Fields here={here} /><Actions><Button icon="send">{say('ask')}</Button></Actions></Post>
      </section>}
    </Reading>
  )
}
