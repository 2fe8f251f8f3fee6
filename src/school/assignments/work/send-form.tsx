import { speaker } from '#platform/locale.ts'
import { Actions, Button, Link, Notice, Post, type Here } from '#platform/ui/ui.ts'
import { Island } from '#platform/islands/island.tsx'
import { codeWorkForm, fileWorkForm, textWorkForm } from '../forms.ts'
import { FileUpload } from '../islands/file-upload.tsx'
import { messages } from '../messages.ts'
import type { Shown } from './assignment-page.tsx'
import { mediaTypesFor } from './start-upload.ts'

/** A work is written here, or sent as a file. Everything works without script; with it, an upload survives a broken line. */
export function SendForm({ shown, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  const { assignment: { kind }, takes, run, nameless } = shown
  const to = `/learn/${run.slug}/assignment`
  return (
    <section id="send">
      <h2>{say(takes.length ? 'send-again' : 'send-title')}</h2>
      {kind === 'text' || kind === 'code'
        ? <Post to={to}>{kind === 'text' ? <textWorkForm.Fields /> : <codeWorkForm.Fields />}<WhoSees nameless={nameless} here={here} /><Send here={here} /></Post>
        : <Post to={`${to}/file`} enctype="multipart/form-data"><fileWorkForm.Fields /><FileField shown={shown} here={here} /><WhoSees nameless={nameless} here={here} /><Send here={here} /></Post>}
    </section>
  )
}

const Send = ({ here }: { here: Here }) => <Actions><Button icon="send">{speaker(messages, here.locale)('send')}</Button></Actions>

/** Before the button: whoever sends knows who will look, and until when it is kept. */
function WhoSees({ nameless, here }: { nameless: boolean; here: Here }) {
  const say = speaker(messages, here.locale)
  return <Notice title={say('who-sees')}><p>{say('who-sees-words')} <Link to="/me/data#held">{say('kept-how-long')}</Link></p>{nameless && <p>{say('nameless-learner')}</p>}</Notice>
}

function FileField({ shown, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  const { assignment: { kind }, run } = shown
  return (
    <Island of={FileUpload} ticketAt={`/api/v1/runs/${run.slug}/assignment/tickets`} accept={mediaTypesFor(kind)} words={{
      label: say('file'), hint: say(kind === 'photo' ? 'file-photo-hint' : 'file-hint'), drop: say('file-drop'), uploading: messages.uploading[here.locale], uploaded: say(kind === 'photo' ? 'uploaded-photo' : 'uploaded'),
      broken: say('upload-broken'), again: say('upload-again'), pause: say('upload-pause'), paused: say('upload-paused'), tooLarge: say('too-large'), chosen: messages['file-size'][here.locale],
    }} problem={here.failed?.problems.file?.[here.locale]} />
  )
}
