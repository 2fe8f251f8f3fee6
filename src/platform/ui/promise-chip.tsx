import { fill, speaker } from '../locale.ts'
import { useHere } from './here.ts'
import { Icon, type IconName } from './icon.tsx'
import { Link } from './link.tsx'
import { messages } from './messages.ts'
import { dateInWords } from './time.tsx'

export type PromiseState = 'kept' | 'due' | 'broken' | 'paused' | 'unproven'
const icons: Record<PromiseState, IconName> = { kept: 'check', due: 'clock', broken: 'x', paused: 'pause', unproven: 'minus' }

/** What has become of a promise, and when it was last looked at. `note` says more: how long is left, since when, why unproven. */
export function PromiseChip({ state, at, note, to }: { state: PromiseState; at?: Date; note?: string; to?: string }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const words = (
    <>
      <Icon name={icons[state]} />
      <span><strong>{say(state)}</strong>{note && <> · {note}</>}{at && <> · <Checked at={at} /></>}</span>
      {to && <Icon name="arrow-right" />}
    </>
  )
  return to ? <Link to={to} class={`chip ${state}`}>{words}</Link> : <span class={`chip ${state}`}>{words}</span>
}

/** When promises were last looked at. */
export function Checked({ at }: { at: Date }) {
  const { locale, school, actor } = useHere()
  return <time datetime={at.toISOString()}>{fill(messages.checked, { at: dateInWords(at, locale, 'short', actor.zone ?? school.zone) })[locale]}</time>
}

/** A word that sorts or marks: a level, a role, "new". */
export const Tag = ({ kind = 'plain', icon, children }: { kind?: 'plain' | 'accent' | 'hi' | 'ok' | 'warn' | 'bad' | 'info'; icon?: IconName; children: string }) =>
  <span class={`tag ${kind}`}>{icon && <Icon name={icon} />}{children}</span>
