import { useHere } from './here.ts'
import { Post } from './link.tsx'
import { speaker } from '../locale.ts'
import { messages } from './messages.ts'

/**
 * Something that is on or off and changes at once, also without script: pressing it sends `name` with the other of the two `values`.
 * Says in words how it stands; what belongs to a longer form and is saved with it is a tick, not a switch.
 */
export function Switch({ to, name, values: [on, off] = ['yes', 'no'], isOn, label, hint }: { to: string; name: string; values?: readonly [on: string, off: string]; isOn: boolean; label: string; hint?: string }) {
  const say = speaker(messages, useHere().locale)
  return (
    <Post to={to} class="switch-form">
      <button class="switch" role="switch" aria-checked={isOn} name={name} value={isOn ? off : on}>
        <span class="track" aria-hidden="true"><span class="knob" /></span>
        <span class="words">{label}{hint && <span class="hint">{hint}</span>}</span>
        <span class="how" aria-hidden="true">{say(isOn ? 'on' : 'off')}</span>
      </button>
    </Post>
  )
}
