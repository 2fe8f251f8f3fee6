// How far along: of a course, of a task, of a request.
import type { ComponentChildren } from 'preact'
import { speaker } from '../locale.ts'
import { useHere } from './here.ts'
import { Icon, type IconName } from './icon.tsx'
import { Link } from './link.tsx'
import { messages } from './messages.ts'
import { Time } from './time.tsx'

export type StepState = 'done' | 'now' | 'next' | 'closed'

/** Segments as long as what they stand for (minutes, questions), and the same in words beside it. */
export function Progress({ words, parts }: { words: string; parts: { size: number; state: StepState }[] }) {
  const total = parts.reduce((sum, { size }) => sum + size, 0) || 1
  let at = 0
  const bars = parts.map(({ size, state }) => {
    const bar = { x: (at / total) * 1000, width: Math.max((size / total) * 1000 - 4, 4), state }
    at += size
    return bar
  })
  return (
    <div class="progress">
      <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">{bars.map(({ x, width, state }) => <rect class={state} x={round(x)} y="0" width={round(width)} height="10" />)}</svg>
      <p>{words}</p>
    </div>
  )
}
const round = (figure: number) => Math.round(figure * 10) / 10

const icons: Record<StepState, IconName> = { done: 'circle-check', now: 'circle-dot', next: 'circle', closed: 'lock' }
export type Step = { title: ComponentChildren; to?: string; state: StepState; note?: ComponentChildren; end?: ComponentChildren }

/** What is to be done, in order, and how each stands. */
export function Steps({ items, label }: { items: Step[]; label?: string }) {
  const say = speaker(messages, useHere().locale)
  return (
    <ol class="steps" aria-label={label}>
      {items.map(({ title, to, state, note, end }) => (
        <li class={`step ${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <Icon name={icons[state]} />
          <div class="what">
            <p class="title">{to ? <Link to={to}>{title}</Link> : title}</p>
            <p class="quiet"><span class="state">{say(state)}</span>{note && <> · {note}</>}</p>
          </div>
          {end && <div class="end">{end}</div>}
        </li>
      ))}
    </ol>
  )
}

/** What has happened, the latest first or last as given. */
export const Timeline = ({ items }: { items: { at: Date; title: ComponentChildren; icon?: IconName; children?: ComponentChildren }[] }) => (
  <ol class="timeline">
    {items.map(({ at, title, icon = 'circle', children }) => <li><Icon name={icon} /><div class="what"><p class="title">{title}</p><p class="quiet"><Time at={at} as="moment" /></p>{children}</div></li>)}
  </ol>
)
