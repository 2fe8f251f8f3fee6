import { Island } from '#platform/islands/island.tsx'
import { speaker } from '#platform/locale.ts'
import { Actions, Button, Disclosure, Post, type Here } from '#platform/ui/ui.ts'
import { lineForm, pinForm, removeForm } from '../forms.ts'
import { PhotoHistogram } from '../islands/photo-histogram.tsx'
import { PinBoard } from '../islands/pin-board.tsx'
import { messages } from '../messages.ts'
import { placeOf } from '../place.ts'
import { SnippetChoice } from '../snippets/choice.tsx'
import { NoteList, photoOf, pinsOf, ShownWork, type ShownNote } from '../shown-work.tsx'
import type { Shown } from './desk-page.tsx'

// A browser without script tells where a picture was clicked only in its own pixels, so there it is drawn at a known width.
const knownWidth = 640

/** The work with its marks, and how to add, move and remove them. */
export function Notes({ shown, here }: { shown: Shown; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const take = shown.takes.at(-1)!
  const file = shown.files.find(({ id }) => id === take.file)
  const photo = photoOf(take, file, locale)
  const notes = shown.notes.filter(({ review }) => review === shown.review?.id)
  const pins = shown.assignment.kind === 'photo'
  return (
    <>
      {photo && pins
        ? <div class="photo-stage">
            <Island of={PinBoard} photo={photo} pins={pinsOf(notes)} at={clicked(here.query, photo)} form="new-note" words={{ x: say('x'), y: say('y'), hint: say('board-hint'), board: say('new-note') }} />
            <ClickHere shown={shown} here={here} photo={photo} />
            <Marks shown={shown} here={here} notes={notes} />
            <Sizes here={here} />
            <Island of={PhotoHistogram} photo=".photo-stage .marked img" words={{ title: say('histogram'), figures: messages['histogram-words'][locale] }} />
            <ShownWork take={take} file={file} notes={[]} kind={shown.assignment.kind} locale={locale} hidePhoto />
          </div>
        : <><ShownWork take={take} file={file} notes={pins ? [] : notes} kind={shown.assignment.kind} locale={locale} hidePhoto={pins} /><Marks shown={shown} here={here} notes={notes} /></>}
    </>
  )
}

/** Where a mark is written stands next to where it is placed, and below it those that are there. */
function Marks({ shown, here, notes }: { shown: Shown; here: Here; notes: Shown['notes'] }) {
  const say = speaker(messages, here.locale)
  return (
    <>
      <h2 id="notes" tabindex={-1}>{say('notes')}</h2>
      <Post to={`/teach/submissions/${shown.work.id}/notes`} id="new-note" aria-label={say('new-note')}>
        {shown.assignment.kind === 'photo' ? <pinForm.Fields only={['words']} /> : <lineForm.Fields only={['from', 'to', 'words']} />}
        <SnippetChoice snippets={shown.snippets} locale={here.locale} name="snippet" of={say('new-note')} />
        <Actions><Button kind="secondary" icon="map-pin">{say('add-note')}</Button></Actions>
        <noscript><p class="hint">{say('save-first')}</p></noscript>
      </Post>
      {notes.length > 0 && <NoteList notes={notes} locale={here.locale} more={note => <Change note={note} shown={shown} here={here} />} />}
    </>
  )
}

/** How large the photo stands: a choice that the stylesheet reads, so it costs no request and no typed word. */
function Sizes({ here }: { here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <fieldset class="sizes">
      <legend>{say('size')}</legend>
      {(['fit', '2', '4'] as const).map(size => <label><input type="radio" name="size" value={size} checked={size === 'fit'} /> {say(`size-${size}`)}</label>)}
    </fieldset>
  )
}

function ClickHere({ shown, here, photo }: { shown: Shown; here: Here; photo: { src: string; width: number; height: number } }) {
  const say = speaker(messages, here.locale)
  return (
    <noscript>
      <form method="get" action={`${here.prefix}/teach/submissions/${shown.work.id}#new-note`} class="mark-here">
        <input type="image" name="at" src={photo.src} alt={say('click-here')} width={knownWidth} height={Math.round(knownWidth * photo.height / photo.width)} />
      </form>
    </noscript>
  )
}

/** Where the picture was clicked without script, else its middle. */
function clicked(query: Record<string, string>, { width, height }: { width: number; height: number }) {
  const [x, y] = [Number(query['at.x']), Number(query['at.y'])]
  const percent = (part: number, whole: number) => Math.round(Math.min(1, Math.max(0, part / whole)) * 1000) / 10
  return query['at.x'] && Number.isFinite(x + y) ? { x: percent(x, knownWidth), y: percent(y, knownWidth * height / width) } : { x: 50, y: 50 }
}

function Change({ note, shown, here }: { note: ShownNote; shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  const to = `/teach/submissions/${shown.work.id}/notes`
  const place = placeOf(note.place ?? '')
  const values = { note: note.id, words: note.words, ...place }
  return (
    <Disclosure summary={say('change-note')}>
      <Post to={to}>{'x' in place ? <pinForm.Fields values={values} /> : <lineForm.Fields values={values} />}<Button kind="secondary">{say('save-note')}</Button></Post>
      <Post to={`${to}/remove`}><removeForm.Fields values={{ note: note.id }} /><Button kind="danger" icon="trash-2">{say('remove-note')}</Button></Post>
    </Disclosure>
  )
}
