import { Island } from '#platform/islands/island.tsx'
import { speaker, type Locale } from '#platform/locale.ts'
import { Disclosure, Link } from '#platform/ui/ui.ts'
import { SnippetPicker } from '../islands/snippet-picker.tsx'
import { messages } from '../messages.ts'
import { byLanguage, type Snippet } from './find-snippets.ts'

type Stock = { snippets: Snippet[]; locale: Locale }

/** Beside the comments: a click puts a snippet into the field that was written in last. Without script the fields have a choice each. */
export function SnippetStock({ snippets, locale, fields }: Stock & { fields: string }) {
  const say = speaker(messages, locale)
  return (
    <Disclosure summary={say('snippets')}>
      {snippets.length > 0
        ? <Island of={SnippetPicker} fields={fields} first="#review-words" groups={byLanguage(snippets, locale).map(({ locale: lang, texts }) => ({ lang, title: say(`snippet-${lang}`), texts: texts.map(({ text }) => text) }))}
            words={{ into: messages['snippet-into'][locale], inserted: messages['snippet-inserted'][locale] }} />
        : <p class="quiet">{say('snippets-none-lead')}</p>}
      <p><Link to="/teach/snippets">{say('snippets-edit')}</Link></p>
    </Disclosure>
  )
}

/** Only where there is no script: what is chosen is added at the end of what was typed. */
export function SnippetChoice({ snippets, locale, name, of, chosen }: Stock & { name: string; /** The field it belongs to, in words. */ of: string; chosen?: string | undefined }) {
  const say = speaker(messages, locale)
  if (!snippets.length) return null
  return (
    <noscript>
      <select name={name} aria-label={`${say('snippet-choose')}: ${of}`}>
        <option value="">{say('snippet-choose')}: {say('snippet-none-chosen')}</option>
        {byLanguage(snippets, locale).map(({ locale: lang, texts }) => (
          <optgroup label={say(`snippet-${lang}`)}>{texts.map(({ id, text }) => <option value={`${id}.${lang}`} lang={lang} selected={chosen === `${id}.${lang}`}>{text.length > 90 ? `${text.slice(0, 89)}…` : text}</option>)}</optgroup>
        ))}
      </select>
    </noscript>
  )
}
