import { speaker } from '#platform/locale.ts'
import { Actions, Button, Crumbs, Disclosure, EmptyState, List, Opening, Post, Reading, type Here } from '#platform/ui/ui.ts'
import { messages } from '../messages.ts'
import type { Snippet } from './find-snippets.ts'
import { removeSnippetForm, snippetForm } from './forms.ts'

/** A teacher's own words: what there is, each to be changed or removed, and a new one. */
export function SnippetsPage({ snippets, here }: { snippets: Snippet[]; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Crumbs label={say('queue')} items={[{ to: '/teach', label: say('to-queue') }]} />
      <Opening title={say('snippets')} lead={say('snippets-lead')} />
      {snippets.length ? <List>{snippets.map(snippet => <One snippet={snippet} here={here} />)}</List> : <EmptyState title={say('snippets-none')}><p>{say('snippets-none-lead')}</p></EmptyState>}
      <h2>{say('snippet-new')}</h2>
      <Post to="/teach/snippets" aria-label={say('snippet-new')}><snippetForm.Fields here={here} /><Actions><Button>{say('snippet-add')}</Button></Actions></Post>
    </Reading>
  )
}

function One({ snippet, here }: { snippet: Snippet; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <li class="row">
      <div class="what">
        {(['ru', 'kk', 'en'] as const).map(locale => snippet[locale] && <p class="said-words" lang={locale}>{snippet[locale]}</p>)}
        <Disclosure summary={say('snippet-change')} open={here.failed?.values.id === snippet.id}>
          <Post to="/teach/snippets"><snippetForm.Fields here={here} values={snippet} /><Button kind="secondary">{say('snippet-save')}</Button></Post>
          <Post to="/teach/snippets/remove"><removeSnippetForm.Fields values={{ id: snippet.id }} /><Button kind="danger" icon="trash-2">{say('snippet-remove')}</Button></Post>
        </Disclosure>
      </div>
    </li>
  )
}
