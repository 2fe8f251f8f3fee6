import { speaker, type Locale } from '#platform/locale.ts'
import { Island } from '#platform/islands/island.tsx'
import { Actions, Button, Card, Link, Post, Time, useHere } from '#platform/ui/ui.ts'
import type { Note } from './find-notes.ts'
import { noteForm } from './forms.ts'
import { NoteKeeper } from './islands/note-keeper.tsx'
import { messages } from './messages.ts'

type Place = { run: string; lesson: string; enrolment: string }

/** From the head of a lesson to its note, with what has been written so far at hand. */
export function NoteLink() {
  const { locale } = useHere()
  return <p><a href="#note" lang={locale}>{messages['to-note'][locale]}</a></p>
}

/** The note beside a lesson: a form that keeps it, and with script what is typed keeps itself. */
export function NoteField({ note, place }: { note: Note | undefined; place: Place }) {
  const { locale, failed } = useHere()
  const say = speaker(messages, locale)
  const mine = failed?.values.words !== undefined
  const elsewhere = mine && failed.problems.words?.[locale] === say('changed-meanwhile')
  return (
    <section class="note" id="note" lang={locale}>
      <h2>{say('title')}</h2>
      {elsewhere && <Card level={3} tone="soft" title={say('other-window')}>{note ? <p class="said-words">{note.words}</p> : <p>{say('other-empty')}</p>}</Card>}
      <Post to={`/learn/${place.run}/${place.lesson}/note`}>
        <noteForm.Fields values={{ saving: note?.saving ?? '', words: note?.words ?? '' }} />
        <Actions>
          <Button kind="secondary">{say(elsewhere ? 'keep-mine' : 'keep')}</Button>
          {elsewhere && note && <Button kind="quiet" name="join" value="on">{say('keep-both')}</Button>}
          {elsewhere && <Button kind="quiet" to={`/learn/${place.run}/${place.lesson}#note`}>{say('take-other')}</Button>}
        </Actions>
        {note && !elsewhere && <p class="quiet">{say('written')} <Time at={note.written_at} as="short" /></p>}
        <Island of={NoteKeeper} run={place.run} lesson={place.lesson} draft={place.enrolment} waits={mine} locale={locale} words={spoken(locale)} />
      </Post>
      <p><Link to="/me/notes">{say('all-notes')}</Link></p>
    </section>
  )
}

const spoken = (locale: Locale) => {
  const say = speaker(messages, locale)
  return {
    saving: say('saving-now'), saved: messages['saved-at'][locale], back: say('draft-back'), offline: say('not-saved'), refused: say('not-accepted'), retry: say('retry'),
    changed: say('changed-meanwhile'), other: say('other-window'), otherEmpty: say('other-empty'), mine: say('keep-mine'), both: say('keep-both'), take: say('take-other'),
  }
}
