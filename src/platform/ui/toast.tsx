import { speaker } from '../locale.ts'
import { Island } from '../islands/island.tsx'
import { useHere } from './here.ts'
import { ToastKeeper } from './islands/toast-keeper.tsx'
import { Button, Post } from './link.tsx'
import { messages } from './messages.ts'

/**
 * What was just done and can be taken back: only for that. It stands at the end of the page and in view, for as long as the page is
 * open; no clock takes it away. The button is a form, so it works without script.
 */
export function Toast({ said, undo }: { said: string; undo: string }) {
  const say = speaker(messages, useHere().locale)
  return (
    <div class="toast">
      <p role="status">{said}</p>
      <Post to={undo}><Button kind="secondary" icon="undo-2">{say('undo')}</Button></Post>
      <Island of={ToastKeeper} close={say('close')} />
    </div>
  )
}
