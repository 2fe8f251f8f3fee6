import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type Kind = 'info' | 'ok' | 'warn' | 'bad'
const icons: Record<Kind, IconName> = { info: 'info', ok: 'circle-check', warn: 'triangle-alert', bad: 'circle-alert' }

/** Something to know before going on. With `focus` it takes the focus when the page opens: what went wrong, what was done. */
export function Notice({ kind = 'info', title, children, focus }: { kind?: Kind; title?: string; children?: ComponentChildren; focus?: boolean }) {
  return (
    <div class={`notice ${kind}`} role={focus ? (kind === 'bad' ? 'alert' : 'status') : undefined} tabindex={focus ? -1 : undefined} autofocus={focus || undefined}>
      <Icon name={icons[kind]} />
      <div>{title && <p class="title">{title}</p>}{children}</div>
    </div>
  )
}
